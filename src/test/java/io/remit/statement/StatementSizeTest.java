package io.remit.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Large statements, made while they are read, within the limits that hold unless set. 20,000 entries;
 * {@code -Dremit.statement.entries=100000} for more, with {@code -Xmx64m}: the log tells the seconds.
 */
@Tag("long")
class StatementSizeTest {

  private static final Logger LOG = LoggerFactory.getLogger(StatementSizeTest.class);
  private static final int ENTRIES = Integer.getInteger("remit.statement.entries", 20_000);
  private static final StatementLimits LIMITS = new Binder(new MapConfigurationPropertySource())
      .bindOrCreate("remit.statements.most", StatementLimits.class);
  private static final String HEAD = "<Amt Ccy='EUR'>%d.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
      + "<BookgDt><Dt>2026-03-02</Dt></BookgDt><ValDt><Dt>2026-03-02</Dt></ValDt><AcctSvcrRef>B-%d</AcctSvcrRef><N"
      + "tryDtls>";

  private static Stream<String> statement(Stream<String> entries) {
    String balance = "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt "
        + "Ccy='EUR'>%d.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
        + "</Bal>";
    return Stream.of(Stream.of("<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt><Stmt>",
        balance.formatted("OPBD", 0), balance.formatted("CLBD", ENTRIES)), entries,
        Stream.of("</Stmt></BkToCstmrStmt></Document>")).flatMap(part -> part);
  }

  private static Stream<String> entries() {
    return IntStream.range(0, ENTRIES).mapToObj(number -> "<Ntry>" + HEAD.formatted(1, number) + detail(number)
        + "</NtryDtls><AddtlNtryInf>SEPA CREDIT</AddtlNtryInf></Ntry>\n");
  }

  private static Stream<String> oneBatch() {
    return Stream.of(Stream.of("<Ntry>" + HEAD.formatted(ENTRIES, 1)), IntStream.range(0, ENTRIES)
        .mapToObj(StatementSizeTest::detail), Stream.of("</NtryDtls></Ntry>")).flatMap(part -> part);
  }

  private static String detail(int number) {
    return "<TxDtls><Refs><AcctSvcrRef>T-" + number + "</AcctSvcrRef><EndToEndId>E-" + number + "</EndToEndId><TxId>X-"
        + number + "</TxId></Refs><AmtDtls><TxAmt><Amt "
        + "Ccy='EUR'>1.00</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>Debtor &amp; "
        + number + "</Nm><PstlAdr><AdrLine>Street " + number + "</AdrLine></PstlAdr></Dbtr><DbtrAcct><Id>"
        + "<IBAN>DE02100100100006820101</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>For account ACC-" + number
        + ", with kind regards</Ustrd></RmtInf></TxDtls>\n";
  }

  @SuppressWarnings("JdkObsolete") // as SequenceInputStream takes it
  private static InputStream stream(Stream<String> parts) {
    Iterator<String> each = parts.iterator();
    return new SequenceInputStream(new Enumeration<InputStream>() {
      @Override
      public boolean hasMoreElements() {
        return each.hasNext();
      }

      @Override
      public InputStream nextElement() {
        return new ByteArrayInputStream(each.next().getBytes(StandardCharsets.UTF_8));
      }
    });
  }

  private static long movementsOf(Stream<String> statement) throws StatementRefused, IOException {
    long start = System.nanoTime();
    long[] movements = {0};
    new BankStatements(LIMITS).read(stream(statement), 0, new BankStatements.Checked(1, Collections.emptyList()),
        entry -> movements[0] += entry.parts().size());
    LOG.info("{} movements in {} ms", movements[0], (System.nanoTime() - start) / 1_000_000);
    return movements[0];
  }

  @Test
  void manyEntriesAreReadOneAfterTheOther() throws Exception {
    assertThat(movementsOf(statement(entries()))).isEqualTo(ENTRIES);
  }

  @Test
  void oneEntryMayHaveManyDetails() throws Exception {
    assertThat(movementsOf(statement(oneBatch()))).isEqualTo(ENTRIES);
  }

  @Test
  void theLimitsOfBytesAndEntriesFitEachOther() {
    assertThat(LIMITS.entries()).isGreaterThanOrEqualTo(100_000);
    assertThat(LIMITS.size().toBytes() / LIMITS.entries()).as("bytes of an entry").isBetween(2000L, 4000L);
  }
}
