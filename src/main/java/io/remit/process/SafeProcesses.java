package io.remit.process;

import io.remit.model.ModelCheck;
import io.remit.model.ModelPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Refuses a process by what the engine itself has read of it, before it is kept or anything of it runs. */
class SafeProcesses extends AbstractBpmnParseListener {

  private final ModelCheck check;

  SafeProcesses(ModelCheck check) {
    this.check = check;
  }

  @Override
  public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
    String name = definitions.isEmpty() ? "process" : definitions.get(0).getKey();
    ModelAge.of(definitions).refusal(check.safetyOfProcess(name, part(root))).ifPresent(reason -> {
      throw new BpmnParseException(reason, root);
    });
  }

  private static ModelPart part(Element element) {
    Map<QName, String> attributes = new HashMap<>();
    for (String key : element.attributes()) {
      int colon = key.lastIndexOf(':');
      String namespace = colon < 0 ? "" : key.substring(0, colon);
      if (!key.equals(XMLConstants.XMLNS_ATTRIBUTE) && !namespace.equals(XMLConstants.XMLNS_ATTRIBUTE)
          && !namespace.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI)) {
        attributes.put(new QName(namespace, key.substring(colon + 1)), element.attribute(key));
      }
    }
    return new ModelPart(new QName(element.getUri(), element.getTagName()), attributes, element.getText(),
        element.elements().stream().map(SafeProcesses::part).toList(), element.getLine());
  }
}
