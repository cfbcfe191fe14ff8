package io.remit.statement;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads camt.053 and camt.054 as a stream: it goes by the local names of elements, which all versions from 02 to 08
 * have in common where it matters here. Nothing outside the file is ever looked up.
 */
final class CamtReader {

  private static final Pattern NAMESPACE =
      Pattern.compile("urn:iso:std:iso:20022:tech:xsd:camt\\.(0\\d\\d)\\.001\\.(\\d\\d)");
  private static final Set<String> STATEMENTS = Set.of("053", "054");
  private static final int OLDEST_VERSION = 2;
  private static final int NEWEST_VERSION = 8;

  private final StatementLimits limits;
  private final Consumer<BankEntry> to;
  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();

  private CamtStatement statement;
  private boolean withBalances;
  private int statements;
  private int entries;

  CamtReader(StatementLimits limits, Consumer<BankEntry> to) {
    this.limits = limits;
    this.to = to;
  }

  void read(InputStream content) throws StatementRefused, IOException {
    try {
      XMLStreamReader xml = hardened().createXMLStreamReader(content);
      while (xml.hasNext()) {
        take(xml, xml.next());
      }
    } catch (XMLStreamException malformed) {
      throw refusalOf(malformed);
    }
    if (statements == 0) {
      throw new StatementRefused(1, "Document", "no-statement", "The file has no statement and no notification in it.");
    }
  }

  private static XMLInputFactory hardened() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private static StatementRefused refusalOf(XMLStreamException malformed) throws IOException {
    if (malformed.getNestedException() instanceof IOException failure
        && !(failure instanceof CharConversionException)) {
      throw failure;
    }
    long line = malformed.getLocation() == null ? 1 : Math.max(1, malformed.getLocation().getLineNumber());
    return new StatementRefused(line, null, "not-well-formed", "The file is not well-formed XML from this line on.");
  }

  private void take(XMLStreamReader xml, int event) throws StatementRefused {
    long line = xml.getLocation().getLineNumber();
    switch (event) {
      case XMLStreamConstants.DTD -> throw new StatementRefused(line, null, "doctype",
          "The file has a DOCTYPE; a bank's statement has none.");
      case XMLStreamConstants.START_ELEMENT -> start(xml, line);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(xml, line);
      case XMLStreamConstants.END_ELEMENT -> end(line);
      case XMLStreamConstants.ENTITY_REFERENCE -> throw new StatementRefused(line, path.peekLast(), "doctype",
          "The file uses an entity of its own; a bank's statement has none.");
      default -> {
        // comments and processing instructions say nothing
      }
    }
  }

  private void start(XMLStreamReader xml, long line) throws StatementRefused {
    String name = xml.getLocalName();
    if (path.isEmpty()) {
      checkRoot(name, xml.getNamespaceURI(), line);
    }
    path.addLast(name);
    if (path.size() > limits.depth()) {
      throw new StatementRefused(line, name, "too-deep", "The elements are nested deeper than " + limits.depth() + ".");
    }
    text.setLength(0);
    if (statement != null) {
      statement.begin(below(), xml.getAttributeValue(null, "Ccy"), line);
    } else if (path.size() == CamtStatement.DEPTH && (name.equals("Stmt") || name.equals("Ntfctn"))) {
      statements++;
      statement = new CamtStatement(withBalances, limits);
    }
  }

  private void checkRoot(String name, String namespace, long line) throws StatementRefused {
    Matcher known = NAMESPACE.matcher(namespace == null ? "" : namespace);
    if (!name.equals("Document") || !known.matches() || !STATEMENTS.contains(known.group(1))) {
      throw new StatementRefused(line, name, "unsupported-format", "The XML is neither camt.053 nor camt.054.");
    }
    int version = Integer.parseInt(known.group(2));
    if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
      throw new StatementRefused(line, name, "unsupported-version", "Version " + known.group(2) + " of camt."
          + known.group(1) + " cannot be read, only 02 to 08.");
    }
    withBalances = known.group(1).equals("053");
  }

  private void add(XMLStreamReader xml, long line) throws StatementRefused {
    if (text.length() + xml.getTextLength() > limits.text()) {
      throw new StatementRefused(line, path.peekLast(), "text-too-long",
          "The text of an element is longer than " + limits.text() + " characters.");
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private void end(long line) throws StatementRefused {
    if (statement != null && path.size() == CamtStatement.DEPTH) {
      statement.close(line);
      statement = null;
    } else if (statement != null) {
      Optional<BankEntry> told = statement.end(below(), text.toString().strip(), line);
      if (told.isPresent()) {
        count(told.get());
        to.accept(told.get());
      }
    }
    text.setLength(0);
    path.removeLast();
  }

  private void count(BankEntry told) throws StatementRefused {
    entries += told.parts().size();
    if (entries > limits.entries()) {
      throw new StatementRefused(told.whole().line(), "Ntry", "too-many-entries",
          "The file has more than " + limits.entries() + " entries (remit.statements.most.entries).");
    }
  }

  /** The path below the statement, such as {@code Ntry/Amt}. */
  private String below() {
    return String.join("/", path.stream().skip(CamtStatement.DEPTH).toList());
  }
}
