package io.remit.process.contract;

import io.remit.model.ModelRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

  private static final String BPMN_IO = "http://bpmn.io/schema/bpmn/biocolor/1.0";
  private static final String OMG = "http://www.omg.org/spec/BPMN/non-normative/color/1.0";

  /** The colours of the guide, each with what fills a shape and what it is drawn in. */
  static final Map<String, Colour> COLOURS = Map.of("green", new Colour("#c8e6c9", "#205022"),
      "blue", new Colour("#bbdefb", "#0d4372"), "violet", new Colour("#e1bee7", "#5b176d"),
      "orange", new Colour("#ffe0b2", "#6b3c00"), "red", new Colour("#ffcdd2", "#831311"),
      "teal", new Colour("#b2dfdb", "#004d40"), "grey", new Colour("#eceff1", "#37474f"));
  private static final String NOBODY = "nobody";
  private static final String UNKNOWN = "unknown";
  private static final Pattern HEXADECIMAL = Pattern.compile("#[0-9a-fA-F]{6}");

  private static final Map<String, String> GROUPS = Map.of("collectors", "blue", "fieldAgents", "blue",
      "legalOfficers", "violet", "outsourcingOfficers", "orange", "supervisors", "red", "operators", "teal");
  private static final Map<String, String> STAGES = Map.of("stage_reminder", "green", "stage_message", "green",
      "stage_telephone", "blue", "stage_visit", "blue", "stage_legal", "violet", "stage_outsourcing", "orange");
  private static final Set<String> WRITE_TO_THE_DEBTOR = Set.of("sendMessage", "answerComplaint", "answerDispute",
      "confirmPromise", "remindOfPromise", "offerPlan", "tellPlanEnd", "sendOffer");
  private static final Set<String> PUT_ON_HOLD = Set.of("raiseHold", "raiseReportedHold", "beginPlan", "pauseRegion");

  /** What a shape is filled with and drawn in; null where nothing is said. */
  record Colour(String fill, String stroke) {

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
      return fill != null && HEXADECIMAL.matcher(fill).matches() && stroke != null && stroke.equals(other.stroke)
          && light(fill) > light(other.fill);
    }

    private static int light(String fill) {
      int colour = Integer.decode(fill);
      return (colour >> 16 & 255) + (colour >> 8 & 255) + (colour & 255);
    }

    @Override
    public String toString() {
      return fill == null && stroke == null ? "none" : fill + " drawn in " + stroke;
    }
  }

  @Override
  public void check(Models models, Findings found) {
    models.eachProcess(found, (file, model) -> model.getModelElementsByType(BpmnShape.class).forEach(shape -> {
      BaseElement element = shape.getBpmnElement();
      if (element == null) {
        return;
      }
      Colour seen = Colour.of(shape);
      String stage = STAGES.get(String.valueOf(element.getId()));
      String name = stage == null ? whoWorksAt(element, models) : stage;
      Colour wanted = COLOURS.getOrDefault(name, Colour.NONE);
      if (name.equals(UNKNOWN)) {
        return;
      }
      boolean kept = stage == null ? seen.equals(wanted) : seen.isLighterThan(wanted);
      found.unless(kept && seen.equals(Colour.forOthers(shape)), file, element.getId(), ModelRule.COLOUR_TELLS_WHO,
          told(seen, stage != null, wanted));
    }));
  }

  private static String told(Colour seen, boolean stage, Colour wanted) {
    return seen.equals(wanted) ? "its two descriptions of the colour differ: Modeler's and that of the standard"
        : "its colour is " + seen + ", it should be " + (stage ? "a lighter one than " : "") + wanted;
  }

  /**
   * The name of a colour of the guide; NOBODY for decisions, gateways, events and frames; UNKNOWN where another rule
   * tells that it is not known who works there.
   */
  private static String whoWorksAt(BaseElement element, Models models) {
    if (element instanceof UserTask task) {
      String group = task.getCamundaCandidateGroups();
      return group == null ? UNKNOWN
          : TaskRules.PARTNERS_GROUPS.contains(group) ? "blue" : GROUPS.getOrDefault(group, UNKNOWN);
    } else if (element instanceof CallActivity call) {
      return Optional.ofNullable(models.processes().get(call.getCalledElement() + ".bpmn"))
          .map(ColourRules::whoWorksIn).orElse(UNKNOWN);
    } else if (element instanceof ServiceTask task) {
      String bean = String.valueOf(task.getCamundaDelegateExpression()).replaceAll("[${}]", "");
      return WRITE_TO_THE_DEBTOR.contains(bean) ? "green" : PUT_ON_HOLD.contains(bean) ? "red" : "grey";
    } else if (element instanceof ReceiveTask task) {
      return task.getMessage() == null ? "grey" : "red";
    }
    boolean raisesHold = element instanceof EndEvent end
        && end.getEventDefinitions().stream().anyMatch(ErrorEventDefinition.class::isInstance);
    return raisesHold ? "red" : NOBODY;
  }

  private static String whoWorksIn(BpmnModelInstance process) {
    return process.getModelElementsByType(UserTask.class).stream().map(UserTask::getCamundaCandidateGroups)
        .map(group -> group == null ? UNKNOWN : GROUPS.getOrDefault(group, UNKNOWN)).findFirst().orElse(NOBODY);
  }
}
