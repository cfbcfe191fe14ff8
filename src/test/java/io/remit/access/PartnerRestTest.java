package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.LEGAL_1;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.OUTSOURCING_1;
import static io.remit.access.DemoUser.PARTNER_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.remit.partner.PartnersForTests;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An outsourcing officer keeps the register of partners, and a supervisor confirms their keys. */
@DemoTest
class PartnerRestTest {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String AGENCY = """
      {"name": "Night & Day Collections", "kind": "AGENCY", "places": ["DE-BY/Munich", "AT"], "products": ["CARD"],
       "fieldsOfLaw": [], "capacity": 40, "channels": ["CALL", "LETTER"],
       "dataFields": ["DEBTOR_NAME", "PHONE", "OVERDUE_AMOUNT"],
       "licence": {"number": "RD-7", "authority": "A court", "expires": null},
       "contract": {"begins": "2000-01-01", "ends": "2099-12-31"},
       "commission": [{"fromDays": 365, "fromAmount": "5000.00", "currency": "EUR", "percent": 22.5},
                      {"fromDays": 0, "fromAmount": null, "currency": null, "percent": 15}]}""";

  @LocalServerPort
  private int port;
  @Autowired
  private ObjectMapper json;
  @Autowired
  private Clock clock;

  private HttpUser officer;
  private HttpUser supervisor;
  private String partnerId;

  @BeforeEach
  void begin() {
    officer = HttpUser.withPassword(port, OUTSOURCING_1);
    supervisor = HttpUser.withPassword(port, SUPERVISOR_1);
    partnerId = "night" + NUMBERS.incrementAndGet();
  }

  private HttpResponse<String> register() {
    return officer.post("/api/partners", "{\"partnerId\": \"%s\", \"partner\": %s}".formatted(partnerId, AGENCY));
  }

