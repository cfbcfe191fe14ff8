package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.Office.accepted;
import static io.remit.access.Office.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail is verified over REST, and tells what was done with a debtor's data. */
@OnBothDatabases
class TrailRestTest {

  @LocalServerPort
  private int port;
  @Autowired
  private JdbcClient database;

  private Office office;
  private HttpUser manager;
  private String debtorId;
  private String caseNumber;

  @BeforeEach
  void openACase() {
    office = new Office(port);
    manager = HttpUser.withPassword(port, MANAGER_1);
    debtorId = "SEEN-" + System.nanoTime();
    caseNumber = office.openCase(debtorId);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatIsChangedBehindRemitsBackIsNamedAndOperatorsSeeIt() {
    // other tests move the clock to and fro: what was sealed then tells other times than its seals
    List.of("trail_erasure", "trail_seal").forEach(table -> database.sql("delete from " + table).update());
    accepted(manager.post("/api/audit/verification", ""));
    accepted(manager.post("/api/audit/verification", ""));
    long event = database.sql("select min(event_id) from case_event where case_number = :case")
        .param("case", caseNumber).query(Long.class).single();
    String before = database.sql("select text from case_event where event_id = :id").param("id", event)
        .query(String.class).single();

    JsonNode found;
    try {
      setText(event, "Something else");
      found = read(manager.post("/api/audit/verification", ""));
      assertThat(HttpUser.withPassword(port, OPERATOR).get("/actuator/health").body())
          .contains("\"status\":\"DEGRADED\"", "case_event " + event + ": was changed");
    } finally {
      setText(event, before);
    }

    assertThat(found.get("findings")).anySatisfy(finding -> assertThat(finding.toString()).contains(
        "\"table\":\"case_event\",\"id\":" + event + ",\"what\":\"CHANGED\""));
    assertThat(read(manager.post("/api/audit/verification", "")).get("findings")).noneSatisfy(finding ->
        assertThat(finding.toString()).contains("\"case_event\",\"id\":" + event + ","));
    assertThat(read(manager.get("/api/audit/verification")).at("/last/sealedRows").asLong()).isPositive();
  }

  private void setText(long event, String text) {
    database.sql("update case_event set text = :text where event_id = :id").param("text", text).param("id", event)
        .update();
  }

  @Test
  void courtsLawFirmsAndPartnersNearByAreInTheReport() {
    String now = "timestamp with time zone '2026-03-02 08:00:00Z'";
    Map<String, String> of = Map.of("case", caseNumber);
    database.sql("insert into court_filing (case_number, status, decided_by, decided_at, dossier, filed_at)"
        + " values (:case, 'FILED', 'legal1', " + now + ", 'dossier.pdf', " + now + ")").params(of).update();
    database.sql("insert into court_referral (case_number, firm_id, status, field_of_law, why, referred_by,"
        + " referred_at, delivered_at) values (:case, 'lawfirm1', 'ENDED', 'x', 'x', 'legal1', " + now + ", " + now
        + ")").params(of).update();
    database.sql("insert into court_referral_notice (referral_id, what, noted_at, delivered_at) select referral_id,"
        + " 'STAYED', " + now + ", " + now + " from court_referral where case_number = :case").params(of).update();
    database.sql("insert into near_by_offer (case_number, status, offered_by, offered_at, ends_on) values (:case,"
        + " 'ENDED', 'outsourcing1', " + now + ", date '2026-03-03')").params(of).update();
    database.sql("insert into near_by_invitation (offer_id, partner_id, status) select offer_id, 'agency1', 'DECLINED'"
        + " from near_by_offer where case_number = :case").params(of).update();

    JsonNode page = read(manager.get("/api/debtors/" + debtorId + "/access-report"));

    List<String> told = new ArrayList<>();
    page.get("items").forEach(item -> told.add(item.get("how").asText() + " " + item.get("who").asText() + " "
        + item.get("what").asText() + " " + item.get("detail").asText()));
    assertThat(told).contains("RECEIVED court DOSSIER dossier.pdf", "RECEIVED lawfirm1 DOSSIER referred",
        "RECEIVED lawfirm1 COURT_NOTICE STAYED", "RECEIVED agency1 NEAR_BY_OFFER DECLINED");
    assertThat(page.get("total").asInt()).isEqualTo(told.size());
    JsonNode second = read(manager.get("/api/debtors/" + debtorId + "/access-report?page=1&size=2"));
    assertThat(second.get("items")).hasSize(2);
    assertThat(second.get("items").get(0).get("at")).isEqualTo(page.get("items").get(2).get("at"));
  }

  @Test
  void whoIsNotKnownIsNotFoundAndOddPagesAreRefused() {
    assertThat(manager.get("/api/debtors/nobody-' or '1'='1/access-report".replace(" ", "%20")).statusCode())
        .isEqualTo(404);
    for (String page : List.of("page=-1", "size=0", "size=10001", "page=x")) {
      assertThat(manager.get("/api/debtors/" + debtorId + "/access-report?" + page).statusCode()).isEqualTo(400);
    }
    assertThat(manager.get("/api/debtors/access-report").statusCode()).isEqualTo(400);
    assertThat(HttpUser.withPassword(port, ADMIN).get("/api/debtors/" + debtorId + "/access-report?page=2000000000"
        + "&size=10000").statusCode()).isEqualTo(200);
  }
}
