package io.remit.process.engine;

import io.remit.model.ModelCheck;
import io.remit.model.ModelPart;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses a process by what the engine itself has read of it. A parse listener would be told too late: by then the
 * engine has already made objects of some classes that the model names.
 */
class SafeParse extends BpmnParse {

  private final ModelCheck check;

  SafeParse(BpmnParser parser, ModelCheck check) {
    super(parser);
    this.check = check;
  }

  @Override
  protected void parseRootElement() {
    ModelAge.of(deployment).refusal(check.safetyOfProcess(name, part(rootElement))).ifPresent(reason -> {
      throw new NotValidException(reason);
    });
    super.parseRootElement();
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
        element.elements().stream().map(SafeParse::part).toList(), element.getLine());
  }
}