  private String enterKey() {
    String certificate = PartnersForTests.certificate(PartnersForTests.pair(clock.instant().minusSeconds(60)));
    HttpResponse<String> answer = officer.post("/api/partners/" + partnerId + "/key",
        json.createObjectNode().put("armoured", certificate).toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return read(answer).at("/key/fingerprint").asText();
  }

  private HttpResponse<String> confirm(HttpUser user, String fingerprint) {
    return user.post("/api/partners/" + partnerId + "/key/confirmation",
        json.createObjectNode().put("fingerprint", fingerprint).toString());
  }

  private JsonNode known() {
    return read(officer.get("/api/partners/" + partnerId));
  }

  @Test
  void aPartnerIsInGoodStandingWhenASecondPersonHasConfirmedItsKey() {
    HttpResponse<String> made = register();
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(read(made).at("/standing").toString()).isEqualTo("{\"good\":false,\"reasons\":[\"NO_KEY\"]}");

    String fingerprint = enterKey();
    assertThat(known().at("/standing/reasons").toString()).isEqualTo("[\"KEY_UNCONFIRMED\"]");
    assertThat(confirm(officer, fingerprint).statusCode()).isEqualTo(403);
    assertThat(read(confirm(supervisor, "AB CD")).at("/detail").asText()).startsWith("fingerprint: is not that of the");
    String spaced = fingerprint.toLowerCase(Locale.ROOT).replaceAll("(....)", "$1 ");
    HttpResponse<String> confirmed = confirm(supervisor, spaced);

    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
    JsonNode partner = known();
    assertThat(partner.at("/standing").toString()).isEqualTo("{\"good\":true,\"reasons\":[]}");
    assertThat(partner.at("/key/confirmedBy").asText()).isEqualTo("supervisor1");
    assertThat(partner.at("/places").toString()).isEqualTo("[\"AT\",\"DE-BY/Munich\"]");
    assertThat(partner.at("/commission").toString()).isEqualTo("""
        [{"fromDays":0,"fromAmount":null,"currency":null,"percent":"15.00"},\
        {"fromDays":365,"fromAmount":"5000.0000","currency":"EUR","percent":"22.50"}]""");
    assertThat(read(confirm(supervisor, fingerprint)).at("/detail").asText())
        .isEqualTo("fingerprint: there is no key to confirm");
  }

  @Test
  void whoEnteredAKeyDoesNotConfirmItWhateverGroupsTheyHave() {
    register();
    HttpUser admin = HttpUser.withPassword(port, ADMIN);
    String certificate = PartnersForTests.certificate(PartnersForTests.pair(clock.instant().minusSeconds(60)));
    String fingerprint = read(admin.post("/api/partners/" + partnerId + "/key",
        json.createObjectNode().put("armoured", certificate).toString())).at("/key/fingerprint").asText();

    assertThat(read(confirm(admin, fingerprint)).at("/detail").asText())
        .isEqualTo("fingerprint: is for another person: you entered this key yourself");
    assertThat(known().at("/standing/reasons").toString()).isEqualTo("[\"KEY_UNCONFIRMED\"]");
  }

  @Test
  void anotherKeyHasToBeConfirmedAnew() {
    register();
    String first = enterKey();
    confirm(supervisor, first);

    String second = enterKey();

    assertThat(known().at("/standing/reasons").toString()).isEqualTo("[\"KEY_UNCONFIRMED\"]");
    assertThat(confirm(supervisor, first).statusCode()).isEqualTo(400);
    assertThat(confirm(supervisor, second).statusCode()).isEqualTo(200);
  }

  @Test
  void aChangeLeavesTheKeyAndASuspendedPartnerGetsNothing() throws IOException {
    register();
    confirm(supervisor, enterKey());
    ObjectNode changed = (ObjectNode) json.readTree(AGENCY);
    changed.put("capacity", 41);

    assertThat(officer.put("/api/partners/" + partnerId, changed.toString()).statusCode()).isEqualTo(200);
    assertThat(known().at("/capacity").asInt()).isEqualTo(41);
    assertThat(known().at("/standing/good").asBoolean()).isTrue();

    assertThat(supervisor.post("/api/partners/" + partnerId + "/suspension", "{\"reason\": \"\"}").statusCode())
        .isEqualTo(400);
    assertThat(read(supervisor.post("/api/partners/" + partnerId + "/suspension", "{\"reason\": \"a breach\"}"))
        .at("/standing/reasons").toString()).isEqualTo("[\"SUSPENDED\"]");
    assertThat(read(supervisor.post("/api/partners/" + partnerId + "/suspension", "{\"reason\": \"again\"}"))
        .at("/detail").asText()).isEqualTo("partnerId: is suspended already");
    assertThat(read(officer.post("/api/partners/" + partnerId + "/suspension/end", "{}")).at("/standing/good")
        .asBoolean()).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', value = {
      "name|\"\"|name: needs 1 to 200 characters",
      "kind|\"BANK\"|kind: must be one of AGENCY, LAW_FIRM, LOCAL_COLLECTOR, PART_TIME_COLLECTOR",
      "places|[\"Bavaria\"]|places[0]: must be a place such as CN, CN-SH or CN-SH/Shanghai",
      "places|[null]|places[0]: must be a place such as CN, CN-SH or CN-SH/Shanghai",
      "products|[\"a,b\"]|products[0]: must be of up to 40 characters without a comma",
      "capacity|-1|capacity: must be 0 to 1000000",
      "capacity|null|capacity: must be 0 to 1000000",
      "channels|[\"FAX\"]|channels[0]: must be one of SMS",
      "dataFields|[\"PHONE\", \"SALARY\"]|dataFields[1]: must be one of DEBTOR_NAME",
      "licence|{\"number\": \"\", \"authority\": \"A\"}|licence.number: needs 1 to 100 characters",
      "licence|{\"number\": \"1\", \"authority\": \"A\", \"expires\": \"soon\"}|licence.expires: must be a date",
      "contract|{\"begins\": \"2026-02-01\", \"ends\": \"2026-01-31\"}|contract.ends: lies before the first day",
      "contract|{\"begins\": \"2026-02-01\"}|contract.ends: must be a date",
      "commission|[{\"fromDays\": 0, \"percent\": 70.01}]|commission[0].percent: must be 0 to 70",
      "commission|[{\"fromDays\": 0, \"percent\": 1.001}]|commission[0].percent: must be 0 to 70",
      "commission|[{\"fromDays\": -1, \"percent\": 10}]|commission[0].fromDays: must be 0 to 36500",
      "commission|[{\"fromDays\": 1, \"percent\": 10}]|commission: needs a row from day 0 for every amount",
      "commission|[{\"fromDays\": 0, \"percent\": 1}, {\"fromDays\": 0, \"percent\": 2}]|commission[1]: has the",
      "commission|[{\"fromDays\": 0, \"fromAmount\": \"1\", \"percent\": 1}]|commission[0].currency: must be",
      "commission|[{\"fromDays\": 0, \"fromAmount\": \"1.5\", \"currency\": \"JPY\", \"percent\": 1}]|commission[0].f"})
  void whatCannotBeIsRefusedByItsField(String field, String value, String message) throws IOException {
    register();
    ObjectNode entered = (ObjectNode) json.readTree(AGENCY);
    entered.set(field, json.readTree(value));

    HttpResponse<String> answer = officer.put("/api/partners/" + partnerId, entered.toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(read(answer).at("/detail").asText()).startsWith(message);
    assertThat(known().at("/name").asText()).isEqualTo("Night & Day Collections");
  }

  @Test
  void anIdHasLettersAndDigitsAndIsGivenOnce() {
    assertThat(register().statusCode()).isEqualTo(201);
    assertThat(read(register()).at("/detail").asText()).isEqualTo("partnerId: is in the register already");
    partnerId = "night-day";
    assertThat(read(register()).at("/detail").asText()).isEqualTo("partnerId: must have 1 to 40 letters and digits");
    assertThat(officer.get("/api/partners/nobody").statusCode()).isEqualTo(404);
    assertThat(officer.put("/api/partners/nobody", AGENCY).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(DemoUser.class)
  void whoMayKeepAndReadTheRegister(DemoUser user) {
    HttpUser caller = HttpUser.withPassword(port, user);
    boolean reads = user == OUTSOURCING_1 || user == SUPERVISOR_1 || user == DemoUser.SUPERVISOR_2
        || user == MANAGER_1 || user == ADMIN;
    boolean keeps = user == OUTSOURCING_1 || user == ADMIN;

    assertThat(caller.get("/api/partners").statusCode()).isEqualTo(reads ? 200 : 403);
    assertThat(caller.get("/api/partners/agency1").statusCode()).isEqualTo(reads ? 200 : 403);
    assertThat(caller.get("/api/partners/agency1/statements/2007-01").statusCode()).isEqualTo(reads ? 200 : 403);
    assertThat(caller.get("/api/partners/agency1/changes").statusCode()).isEqualTo(reads ? 200 : 403);
    assertThat(caller.get("/api/partners/agency1/changes/agency1-20070903-c1").statusCode())
        .isEqualTo(reads ? 404 : 403);
    assertThat(caller.post("/api/partners/agency1/changes/agency1-20070903-c1/delivery", "{}").statusCode())
        .isEqualTo(keeps ? 404 : 403);
    assertThat(caller.put("/api/partners/nobody", AGENCY).statusCode()).isEqualTo(keeps ? 404 : 403);
    assertThat(caller.post("/api/partners/nobody/key", "{\"armoured\": \"\"}").statusCode())
        .isEqualTo(keeps ? 404 : 403);
  }

  @Test
  void thePartnersOfTheDemoAreInGoodStanding() {
    assertThat(read(officer.get("/api/partners"))).filteredOn(partner ->
        !partner.at("/partnerId").asText().startsWith("night")).hasSize(3)
        .allSatisfy(partner -> assertThat(partner.at("/standing/good").asBoolean()).as(partner.toString()).isTrue());
    assertThat(HttpUser.withPassword(port, COLLECTOR_1).get("/api/partners").statusCode()).isEqualTo(403);
    assertThat(HttpUser.withPassword(port, PARTNER_1).get("/api/partners/agency1").statusCode()).isEqualTo(403);
  }

  @Test
  void aStatementIsOfAPartnerThatIsKnownAndOfAMonthThatHasBegun() {
    HttpResponse<String> statement = officer.get("/api/partners/agency1/statements/2007-01");
    assertThat(statement.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(statement.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"commission-agency1-2007-01.pdf\"");
    assertThat(statement.body()).startsWith("%PDF-");
    assertThat(officer.get("/api/partners/nobody/statements/2007-01").statusCode()).isEqualTo(404);
    assertThat(read(officer.get("/api/partners/agency1/statements/2007-13")).at("/detail").asText())
        .isEqualTo("month: must be a month such as 2026-01");
    assertThat(read(officer.get("/api/partners/agency1/statements/9999-01")).at("/detail").asText())
        .isEqualTo("month: has not begun");
  }

  @Test
  void aSaleIsSignedByALegalOfficerAndASupervisorAndNobodyElse() {
    String buyer = AGENCY.replace("\"DE-BY/Munich\", ", "").replace("2099-12-31\"", "2099-12-31\", \"kind\": \"SALE\"");
    officer.post("/api/partners", "{\"partnerId\": \"%s\", \"partner\": %s}".formatted(partnerId, buyer));
    HttpUser legal = HttpUser.withPassword(port, LEGAL_1);
    String path = "/api/partners/" + partnerId + "/sale-basis";
    assertThat(known().at("/standing/reasons").toString()).contains("NO_LEGAL_BASIS");
    assertThat(read(officer.post(path, "{\"basis\": \"because\", \"document\": \"7\"}")).at("/detail").asText())
        .isEqualTo("basis: is none on which debts may be sold in AT");

    assertThat(officer.post(path, "{\"basis\": \"ABGB section 1392\", \"document\": \"File 7\"}").statusCode())
        .isEqualTo(204);
    assertThat(officer.post(path + "/legal-signature", "").statusCode()).isEqualTo(403);
    assertThat(supervisor.post(path + "/legal-signature", "").statusCode()).isEqualTo(403);
    assertThat(legal.post(path + "/supervisor-signature", "").statusCode()).isEqualTo(403);
    assertThat(legal.post(path + "/legal-signature", "").statusCode()).isEqualTo(204);
    assertThat(known().at("/standing/reasons").toString()).contains("SALE_NOT_SIGNED");
    assertThat(supervisor.post(path + "/supervisor-signature", "").statusCode()).isEqualTo(204);

    assertThat(known().at("/standing/reasons").toString()).isEqualTo("[\"NO_KEY\"]");
    assertThat(known().at("/contract/sale/legalSignedBy").asText()).isEqualTo("legal1");
  }

  @Test
  void proofsOfDeletionAreSeenByWhoKnowsPartnersAndCasesRecalledByWhoKeepsThem() {
    register();
    String proofs = "/api/partners/" + partnerId + "/deletion-proofs";
    String recall = "/api/partners/" + partnerId + "/recall";
    String letter = "{\"cases\": [\"C1\"], \"deletedOn\": \"2026-01-01\", \"note\": \"A letter\"}";

    assertThat(supervisor.get(proofs).body()).isEqualTo("[]");
    assertThat(HttpUser.withPassword(port, LEGAL_1).get(proofs).statusCode()).isEqualTo(403);
    assertThat(supervisor.post(proofs, letter).statusCode()).isEqualTo(403);
    assertThat(read(officer.post(proofs, letter)).at("/detail").asText())
        .isEqualTo("cases: names a case of which this partner has nothing to confirm: C1");
    assertThat(supervisor.post(recall, "{\"reason\": \"The creditor wants it so\"}").statusCode()).isEqualTo(403);
    assertThat(officer.post(recall, "{\"reason\": \"The creditor wants it so\"}").statusCode()).isEqualTo(404);
    assertThat(officer.get("/api/partners/nobody/deletion-proofs").statusCode()).isEqualTo(404);
  }
}
