package io.remit.process.contract;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A tag, an attribute or a text of a model's XML: for rules that hold wherever something stands.
 *
 * @param elementId of the nearest element around it that has an id
 * @param tag local name of the tag, or of the tag around the attribute or text
 * @param attribute local name of the attribute, or null
 * @param namespace of the attribute, or else of the tag
 * @param value of the attribute or the text, or null for a tag
 */
record XmlPart(String elementId, String tag, String attribute, String namespace, String value) {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/";

  /** All parts of a document from its beginning to its end. */
  static List<XmlPart> of(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      List<XmlPart> parts = new ArrayList<>();
      collect(builder.parse(new InputSource(new StringReader(xml))).getDocumentElement(), "", parts);
      return parts;
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  boolean isTag() {
    return value == null;
  }

  private static void collect(Element element, String idAround, List<XmlPart> parts) {
    String id = element.hasAttribute("id") ? element.getAttribute("id") : idAround;
    String tag = element.getLocalName();
    parts.add(new XmlPart(id, tag, null, element.getNamespaceURI(), null));
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      parts.add(new XmlPart(id, tag, attribute.getLocalName(), attribute.getNamespaceURI(),
          attribute.getNodeValue()));
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element childElement) {
        collect(childElement, id, parts);
      } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
        parts.add(new XmlPart(id, tag, null, element.getNamespaceURI(), child.getNodeValue()));
      }
    }
  }
}
