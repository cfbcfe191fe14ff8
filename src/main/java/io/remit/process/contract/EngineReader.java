package io.remit.process.contract;

import io.remit.model.ModelPart;
import java.io.ByteArrayInputStream;
import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.impl.BpmnModelInstanceImpl;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnModelConstants;
import org.camunda.bpm.model.dmn.impl.DmnModelInstanceImpl;
import org.camunda.bpm.model.xml.impl.ModelImpl;
import org.camunda.bpm.model.xml.impl.util.DomUtil;
import org.camunda.bpm.model.xml.instance.DomDocument;
import org.xml.sax.SAXException;

/**
 * Reads models into the objects of the engine's libraries. Their own reader compiles the schemas of all versions anew
 * for each file, validates each file twice, and reads one after another; here a schema is compiled once, and a file is
 * validated while it is read. The objects, and what is said of a file that does not keep to the schema, are the same.
 */
enum EngineReader {

  BPMN(BpmnModelConstants.BPMN_20_SCHEMA_LOCATION),
  DMN(DmnModelConstants.DMN_13_SCHEMA_LOCATION);

  private final Schema schema;

  EngineReader(String schema) {
    this.schema = compiled(schema);
  }

  static BpmnModelInstance process(byte[] content) {
    return new BpmnModelInstanceImpl((ModelImpl) Bpmn.INSTANCE.getBpmnModel(), Bpmn.INSTANCE.getBpmnModelBuilder(),
        BPMN.read(content));
  }

  /** A decision of another version of DMN than Remit's is left to the reader of the libraries, which knows them all. */
  static DmnModelInstance decision(ModelPart root, byte[] content) {
    if (!root.name().getNamespaceURI().equals(DmnModelConstants.DMN13_NS)) {
      return Dmn.readModelFromStream(new ByteArrayInputStream(content));
    }
    return new DmnModelInstanceImpl((ModelImpl) Dmn.INSTANCE.getDmnModel(), Dmn.INSTANCE.getDmnModelBuilder(),
        DMN.read(content));
  }

  private DomDocument read(byte[] content) {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    factory.setSchema(schema);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return DomUtil.parseInputStream(factory, new ByteArrayInputStream(content));
  }

  private static Schema compiled(String resource) {
    URL schema = Bpmn.class.getClassLoader().getResource(resource);
    try {
      return SchemaFactory.newDefaultInstance().newSchema(schema);
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }
}
