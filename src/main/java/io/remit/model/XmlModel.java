package io.remit.model;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XML of a process or a decision: no document type, no entities of its own, no instructions. */
public final class XmlModel {

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final Pattern DECLARATION =
      Pattern.compile("<\\?xml version=[\"']1\\.0[\"'](?: encoding=[\"'](?i:utf-8)[\"'])?"
          + "(?: standalone=[\"']\\w+[\"'])?\\s*\\?>");
  private static final int DEEPEST = 40;

  private XmlModel() {
  }

  /**
   * What was read of a file.
   *
   * @param unknown the namespaces that it declares and may not, each with its line
   */
  record Document(ModelPart root, Map<String, Integer> unknown) {
  }

  /**
   * Reads a whole file.
   *
   * @param namespaces those that may be declared
   */
  static Document read(byte[] content, Collection<String> namespaces) throws UnreadableModel {
    String text = PlainFile.text(content);
    Matcher declaration = DECLARATION.matcher(text);
    if (!text.startsWith("<") || text.startsWith("<?") && !declaration.lookingAt()) {
      throw new UnreadableModel(1, "it does not begin with <?xml version=\"1.0\" encoding=\"UTF-8\"?> or an element");
    }
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      Tree tree = new Tree(namespaces);
      factory.newSAXParser().parse(new InputSource(new StringReader(text)), tree);
      return new Document(tree.root, tree.unknown);
    } catch (Refused e) {
      throw new UnreadableModel(e.getLineNumber(), e.getMessage());
    } catch (SAXParseException e) {
      throw new UnreadableModel(e.getLineNumber(), "it is not well-formed: " + e.getMessage());
    } catch (SAXException e) {
      throw new UnreadableModel(0, e.getMessage());
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads a whole file whatever namespaces it declares: to look at it, not to run it. */
  public static ModelPart readOfAnyKind(byte[] content) throws UnreadableModel {
    return read(content, List.of()).root();
  }

  /** The parts of an element that another parser has read. */
  public static ModelPart of(org.w3c.dom.Element element) {
    Map<QName, String> attributes = new HashMap<>();
    NamedNodeMap all = element.getAttributes();
    for (int i = 0; i < all.getLength(); i++) {
      Node attribute = all.item(i);
      if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
        attributes.put(nameOf(attribute), attribute.getNodeValue());
      }
    }
    List<ModelPart> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof org.w3c.dom.Element inner) {
        children.add(of(inner));
      } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(child.getNodeValue());
      }
    }
    return new ModelPart(nameOf(element), attributes, text.toString(), children, 0);
  }

  private static QName nameOf(Node node) {
    return new QName(node.getNamespaceURI(), node.getLocalName() == null ? node.getNodeName() : node.getLocalName());
  }

  /** The XML is well-formed, and has something that no model may have. */
  private static final class Refused extends SAXParseException {

    private static final long serialVersionUID = 1L;

    Refused(String reason, Locator where) {
      super(reason, where);
    }
  }

  /** Builds the parts while the parser reads. */
  private static final class Tree extends DefaultHandler {

    private final Collection<String> namespaces;
    private final Map<String, Integer> unknown = new TreeMap<>();
    private final Map<String, String> prefixes = new HashMap<>();
    private final Deque<ModelPart> open = new ArrayDeque<>();
    private final Deque<StringBuilder> texts = new ArrayDeque<>();
    @SuppressWarnings("NullAway.Init") // the parser sets it first
    private Locator locator;
    @SuppressWarnings("NullAway.Init") // the parser comes to the end of one, or throws
    private ModelPart root;

    Tree(Collection<String> namespaces) {
      this.namespaces = namespaces;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
      this.locator = locator;
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
      String before = prefixes.putIfAbsent(prefix, uri);
      if (before != null && !before.equals(uri)) {
        throw refused("the prefix \"" + prefix + "\" stands for two namespaces");
      }
      if (!namespaces.contains(uri)) {
        unknown.putIfAbsent(uri, locator.getLineNumber());
      }
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
      throw refused("it has the instruction <?" + target + "?>");
    }

    @Override
    public void skippedEntity(String name) throws SAXException {
      throw refused("it has the entity " + name);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
      if (open.size() == DEEPEST) {
        throw refused("it is nested too deeply");
      }
      Map<QName, String> values = new HashMap<>();
      for (int i = 0; i < attributes.getLength(); i++) {
        values.put(new QName(attributes.getURI(i), attributes.getLocalName(i)), attributes.getValue(i));
      }
      open.push(new ModelPart(new QName(uri, localName), values, "", new ArrayList<>(), locator.getLineNumber()));
      texts.push(new StringBuilder());
    }

    @Override
    public void characters(char[] characters, int start, int length) {
      texts.peek().append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
      ModelPart read = open.pop();
      root = new ModelPart(read.name(), read.attributes(), texts.pop().toString(), read.children(), read.line());
      if (!open.isEmpty()) {
        open.peek().children().add(root);
      }
    }

    private Refused refused(String reason) {
      return new Refused(reason, locator);
    }
  }
}
