package io.remit.release.migration;

import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;

/** A small process of tests alone, in as many versions as a test likes: it waits at one place, or at several. */
public final class WaitingRoom implements AutoCloseable {

  private final ProcessEngine engine;
  private final String key;
  private final List<String> deployments = new ArrayList<>();

  public WaitingRoom(ProcessEngine engine, String key) {
    this.engine = engine;
    this.key = key;
  }

  /** @param places the elements in their order, such as {@code <bpmn:receiveTask id="wait_here" />} */
  public void deploy(String version, String... places) {
    StringBuilder drawn = new StringBuilder("<bpmn:startEvent id=\"begins\" />");
    String before = "begins";
    for (String place : places) {
      drawn.append(place);
      String id = place.replaceAll("(?s).*? id=\"([a-z_]+)\".*", "$1");
      drawn.append("<bpmn:sequenceFlow id=\"flow_to_%s\" sourceRef=\"%s\" targetRef=\"%s\" />"
          .formatted(id, before, id));
      before = id;
    }
    drawn.append("<bpmn:endEvent id=\"ends\" />")
        .append("<bpmn:sequenceFlow id=\"flow_ends\" sourceRef=\"%s\" targetRef=\"ends\" />".formatted(before));
    deployments.add(0, engine.getRepositoryService().createDeployment().addString(key + ".bpmn", """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="https://remit.io/bpmn">
          <bpmn:process id="%s" name="Waiting room" isExecutable="true" camunda:historyTimeToLive="P10D"
              camunda:versionTag="%s">%s</bpmn:process>
          <bpmn:message id="message_come_in" name="come-in" />
          <bpmn:message id="message_come_again" name="come-again" />
        </bpmn:definitions>
        """.formatted(key, version, drawn)).deploy().getId());
  }

  /** The files of a release: nothing but the instructions beside this model. */
  public ModelFolder with(String instructions) {
    return new ModelFolder(
        List.of(new ModelFile(key + ".migration.json", instructions.getBytes(StandardCharsets.UTF_8))), List.of());
  }

  /** The files of a release without instructions. */
  public ModelFolder alone() {
    return new ModelFolder(List.of(), List.of());
  }

  /** @return the id of the process */
  public String enter(String businessKey) {
    return engine.getRuntimeService().startProcessInstanceByKey(key, businessKey).getId();
  }

  /**
   * Begins with an older version, as what had asked for the newest before there was another.
   *
   * @return the id of the process
   */
  public String enterOlder(String version, String businessKey) {
    return engine.getRuntimeService().startProcessInstanceById(engine.getRepositoryService()
        .createProcessDefinitionQuery().processDefinitionKey(key).versionTag(version).singleResult().getId(),
        businessKey).getId();
  }

  /** Where a process waits, and in which version: {@code 1.1.0 wait_here}. */
  public String placeOf(String process) {
    String definition = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(process)
        .singleResult().getProcessDefinitionId();
    return engine.getRepositoryService().getProcessDefinition(definition).getVersionTag() + " "
        + String.join(", ", engine.getRuntimeService().getActiveActivityIds(process));
  }

  @Override
  public void close() {
    deployments.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
  }
}
