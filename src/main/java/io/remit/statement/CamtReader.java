package io.remit.statement;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads camt.052, camt.053 and camt.054 as a stream: it goes by the local names of elements, which all versions from 02
 * to 13 have in common where it matters here, wherever in the file the message stands. Nothing outside the file is ever
 * looked up.
 */
final class CamtReader {

  private static final Pattern NAMESPACE = Pattern.compile("camt\\.(05[234])\\.001\\.(\\d\\d)");
  /** What holds the statements of a message, and how they are called. */
  private static final Map<String, String> STATEMENTS =
      Map.of("BkToCstmrStmt", "Stmt", "BkToCstmrAcctRpt", "Rpt", "BkToCstmrDbtCdtNtfctn", "Ntfctn");
  private static final int OLDEST_VERSION = 2;
  private static final int NEWEST_VERSION = 13;

  private final StatementLimits limits;
  private final Consumer<BankEntry> to;
  private final ElementPath belowStatement = ElementPath.root();
  private final ElementPath belowEntry = ElementPath.root();
  private final ElementPath belowDetail = ElementPath.root();
  /** The places of the open elements; null outside of statements. */
  private final @Nullable ElementPath[] places;
  private final XMLStreamReader xml;
  private final StringBuilder text = new StringBuilder();

  private int depth;
  private @Nullable String root;
  private @Nullable String container;
  private String currency = "";
  private @Nullable CamtStatement statement;
  private @Nullable CamtEntry entry;
  private @Nullable CamtDetail detail;
  private boolean isCamt;
  private int statements;
  private int entries;

  CamtReader(InputStream content, StatementLimits limits, Consumer<BankEntry> to)
      throws StatementRefused, IOException {
    this.limits = limits;
    this.to = to;
    this.places = new ElementPath[limits.depth() + 1];
    try {
      xml = hardened().createXMLStreamReader(content);
    } catch (XMLStreamException malformed) {
      throw refusalOf(malformed);
    }
  }

  void read() throws StatementRefused, IOException {
    try {
      while (xml.hasNext()) {
        take(xml.next());
      }
    } catch (XMLStreamException malformed) {
      throw refusalOf(malformed);
    }
    if (statements == 0) {
      throw isCamt
          ? new StatementRefused(1, root, "no-statement", "The file has no statement and no notification in it.")
          : new StatementRefused(1, root, "unsupported-format", "The XML is neither camt.052, camt.053 nor camt.054.");
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
    long line = malformed.getLocation() == null ? 1 : Math.max(1, malformed.getLocation().getLineNumber());
    if (malformed.getNestedException() instanceof CharConversionException) {
      return new StatementRefused(line, null, "encoding", "The file is not in the encoding that it declares.");
    }
    if (malformed.getNestedException() instanceof IOException failure) {
      throw failure;
    }
    return new StatementRefused(line, null, "not-well-formed", "The file is not well-formed XML from this line on.");
  }

  private void take(int event) throws StatementRefused {
    switch (event) {
      case XMLStreamConstants.DTD -> throw new StatementRefused(line(), null, "doctype",
          "The file has a DOCTYPE; a bank's statement has none.");
      case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add();
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.ENTITY_REFERENCE -> throw new StatementRefused(line(), null, "doctype",
          "The file uses an entity of its own; a bank's statement has none.");
      default -> {
        // comments and processing instructions say nothing
      }
    }
  }

  private long line() {
    return xml.getLocation().getLineNumber();
  }

  private void start(String name) throws StatementRefused {
    if (++depth > limits.depth()) {
      throw new StatementRefused(line(), name, "too-deep",
          "The elements are nested deeper than " + limits.depth() + ".");
    }
    text.setLength(0);
    places[depth] = statement == null ? outside(name) : inside(statement, name, places[depth - 1]);
    currency = Objects.requireNonNullElse(xml.getAttributeValue(null, "Ccy"), "");
  }

  /** @return the place of a statement that begins here, else null */
  private @Nullable ElementPath outside(String name) throws StatementRefused {
    if (root == null) {
      root = name;
    }
    checkVersion(name);
    if (STATEMENTS.containsKey(name)) {
      container = name;
      isCamt = true;
    } else if (container != null && name.equals(STATEMENTS.get(container))) {
      statements++;
      statement = new CamtStatement(CamtStatement.Sums.of(name));
      return belowStatement;
    }
    return null;
  }

  private void checkVersion(String name) throws StatementRefused {
    String namespace = xml.getNamespaceURI();
    if (namespace == null) {
      return;
    }
    Matcher camt = NAMESPACE.matcher(namespace);
    if (camt.find()) {
      isCamt = true;
      int version = Integer.parseInt(camt.group(2));
      if (version < OLDEST_VERSION || version > NEWEST_VERSION) {
        throw new StatementRefused(line(), name, "unsupported-version", "Version " + camt.group(2) + " of camt."
            + camt.group(1) + " cannot be read, only 02 to 13.");
      }
    }
  }

  private ElementPath inside(CamtStatement open, String name, ElementPath above) throws StatementRefused {
    if (above == belowStatement && name.equals("Ntry")) {
      entry = open.beginEntry(line());
      return belowEntry;
    }
    if (entry != null && detail == null && name.equals("TxDtls") && above.text().equals("NtryDtls")) {
      detail = entry.beginDetail(line(), limits.entries());
      return belowDetail;
    }
    if (above == belowStatement && name.equals("Bal")) {
      open.beginBalance(line());
    }
    return above.child(name);
  }

  private void add() throws StatementRefused {
    if (text.length() + xml.getTextLength() > limits.text()) {
      throw new StatementRefused(line(), statement == null ? null : lastName(places[depth].text()), "text-too-long",
          "The text of an element is longer than " + limits.text() + " characters.");
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private void end() throws StatementRefused {
    ElementPath place = places[depth--];
    if (place == null) {
      return;
    }
    if (place == belowDetail) {
      detail = null;
    } else if (place == belowEntry) {
      tell(openStatement().endEntry(Objects.requireNonNull(entry, "it ends after it began")));
      entry = null;
    } else if (place == belowStatement) {
      openStatement().close(line());
      statement = null;
    } else {
      take(place.text(), text.toString().strip());
    }
    text.setLength(0);
  }

  private void take(String path, String content) throws StatementRefused {
    if (detail != null) {
      detail.take(path, content, currency);
    } else if (entry != null) {
      entry.take(path, content, currency);
    } else {
      openStatement().take(path, content, currency);
    }
  }

  private CamtStatement openStatement() {
    return Objects.requireNonNull(statement, "places are known in an open statement alone");
  }

  private void tell(BankEntry told) throws StatementRefused {
    entries += told.parts().size();
    if (entries > limits.entries()) {
      throw new StatementRefused(told.whole().line(), "Ntry", "too-many-entries",
          "The file has more than " + limits.entries() + " entries (remit.statements.most.entries).");
    }
    to.accept(told);
  }
}
