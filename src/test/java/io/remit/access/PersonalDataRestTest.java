package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.LEGAL_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.DemoUser.SUPERVISOR_2;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.card.CardNumbers;
import io.remit.card.PublishedCards;
import io.remit.cases.DebtorRepository;
import io.remit.contact.incoming.IncomingText;
import io.remit.contact.incoming.IncomingTexts;
import io.remit.privacy.EveryTable;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What debtors may ask of their data, and what is not written down, asked of the running application. */
@OnBothDatabases
class PersonalDataRestTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,email,phone,address,time_zone\n";

  @LocalServerPort
  private int port;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private DebtorRepository debtors;
  @Autowired
  private IncomingTexts texts;
  @Autowired
  private Clock clock;

  private final String debtor = "PRIVATE-" + NUMBERS.incrementAndGet();

  private HttpUser as(DemoUser user) {
    return HttpUser.withPassword(port, user);
  }

  private JsonNode load(String name, String email, String address) {
    return load(debtor + "-A", name, email, address, NUMBERS.incrementAndGet());
  }

  private JsonNode load(String account, String name, String email, String address, int amount) {
    return read(as(OPERATOR).postCsv("/api/intake/arrears", HEADER + account + ",LOAN,EUR," + (500 + amount) + ".00,"
        + (500 + amount) + ".00," + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(40) + ","
        + debtor + "," + name + "," + email + ",+4930901820" + "%02d".formatted(NUMBERS.get()) + "," + address
        + ",Europe/Berlin\n"));
  }

  private String caseNumber() {
    return read(as(ADMIN).get("/api/cases?debtor=" + debtor)).get("items").get(0).get("caseNumber").asText();
  }

  private String path(String end) {
    return "/api/debtors/" + debtor + end;
  }

  @Test
  void aDebtorsDataIsASupervisorsToHandOutAndThatIsWrittenDown() {
    load("Ann Sample", "ann@example.com", "1 Sample Street");

    JsonNode told = read(as(SUPERVISOR_1).get(path("/data?language=en")));

    assertThat(told.toString()).contains("Ann Sample", "ann@example.com", "1 Sample Street", caseNumber());
    assertThat(as(SUPERVISOR_1).get(path("/data.pdf")).body()).startsWith("%PDF-");
    Stream.of(DemoUser.values()).filter(user -> !List.of(ADMIN, SUPERVISOR_1, SUPERVISOR_2).contains(user))
        .forEach(user -> assertThat(as(user).get(path("/data")).statusCode()).as(user.name()).isEqualTo(403));
    assertThat(as(SUPERVISOR_1).get("/api/debtors/nobody-such/data").statusCode()).isEqualTo(404);
    assertThat(jdbc.sql("select count(*) from audit_event where debtor_id = :debtor and detail like '%/data.pdf%'")
        .param("debtor", debtor).query(Integer.class).single()).isEqualTo(1);
  }

  /** Each user in one group: who needs the number of an account sees it whole, others its end, in lists as in texts. */
  @Test
  void whoDoesNotNeedTheNumbersOfAccountsSeesTheirEnds() {
    load("Ann Sample", "ann@example.com", "1 Sample Street");
    String account = debtor + "-A";
    List<String> paths = List.of("/api/cases?debtor=" + debtor, "/api/cases/" + caseNumber(),
        "/api/cases/" + caseNumber() + "/timeline", "/api/accounts/" + account + "/ledger");
    Stream.of(DemoUser.FIELD_1, DemoUser.MANAGER_1).forEach(user -> paths.forEach(path ->
        assertThat(as(user).get(path).body()).as("%s asks for %s", user, path).doesNotContain(account)));
    Stream.of(COLLECTOR_1, LEGAL_1, DemoUser.OUTSOURCING_1, SUPERVISOR_1, OPERATOR, ADMIN)
        .forEach(user -> paths.stream().skip(1).forEach(path ->
            assertThat(as(user).get(path).body()).as("%s asks for %s", user, path).contains(account)));
    assertThat(as(DemoUser.MANAGER_1).get("/api/cases/" + caseNumber()).body())
        .contains("\"accountNumber\":\"" + "*".repeat(account.length() - 4)
            + account.substring(account.length() - 4) + "\"");
  }

  @Test
  void onlyLegalOfficersKeepDataFromBeingErasedAndSayWhy() {
    load("Ann Sample", "ann@example.com", "1 Sample Street");

    assertThat(as(SUPERVISOR_1).post(path("/legal-holds"), "{\"reason\": \"A suit\"}").statusCode()).isEqualTo(403);
    assertThat(as(LEGAL_1).post(path("/legal-holds"), "{\"reason\": \" \"}").statusCode()).isEqualTo(400);
    HttpResponse<String> made = as(LEGAL_1).post(path("/legal-holds"), "{\"reason\": \"A suit\"}");
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode erasure = read(as(SUPERVISOR_1).get(path("/erasure")));
    assertThat(erasure.get("erasable").get("obstacles").toString()).isEqualTo("[\"LEGAL_HOLD\",\"CASE_OPEN\"]");
    assertThat(as(SUPERVISOR_1).post(path("/erasure"), "{\"reason\": \"They asked\"}").body()).contains("legal hold");
    String end = path("/legal-holds/" + read(made).get("legalHoldId").asLong() + "/end");
    assertThat(as(LEGAL_1).post(end, "{\"reason\": \"It is over\"}").statusCode()).isEqualTo(204);
    assertThat(as(LEGAL_1).post(end, "{\"reason\": \"Again\"}").statusCode()).isEqualTo(404);
    assertThat(as(SUPERVISOR_1).post(path("/erasure"), "{\"reason\": \"They asked\"}").body()).contains("case open");
  }

  @Test
  void aCorrectionHoldsUntilTheCreditorTellsAThirdValue() {
    load("Ann Smaple", "ann@example.com", "1 Sample Street");
    assertThat(as(SUPERVISOR_1).post(path("/corrections"), "{\"field\": \"EMAIL\", \"value\": \"no address\","
        + " \"reason\": \"They said so\"}").statusCode()).isEqualTo(400);
    assertThat(as(SUPERVISOR_1).post(path("/corrections"),
        "{\"field\": \"NAME\", \"value\": \"Ann Sample\", \"reason\": \"Passport seen\"}").statusCode()).isEqualTo(204);

    load("Ann Smaple", "ann@example.com", "2 Sample Street");

    assertThat(debtors.get(debtor).name()).isEqualTo("Ann Sample");
    assertThat(read(as(SUPERVISOR_1).get(path("/corrections"))).get(0).get("inForce").asBoolean()).isTrue();

    load("Ann Sample-Jones", "ann@example.com", "2 Sample Street");

    assertThat(debtors.get(debtor).name()).isEqualTo("Ann Sample-Jones");
    assertThat(read(as(SUPERVISOR_1).get(path("/corrections"))).get(0).get("inForce").asBoolean()).isFalse();
    assertThat(as(SUPERVISOR_1).get("/api/cases/" + caseNumber() + "/timeline").body())
        .contains("The debtor's data was corrected", "something else than what was corrected");
  }

  @Test
  void cardNumbersAreRefusedInFiles() {
    IntStream.range(0, PublishedCards.NUMBERS.size()).forEach(number -> {
      String card = PublishedCards.NUMBERS.get(number);
      JsonNode answer = load(debtor + "-" + number, "Ann card " + card, "ann@example.com", "1 Sample Street", number);
      assertThat(answer.get("rejected").toString()).as(card).contains("card-number", "debtor_name")
          .doesNotContain(card);
    });
    assertThat(load("4111111111111111", "Ann Sample", "ann@example.com", "IBAN DE89 3704 0044 0532 0130 00", 1)
        .get("rejected")).as("an id, and an IBAN").isEmpty();
  }

  @Test
  void cardNumbersInWhatPeopleWriteAreHiddenBeforeItIsKept() {
    load("Ann Sample", "ann@example.com", "1 Sample Street");
    String number = caseNumber();
    String card = "4000 0566-5566 5556".replace('-', ' ');
    String phone = debtors.get(debtor).phone();

    assertThat(as(SUPERVISOR_1).post("/api/cases/" + number + "/holds",
        "{\"reason\": \"DISPUTE\", \"note\": \"pays with " + card + "\"}").statusCode()).isBetween(200, 299);
    assertThat(as(COLLECTOR_1).post("/api/cases/" + number + "/complaints",
        "{\"words\": \"You wrote down " + card + "\", \"channel\": \"CALL\"}").statusCode()).isBetween(200, 299);
    assertThat(as(SUPERVISOR_1).post(path("/safety-notes"),
        "{\"level\": \"CAUTION\", \"words\": \"Shows a card " + card + "\"}").statusCode()).isBetween(200, 299);
    texts.receive(new IncomingText("smpp", "card-" + debtor, phone, "take it from " + card, clock.instant()));
    tellPayment(card);

    assertThat(EveryTable.with(jdbc, List.of(card, card.replace(" ", "")))).isEmpty();
    assertThat(EveryTable.with(jdbc, List.of(CardNumbers.masked(card)))).map(found -> found.replaceAll(":.*", ""))
        .map(String::toLowerCase).contains("hold.note", "complaint.words", "safety_note.words", "incoming_text.body",
            "case_event.data", "bank_movement.remittance");
  }

  private void tellPayment(String card) {
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    HttpResponse<String> answer = as(OPERATOR).postBytes("/api/intake/payments", "application/xml", """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
        <GrpHdr><MsgId>%1$s</MsgId><CreDtTm>%2$sT09:00:00Z</CreDtTm></GrpHdr>
        <Ntfctn><Id>%1$s</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
        <Ntry><Amt Ccy="EUR">17.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>%2$s</Dt></BookgDt><ValDt><Dt>%2$s</Dt></ValDt><AcctSvcrRef>%1$s</AcctSvcrRef>
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
        <NtryDtls><TxDtls><Refs><AcctSvcrRef>%1$s</AcctSvcrRef></Refs><Amt Ccy="EUR">17.00</Amt>
        <CdtDbtInd>CRDT</CdtDbtInd><RmtInf><Ustrd>paid with card %3$s</Ustrd></RmtInf></TxDtls></NtryDtls>
        </Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
        """.formatted(debtor + "-S", day, card).getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
  }
}
