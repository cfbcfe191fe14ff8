package io.remit.process.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.remit.model.MigrationInstructions;
import io.remit.model.ModelCheck;
import io.remit.model.ModelRule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Where cases of a released model may wait is still there: an open case stands at an id. A file of instructions beside
 * the model can say where the cases of an id go, and a higher first number of the version leaves them where they are.
 */
final class ReleasedIds implements ModelRules {

  private static final String LIST = "released-ids.txt";
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.\\d{1,9}");

  /**
   * A line of the list.
   *
   * @param waits the ids at which its cases may wait
   */
  record Released(String process, String version, Collection<String> waits) {

    String line() {
      return process + " " + version + " " + String.join(" ", waits);
    }

    /** Whether cases of this version are moved to another one: only within the same first number. */
    boolean movesTo(String newer) {
      return major(newer).equals(major(version));
    }

    /** Whether the version is a later one whose cases do not come by themselves. */
    boolean isFollowedByMinor(String newer) {
      Matcher old = NUMBERS.matcher(version);
      Matcher fresh = NUMBERS.matcher(newer);
      return old.matches() && fresh.matches() && old.group(1).equals(fresh.group(1))
          && Long.parseLong(fresh.group(2)) > Long.parseLong(old.group(2));
    }

    private static String major(String version) {
      return version.substring(0, Math.max(version.indexOf('.'), 0));
    }
  }

  /** The list that Remit brings along. */
  static List<Released> list() {
    return Lists.lines(ModelCheck.class, LIST).stream()
        .map(words -> new Released(words.get(0), words.get(1), words.subList(2, words.size()))).toList();
  }

  /** What the list must say of a model as it is drawn. */
  static Stream<Released> of(BpmnModelInstance model) {
    return model.getModelElementsByType(Process.class).stream().map(process -> new Released(process.getId(),
        process.getCamundaVersionTag(), waitsIn(model)));
  }

  private static Set<String> waitsIn(BpmnModelInstance model) {
    Set<String> waits = new TreeSet<>();
    model.getModelElementsByType(FlowNode.class).stream().filter(node -> node instanceof UserTask
        || node instanceof ReceiveTask || node instanceof IntermediateCatchEvent || node instanceof CallActivity
        || node instanceof EventBasedGateway).map(FlowNode::getId).forEach(waits::add);
    return waits;
  }

  @Override
  public void check(Models models, Findings found) {
    for (Released released : list()) {
      String file = released.process() + ".bpmn";
      BpmnModelInstance model = models.processes().get(file);
      String version = model != null && model.getModelElementById(released.process()) instanceof Process process
          ? String.valueOf(process.getCamundaVersionTag()) : "";
      if (model != null && released.movesTo(version)) {
        if (released.isFollowedByMinor(version) && !mayCome(released, models)) {
          found.add(file, released.process(), ModelRule.RELEASED_IDS_STAY, "cases of version " + released.version()
              + " cannot follow: no " + MigrationInstructions.fileOf(released.process()) + " says that they may come");
        }
        Set<String> mapped = mappedIn(models, released.process());
        released.waits().stream().filter(id -> model.getModelElementById(id) == null && !mapped.contains(id))
            .forEach(id -> found.add(file, id, ModelRule.RELEASED_IDS_STAY,
                "cases of version " + released.version() + " may wait there, and it is gone"));
      }
    }
  }

  /** Whether the instructions beside the model let cases of a version come, or are themselves wrong. */
  private static boolean mayCome(Released released, Models models) {
    try {
      return models.file(MigrationInstructions.fileOf(released.process())).map(MigrationInstructions::read)
          .filter(instructions -> instructions.covers(released.version())).isPresent();
    } catch (IllegalArgumentException broken) {
      return true;
    }
  }

  /** The old ids for which the instructions beside a model say something. */
  private static Set<String> mappedIn(Models models, String process) {
    Set<String> mapped = new TreeSet<>();
    models.text(process + ".migration.json").ifPresent(text -> {
      try {
        JsonNode elements = JsonTree.read(text).path("elements");
        elements.fieldNames().forEachRemaining(mapped::add);
      } catch (JsonProcessingException unreadable) {
        mapped.clear();
      }
    });
    return mapped;
  }
}
