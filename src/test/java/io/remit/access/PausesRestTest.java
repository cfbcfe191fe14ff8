package io.remit.access;

import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.cases.CaseRepository;
import io.remit.cases.CaseRepository.NextTreatment;
import io.remit.cases.Channel;
import io.remit.contact.treatment.Treatments;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pauses that are heard of late, and debts beside what was agreed, asked of the running application. */
@OnBothDatabases
class PausesRestTest {

  private static final String ARREARS = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,phone,time_zone\n";

  @LocalServerPort
  private int port;
  @Autowired
  private Treatments treatments;
  @Autowired
  private CaseRepository cases;

  private HttpUser as(DemoUser user) {
    return HttpUser.withPassword(port, user);
  }

  private LocalDate today() {
    return LocalDate.parse(read(as(DemoUser.ADMIN).get("/api/clock")).get("now").asText().substring(0, 10));
  }

  private void load(String account, String debtor, String currency, int daysPastDue) {
    assertThat(read(as(OPERATOR).postCsv("/api/intake/arrears", ARREARS + account + ",LOAN," + currency
        + ",500.00,500.00," + today().minusDays(daysPastDue) + "," + debtor
        + ",Xu Diaz,+447700900409,Europe/London\n")).get("rejected")).isEmpty();
  }

  private List<String> openCases(String debtor) {
    List<String> numbers = new ArrayList<>();
    read(as(COLLECTOR_1).get("/api/cases?debtor=" + debtor)).get("items")
        .forEach(each -> numbers.add(each.get("caseNumber").asText()));
    return numbers;
  }

  private HttpResponse<String> pause(String caseNumber, String fields) {
    return as(SUPERVISOR_1).post("/api/cases/" + caseNumber + "/holds",
        "{\"reason\": \"BREATHING_SPACE\"" + fields + "}");
  }

  @Test
  void aPauseHeardOfLateIsWrittenDownFromItsFirstDay() {
    load("PRT-A", "PRT-A", "GBP", 28);
    String caseNumber = openCases("PRT-A").get(0);
    LocalDate began = today().minusDays(20);

    assertThat(pause(caseNumber, ", \"from\": \"" + today().plusDays(1) + "\", \"note\": \"x\"").body())
        .contains("from: lies ahead");
    assertThat(pause(caseNumber, ", \"from\": \"" + today().minusDays(60) + "\", \"note\": \"x\"").body())
        .contains("from: is too long ago");
    assertThat(pause(caseNumber, ", \"from\": \"" + began + "\"").body()).contains("note: must say why");
    assertThat(pause(caseNumber, ", \"from\": \"" + began + "\", \"note\": \"x\", \"until\": \"" + began.plusDays(61)
        + "\"").body()).contains("until: must lie ahead, not after " + began.plusDays(60));
    assertThat(read(as(COLLECTOR_1).get("/api/cases/" + caseNumber)).get("holds")).isEmpty();

    assertThat(pause(caseNumber, ", \"from\": \"" + began + "\", \"note\": \"The adviser wrote late\"").statusCode())
        .isEqualTo(204);

    JsonNode hold = read(as(COLLECTOR_1).get("/api/cases/" + caseNumber)).get("holds").get(0);
    assertThat(hold.get("from").asText()).isEqualTo(began.toString());
    assertThat(hold.get("until").asText()).isEqualTo(began.plusDays(60).toString());
  }

  @Test
  void whatIsNewBesideAPromiseHasACaseOfItsOwn() {
    load("PRT-B1", "PRT-B", "GBP", 40);
    String promised = openCases("PRT-B").get(0);
    assertThat(as(SUPERVISOR_1).post("/api/cases/" + promised + "/contacts/result", "{\"channel\": \"CALL\","
        + " \"outcome\": \"PROMISED\", \"initiative\": \"DEBTOR\", \"promiseAmount\": \"500.00\", \"promiseDate\": \""
        + today().plusDays(7) + "\"}").statusCode()).isEqualTo(204);

    load("PRT-B2", "PRT-B", "GBP", 20);

    assertThat(openCases("PRT-B")).hasSize(2);
    assertThat(read(as(COLLECTOR_1).get("/api/cases/" + promised)).get("accounts")).singleElement()
        .satisfies(account -> assertThat(account.get("accountNumber").asText()).isEqualTo("PRT-B1"));
  }

  @Test
  void aCaseWithNobodyBeforeItPlansItsMessage() {
    load("PRT-C", "PRT-C", "GBP", 200);
    String caseNumber = openCases("PRT-C").get(0);
    cases.setNextTreatment(caseNumber, new NextTreatment(Channel.LETTER, "before-court-letter", 14));

    treatments.planMessage(caseNumber);

    assertThat(read(as(SUPERVISOR_1).get("/api/contacts?debtor=PRT-C")).get("items")).singleElement()
        .satisfies(attempt -> assertThat(attempt.get("template").asText()).isEqualTo("before-court-letter"));
  }
}
