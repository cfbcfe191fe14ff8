package io.remit.process.contract;

import io.remit.model.ModelRule;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** The colour of a shape tells who works there, in the colours that the guide to modelling names. */
final class ColourRules implements ModelRules {

  private static final Path GUIDE = Path.of("docs", "modelling-style.md");
  private static final Pattern COLOUR_IN_GUIDE =
      Pattern.compile("\\| (\\w+) \\|[^|]*\\| `(#[0-9a-f]{6})`, `(#[0-9a-f]{6})` \\|");
  private static final String BPMN_IO = "http://bpmn.io/schema/bpmn/biocolor/1.0";
  private static final String OMG = "http://www.omg.org/spec/BPMN/non-normative/color/1.0";

  private static final Map<String, String> GROUPS = Map.of("collectors", "blue", "fieldAgents", "blue",
      "legalOfficers", "violet", "outsourcingOfficers", "orange", "supervisors", "red", "operators", "teal");
  private static final Map<String, String> STAGES = Map.of("stage_reminder", "green", "stage_message", "green",
      "stage_telephone", "blue", "stage_visit", "blue", "stage_legal", "violet", "stage_outsourcing", "orange");
  private static final Set<String> WRITE_TO_THE_DEBTOR = Set.of("sendMessage", "answerComplaint", "answerDispute",
      "confirmPromise", "remindOfPromise", "offerPlan", "tellPlanEnd", "sendOffer");
  private static final Set<String> PUT_ON_HOLD = Set.of("raiseHold", "raiseReportedHold", "beginPlan", "pauseRegion");

  /** What a shape is filled with and drawn in; null where nothing is said. */
  private record Colour(String fill, String stroke) {

    static final Colour NONE = new Colour(null, null);

    static Colour of(BpmnShape shape) {
      return new Colour(shape.getAttributeValueNs(BPMN_IO, "fill"), shape.getAttributeValueNs(BPMN_IO, "stroke"));
    }

    /** The same as other programs than Camunda's read it. */
    static Colour forOthers(BpmnShape shape) {
      return new Colour(shape.getAttributeValueNs(OMG, "background-color"),
          shape.getAttributeValueNs(OMG, "border-color"));
    }

    boolean isLighterThan(Colour other) {
      return fill != null && stroke != null && stroke.equals(other.stroke) && light(fill) > light(other.fill);
    }

    private static int light(String fill) {
      Color colour = Color.decode(fill);
      return colour.getRed() + colour.getGreen() + colour.getBlue();
    }
  }

  @Override
  public void check(Models models, Violations found) {
    Map<String, Colour> colours = coloursOfTheGuide();
    models.processes().forEach((file, model) -> model.getModelElementsByType(BpmnShape.class).forEach(shape -> {
      BaseElement element = shape.getBpmnElement();
      Colour seen = Colour.of(shape);
      String stage = STAGES.get(element.getId());
      String name = stage == null ? whoWorksAt(element, models) : stage;
      Colour wanted = name == null ? Colour.NONE : colours.get(name);
      boolean kept = stage == null ? seen.equals(wanted) : seen.isLighterThan(wanted);
      found.unless(kept && seen.equals(Colour.forOthers(shape)), file, element.getId(), ModelRule.COLOUR_TELLS_WHO,
          "its colour is " + seen + (stage == null ? ", not " : ", not lighter than ") + wanted);
    }));
  }

  private static Map<String, Colour> coloursOfTheGuide() {
    try {
      return COLOUR_IN_GUIDE.matcher(Files.readString(GUIDE)).results().collect(
          Collectors.toMap((MatchResult row) -> row.group(1), row -> new Colour(row.group(2), row.group(3))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a colour of the guide; null for decisions, gateways, events and frames. */
  private static String whoWorksAt(BaseElement element, Models models) {
    if (element instanceof UserTask task) {
      String group = task.getCamundaCandidateGroups();
      return TaskRules.PARTNERS_GROUPS.contains(group) ? "blue" : GROUPS.get(group);
    } else if (element instanceof CallActivity call) {
      return Optional.ofNullable(models.processes().get(call.getCalledElement() + ".bpmn"))
          .flatMap(ColourRules::whoWorksIn).orElse(null);
    } else if (element instanceof ServiceTask task) {
      String bean = String.valueOf(task.getCamundaDelegateExpression()).replaceAll("[${}]", "");
      return WRITE_TO_THE_DEBTOR.contains(bean) ? "green" : PUT_ON_HOLD.contains(bean) ? "red" : "grey";
    } else if (element instanceof ReceiveTask task) {
      return task.getMessage() == null ? "grey" : "red";
    }
    boolean raisesHold = element instanceof EndEvent end
        && end.getEventDefinitions().stream().anyMatch(ErrorEventDefinition.class::isInstance);
    return raisesHold ? "red" : null;
  }

  private static Optional<String> whoWorksIn(BpmnModelInstance process) {
    return process.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaCandidateGroups)
        .map(GROUPS::get).findFirst();
  }
}
