package io.remit.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.LongForm;
import io.remit.database.PostgresDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small portfolio lives through two months of the demo; its figures are compared with what is counted by hand. */
@Tag("own-application")
class FiguresTest {

  @TempDir
  private Path folder;

  @Test
  @LongForm
  void onH2() {
    try (Demo demo = new Demo(folder, "2007-09-03T08:00:00Z")) {
      lookAtTwoMonths(demo);
    }
  }

  @Test
  void onPostgres() {
    try (PostgresDatabase postgres = PostgresDatabase.create();
        Demo demo = new Demo(folder, "2007-09-03T08:00:00Z", "--spring.datasource.username=postgres",
            "--spring.datasource.url=" + postgres.url())) {
      lookAtTwoMonths(demo);
    }
  }

  private static void lookAtTwoMonths(Demo demo) {
    twoMonths(demo);
    figuresAreAsCountedByHand(demo);
    promisesContactsAndPartnersAreAsCountedByHand(demo);
    complaintsAreAsCountedByHand(demo);
    capacitiesAreThoseOfTheWeekAhead(demo);
    eachCellLeadsToItsCases(demo);
    whatCannotBeAskedIsRefused(demo);
    aLateCorrectionChangesNoPastDay(demo);
  }

  private static void twoMonths(Demo demo) {
    demo.arrears("NEVER-PAYS,LOAN,EUR,300,300,2007-08-14,D1,DE-BE");
    demo.arrears("CURES,LOAN,EUR,200,200,2007-08-04,D2,DE-BE");
    demo.arrears("IMPROVES,CARD,EUR,100,100,2007-07-05,D3,DE-BY");
    demo.arrears("DOLLARS,CARD,USD,500,500,2007-08-14,D4,DE-BE");
    demo.arrears("IS-SOLD,LOAN,EUR,400,400,2007-06-01,D5,DE-BY");
    demo.moveTo("2007-09-15T08:00:00Z");
    demo.withdraw(demo.caseOf("IS-SOLD"));
    demo.moveTo("2007-09-20T08:00:00Z");
    demo.payment("P1,CURES,PAYMENT,200,EUR,2007-09-20,");
    demo.moveTo("2007-10-01T08:00:00Z");
    demo.arrears("PAYS-SOON,LOAN,EUR,50,50,2007-09-25,D6,DE-BE");
    demo.moveTo("2007-10-05T08:00:00Z");
    demo.payment("P2,PAYS-SOON,PAYMENT,50,EUR,2007-10-05,");
    demo.moveTo("2007-10-10T08:00:00Z");
    demo.payment("P3,DOLLARS,PAYMENT,100,USD,2007-10-10,");
    demo.moveTo("2007-10-20T08:00:00Z");
    demo.arrears("IMPROVES,CARD,EUR,100,100,2007-09-30,D3,DE-BY");
    demo.moveTo("2007-11-04T08:00:00Z");
  }

  private static void figuresAreAsCountedByHand(Demo demo) {
    SoftAssertions hand = new SoftAssertions();
    hand.assertThat(rows(demo, "portfolio?to=2007-09-03", "bucket", "stage", "status", "currency", "cases", "overdue",
        "share")).containsExactly("M1 MESSAGE OPEN EUR 1 300.00 0.3000", "M1 MESSAGE OPEN USD 1 500.00 1.0000",
            "M1 TELEPHONE OPEN EUR 1 200.00 0.2000", "M2 TELEPHONE OPEN EUR 1 100.00 0.1000",
            "M4 VISIT OPEN EUR 1 400.00 0.4000");
    hand.assertThat(rows(demo, "roll-rates?from=2007-09-03&to=2007-10-03", "from_bucket", "to_bucket", "direction",
        "currency", "accounts", "balance_before", "balance_now", "roll_rate")).containsExactly(
            "M1 M2 FORWARD EUR 1 300.00 300.00 0.6000", "M1 M2 FORWARD USD 1 500.00 500.00 1.0000",
            "M1 PAID LEFT EUR 1 200.00 0.00 0.0000", "M2 M3 FORWARD EUR 1 100.00 100.00 1.0000",
            "M4 WITHDRAWN LEFT EUR 1 400.00 0.00 0.0000");
    hand.assertThat(rows(demo, "roll-rates?to=2007-11-03&product=CARD", "from_bucket", "to_bucket", "direction",
        "currency", "roll_rate")).containsExactly("M2 M3 FORWARD USD 0.8000", "M3 M2 BACKWARD EUR 1.0000");
    hand.assertThat(rows(demo, "cure-rate?from=2007-09-03&to=2007-10-03", "bucket", "currency", "delinquent", "cured",
        "cure_rate")).containsExactly("M1 EUR 2 1 0.5000", "M1 USD 1 0 0.0000", "M2 EUR 1 0 0.0000",
            "M4 EUR 1 0 0.0000");
    hand.assertThat(rows(demo, "cure-curve?from=2007-09-03&to=2007-10-03", "week", "entered", "cured", "cure_rate"))
        .containsExactly("1 5 0 0.0000", "2 5 0 0.0000", "3 5 1 0.2000", "4 5 1 0.2000");
    hand.assertThat(rows(demo, "recovered?from=2007-09-04&to=2007-10-31", "booked_in", "currency", "net", "outstanding",
        "recovery")).containsExactly("2007-09 EUR 200.00 1000.00 0.2000", "2007-09 USD 0.00 500.00 0.0000",
            "2007-10 EUR 50.00 400.00 0.1250", "2007-10 USD 100.00 500.00 0.2000");
    hand.assertThat(rows(demo, "vintage?from=2007-09-01&to=2007-10-31", "entered_in", "bucket", "currency", "accounts",
        "outstanding", "net", "recovery")).containsExactly("2007-09 M1 EUR 2 500.00 200.00 0.4000",
            "2007-09 M1 USD 1 500.00 100.00 0.2000", "2007-09 M2 EUR 1 100.00 0.00 0.0000",
            "2007-09 M4 EUR 1 400.00 0.00 0.0000", "2007-10 M1 EUR 1 50.00 50.00 1.0000");
    hand.assertThat(rows(demo, "time-in-stage?from=2007-09-03&to=2007-09-15", "stage", "stays", "median_days",
        "p90_days")).containsExactly("MESSAGE 2 9.9 9.9", "VISIT 1 12.0 12.0");
    hand.assertThat(rows(demo, "changes?to=2007-09-20", "stage", "bucket", "currency", "cases_before", "cases_now",
        "outstanding_before", "outstanding_now")).containsExactly("TELEPHONE M2 EUR 2 1 500.00 300.00",
            "TELEPHONE M2 USD 1 1 500.00 500.00", "TELEPHONE M3 EUR 1 1 100.00 100.00");
    hand.assertAll();
  }

  /** In a January before the portfolio came, so that nothing else is counted. */
  private static void promisesContactsAndPartnersAreAsCountedByHand(Demo demo) {
    String neverPays = demo.caseOf("NEVER-PAYS");
    String dollars = demo.caseOf("DOLLARS");
    promise(demo, neverPays, "EUR", "60", "2007-01-20", "CALL", "KEPT");
    promise(demo, neverPays, "EUR", "40", "2007-01-25", "CALL", "BROKEN");
    promise(demo, neverPays, "EUR", "10", "2007-01-28", "CALL", null);
    promise(demo, neverPays, "EUR", "40", "2007-01-28", "CALL", "CANCELLED");
    promise(demo, dollars, "USD", "30", "2007-02-03", "VISIT", "KEPT");
    attempt(demo, neverPays, "CALL", "PROMISED", true, "allowed");
    attempt(demo, neverPays, "CALL", "REFUSED", true, "allowed");
    attempt(demo, neverPays, "CALL", "NOT_REACHED", false, "allowed");
    attempt(demo, neverPays, "CALL", "PROMISED", true, "debtor-called");
    attempt(demo, dollars, "VISIT", "NOBODY_MET", false, "allowed");
    denied(demo, neverPays, "quiet-hours");
    denied(demo, neverPays, "quiet-hours");
    denied(demo, neverPays, "quiet-hours");
    denied(demo, dollars, "opted-out");
    SnapshotWorld.place(demo.database, dollars, "agency1", "2007-10-02 10:00:00+00", null, null, "20");

    SoftAssertions hand = new SoftAssertions();
    String january = "?from=2007-01-01&to=2007-01-31";
    hand.assertThat(rows(demo, "promises" + january, "channel", "currency", "made", "made_amount", "due", "kept",
        "not_kept", "other", "kept_rate")).containsExactly("CALL EUR 4 150.00 2 1 1 2 0.5000",
            "VISIT USD 1 30.00 0 0 0 0 null");
    hand.assertThat(rows(demo, "contact-funnel" + january, "channel", "attempts", "right_party", "promises", "kept",
        "right_party_rate", "promise_rate", "kept_rate")).containsExactly("CALL 3 2 1 1 0.6667 0.5000 0.5000",
            "VISIT 1 0 0 1 0.0000 null 1.0000");
    hand.assertThat(rows(demo, "contact-funnel" + january + "&region=DE-BY", "channel")).isEmpty();
    hand.assertThat(rows(demo, "contacts-denied" + january, "rule", "channel", "denied", "cases", "share"))
        .containsExactly("opted-out CALL 1 1 0.2500", "quiet-hours CALL 3 1 0.7500");
    hand.assertThat(rows(demo, "partners?from=2007-10-01&to=2007-10-31", "partner", "currency", "placements",
        "outstanding", "net", "recovery")).containsExactly("agency1 USD 1 500.00 100.00 0.2000");
    String[] costs = {"stage", "kind", "currency", "pieces", "unpriced", "cost", "collected", "cost_to_collect",
        "in_stage"};
    hand.assertThat(rows(demo, "cost-to-collect" + january, costs)).containsExactly(
        "TELEPHONE CALL EUR 3 0 7.5000 0.00 null null", "TELEPHONE VISIT USD 1 0 45.0000 0.00 null null");
    hand.assertThat(rows(demo, "cost-to-collect?from=2007-10-01&to=2007-10-31&currency=USD", costs)).contains(
        "OUTSOURCING COMMISSION USD 1 0 20.0000 0.00 0.2000 null",
        "TELEPHONE PAYMENT USD 0 0 0.0000 100.00 0.0000 0.0000");
    hand.assertAll();
  }

  private static void complaintsAreAsCountedByHand(Demo demo) {
    String neverPays = demo.caseOf("NEVER-PAYS");
    String dollars = demo.caseOf("DOLLARS");
    complaint(demo, neverPays, "LETTER", null, "2007-09-05", "2007-09-10", "UPHELD", "2007-09-12");
    complaint(demo, neverPays, "LETTER", null, "2007-09-11", "2007-09-20", "NOT_UPHELD", "2007-09-14");
    complaint(demo, dollars, "CALL", "collector1", "2007-09-20", "2007-09-25", "UPHELD", "2007-10-02");
    complaint(demo, dollars, null, "collector2", "2007-09-30", "2007-10-10", null, null);
    complaint(demo, dollars, "CALL", null, "2007-09-01", "2007-09-10", "UPHELD", "2007-09-02");

    SoftAssertions hand = new SoftAssertions();
    String september = "complaints?from=2007-09-10&to=2007-09-30";
    hand.assertThat(rows(demo, september, "about", "channel", "received", "decided", "upheld", "decided_late", "open",
        "overdue", "median_days", "upheld_rate")).containsExactly("PERSON CALL 1 0 0 0 1 1 null null",
            "PERSON NOT_TOLD 1 0 0 0 1 0 null null", "TREATMENT LETTER 1 2 1 1 0 0 3.0 0.5000");
    hand.assertThat(rows(demo, "complaints?from=2007-10-01&to=2007-10-31", "about", "channel", "received", "decided",
        "upheld", "decided_late", "open", "overdue", "median_days"))
        .containsExactly("PERSON CALL 0 1 1 1 0 0 12.0", "PERSON NOT_TOLD 0 0 0 0 1 1 null");
    hand.assertThat(rows(demo, september + "&product=LOAN", "about")).containsExactly("TREATMENT");
    hand.assertThat(rows(demo, "complaints?from=2007-01-01&to=2007-01-31", "about")).isEmpty();
    hand.assertThat(caseNumbers(demo.figure("complaints/cases?from=2007-09-10&to=2007-09-30&about=PERSON")))
        .containsExactly(dollars);
    hand.assertThat(caseNumbers(demo.figure("complaints/cases?from=2007-09-10&to=2007-09-30&channel=LETTER")))
        .containsExactly(neverPays);
    hand.assertAll();
  }

  private static void complaint(Demo demo, String caseNumber, String channel, String about, String taken,
      String answerBy, String outcome, String handled) {
    demo.database.sql("""
        insert into complaint (case_number, channel, about_user, words, taken_at, taken_by, answer_by, outcome,
          handled_at)
        values (:case, :channel, :about, 'Too many calls', cast(:taken || ' 12:00:00+00' as timestamp with time zone),
          'supervisor1', cast(:answerBy as date), :outcome,
          cast(:handled || ' 12:00:00+00' as timestamp with time zone))
        """).param("case", caseNumber).param("channel", channel).param("about", about)
        .param("taken", taken).param("answerBy", answerBy).param("outcome", outcome)
        .param("handled", handled, Types.VARCHAR).update();
  }

  /** On a Sunday: two collectors of six hours on five days, of which one is away for two. */
  private static void capacitiesAreThoseOfTheWeekAhead(Demo demo) {
    demo.database.sql("""
        insert into collector_absence (user_id, first_day, last_day, entered_by, entered_at)
        values ('collector2', date '2007-11-06', date '2007-11-07', 'supervisor1', current_timestamp)
        """).update();
    assertThat(capacities(demo, "capacity")).containsExactly("collectors collector1 1 1 1 10 1800 0.0056",
        "collectors collector2 2 2 2 20 1080 0.0185");
    assertThat(capacities(demo, "capacity?product=CARD")).containsExactly("collectors collector1 1 1 1 10 1800 0.0056",
        "collectors collector2 1 1 1 10 1080 0.0093");
    assertThat(capacities(demo, "capacity?currency=EUR")).containsExactly("collectors collector1 0 0 0 0 1800 0.0000",
        "collectors collector2 2 2 2 20 1080 0.0185");
    assertThat(caseNumbers(demo.figure("capacity/cases?collector=collector1"))).containsExactly(demo.caseOf("DOLLARS"));

    demo.database.sql("update collector set user_id = 'gone' where user_id = 'collector1'").update();
    assertThat(capacities(demo, "capacity?currency=USD")).containsExactly("collectors collector1 1 1 1 10 null null",
        "collectors collector2 0 0 0 0 1080 0.0000");
    demo.database.sql("update collector set user_id = 'collector1' where user_id = 'gone'").update();
  }

  private static List<String> capacities(Demo demo, String question) {
    return rows(demo, question, "team", "collector", "cases", "open_tasks", "due_tasks", "work_minutes",
        "capacity_minutes", "load");
  }

  private static void promise(Demo demo, String caseNumber, String currency, String amount, String day, String channel,
      String outcome) {
    demo.database.sql("""
        insert into promise (case_number, amount, currency, promised_for, taken_at, taken_by, channel, status,
        settled_at)
        values (:case, cast(:amount as numeric(19, 4)), :currency, cast(:day as date),
          timestamp with time zone '2007-01-10 12:00:00+00', 'collector1', :channel, coalesce(:status, 'OPEN'),
          case when cast(:status as varchar(12)) is null then null
               else timestamp with time zone '2007-02-05 06:00:00+00' end)
        """).param("case", caseNumber).param("amount", amount).param("currency", currency).param("day", day)
        .param("channel", channel).param("status", outcome).update();
  }

  private static void attempt(Demo demo, String caseNumber, String channel, String outcome, boolean rightParty,
      String rule) {
    addAttempt(demo, caseNumber, channel, rightParty ? "DELIVERED" : "FAILED", outcome, rightParty, rule, "sent_at");
  }

  private static void denied(Demo demo, String caseNumber, String rule) {
    addAttempt(demo, caseNumber, "CALL", "DENIED", null, null, rule, "finished_at");
  }

  private static void addAttempt(Demo demo, String caseNumber, String channel, String status, String outcome,
      Boolean rightParty, String rule, String alsoAt) {
    demo.database.sql("""
        insert into contact_attempt (case_number, debtor_id, stage, channel, status, outcome, right_party, actor,
        allowed,
          rule, planned_at, %s)
        select case_number, debtor_id, stage, :channel, :status, :outcome, :rightParty, 'collector1', true, :rule,
               timestamp with time zone '2007-01-10 12:00:00+00', timestamp with time zone '2007-01-10 12:00:00+00'
          from collection_case where case_number = :case
        """.formatted(alsoAt)).param("case", caseNumber).param("channel", channel).param("status", status)
        .param("outcome", outcome, Types.VARCHAR).param("rightParty", rightParty, Types.BOOLEAN).param("rule", rule)
        .update();
  }

  private static void eachCellLeadsToItsCases(Demo demo) {
    String rolls = "roll-rates/cases?from=2007-09-03&to=2007-10-03";
    assertThat(caseNumbers(demo.figure(rolls + "&from_bucket=M1&currency=EUR")))
        .containsExactly(demo.caseOf("NEVER-PAYS"), demo.caseOf("CURES"));
    assertThat(caseNumbers(demo.figure(rolls + "&to_bucket=M2&currency=EUR")))
        .containsExactly(demo.caseOf("NEVER-PAYS"));
    assertThat(caseNumbers(demo.figure(rolls + "&region=DE-BY")))
        .containsExactly(demo.caseOf("IMPROVES"), demo.caseOf("IS-SOLD"));
    JsonNode secondPage = demo.figure(rolls + "&page=1&size=2");
    assertThat(caseNumbers(secondPage)).containsExactly(demo.caseOf("IMPROVES"), demo.caseOf("DOLLARS"));
    assertThat(secondPage.get("total").asInt()).isEqualTo(5);

    JsonNode collected = demo.figure("recovered/cases?from=2007-09-04&to=2007-10-31&booked_in=2007-10&measure=net");
    assertThat(caseNumbers(collected)).as("those who paid")
        .containsExactly(demo.caseOf("DOLLARS"), demo.caseOf("PAYS-SOON"));
    assertThat(collected.get("total").asInt()).isEqualTo(2);
    assertThat(collected.at("/items/0/process_instance").asText()).as("goes on").isNotBlank().isNotEqualTo("null");
    assertThat(collected.at("/items/1/process_instance").isNull()).as("is closed").isTrue();
    JsonNode choices = demo.figure("choices");
    assertThat(choices.get("firstDay").asText()).isEqualTo("2007-09-03");
    assertThat(choices.get("lastDay").asText()).isEqualTo("2007-11-03");
    assertThat(choices.get("products").toString()).isEqualTo("[\"CARD\",\"LOAN\"]");
    assertThat(choices.get("regions").toString()).isEqualTo("[\"DE-BE\",\"DE-BY\"]");
    assertThat(choices.get("currencies").toString()).isEqualTo("[\"EUR\",\"USD\"]");
    assertThat(demo.figure("portfolio").at("/definition/kinds").toString()).isEqualTo(
        "{\"cases\":\"COUNT\",\"accounts\":\"COUNT\",\"overdue\":\"MONEY\",\"outstanding\":\"MONEY\","
            + "\"share\":\"RATE\"}");

    HttpResponse<String> list = demo.askForCsv(rolls + "&from_bucket=M1&currency=USD");
    assertThat(list.body())
        .isEqualTo("case_number,currency,accounts,balance_before,balance_now,stage,status,collector\r\n"
        + demo.caseOf("DOLLARS") + ",USD,1,500.00,500.00,TELEPHONE,OPEN,collector1\r\n");
    HttpResponse<String> table = demo.askForCsv("cure-rate?from=2007-09-03&to=2007-10-03&currency=USD");
    assertThat(table.body()).isEqualTo("bucket,currency,cases,delinquent,cured,overdue_before,cure_rate\r\n"
        + "M1,USD,1,1,0,500.00,0.0000\r\n");
    assertThat(table.headers().firstValue("Remit-Denominator")).hasValueSatisfying(
        denominator -> assertThat(denominator).contains("overdue at the end of the earlier day"));
    assertThat(demo.figure("workload").at("/definition/numerator").asText()).contains("tasks that are open now");
    assertThat(demo.figure("workload").get("rows")).anySatisfy(
        row -> assertThat(row.get("team").asText() + " " + row.get("task").asText())
        .isEqualTo("collectors task_call_debtor"));
    assertThat(demo.figure("events?from=2007-09-03&to=2007-09-03").get("rows")).anySatisfy(row -> {
      assertThat(row.get("type").asText()).isEqualTo("OPENED");
      assertThat(row.get("entries").asInt()).isEqualTo(5);
    });
  }

  private static List<String> caseNumbers(JsonNode page) {
    List<String> numbers = new ArrayList<>();
    page.get("items").forEach(item -> numbers.add(item.get("case_number").asText()));
    return numbers;
  }

  private static void whatCannotBeAskedIsRefused(Demo demo) {
    assertRefused(demo, "portfolio?to=2007-09-02", 400,
        "to: there is no snapshot of 2007-09-02; the first is of 2007-09-03");
    assertRefused(demo, "roll-rates?to=2007-09-20", 400, "from: there is no snapshot of 2007-08-20");
    assertRefused(demo, "promises?to=2030-01-01", 400, "to: is ahead of today");
    assertRefused(demo, "promises?from=2007-09-02&to=2007-09-01", 400, "from: is after 2007-09-01");
    assertRefused(demo, "promises?regoin=DE-BE", 400, "regoin: is no filter here");
    assertRefused(demo, "portfolio/cases?measure=bucket", 400, "measure: is none of this figure");
    assertRefused(demo, "portfolio/cases?buckets=M1", 400, "buckets: is no filter here");
    assertRefused(demo, "promises?to=yesterday", 400, "to: must be a date such as 2026-01-31");
    assertRefused(demo, "nothing", 404, "there is no such figure");
  }

  private static void assertRefused(Demo demo, String question, int status, String detail) {
    HttpResponse<String> answer = demo.ask(question);
    assertThat(answer.statusCode()).as(question).isEqualTo(status);
    assertThat(answer.body()).contains(detail);
  }

  private static void aLateCorrectionChangesNoPastDay(Demo demo) {
    List<String> questions = List.of("portfolio?to=2007-09-25", "roll-rates?from=2007-09-03&to=2007-10-03",
        "cure-rate?from=2007-09-03&to=2007-10-03", "recovered?from=2007-09-04&to=2007-10-31",
        "vintage?from=2007-09-01&to=2007-10-31", "cure-curve?from=2007-09-03&to=2007-10-03",
        "time-in-stage?from=2007-09-03&to=2007-10-31", "cost-to-collect?from=2007-09-04&to=2007-10-31",
        "complaints?from=2007-09-10&to=2007-09-30");
    List<JsonNode> before = questions.stream().map(demo::figure).toList();

    demo.payment("R1,CURES,REVERSAL,200,EUR,2007-09-21,P1");
    demo.arrears("NEVER-PAYS,LOAN,EUR,10,10,2007-10-14,D1,DE-BY");
    demo.moveTo("2007-11-06T08:00:00Z");

    assertThat(questions.stream().map(demo::figure).toList()).isEqualTo(before);
    assertThat(rows(demo, "recovered?from=2007-11-01&to=2007-11-05", "currency", "returned")).contains("EUR 200.00");
  }

  /** Some columns of a figure's rows. */
  private static List<String> rows(Demo demo, String question, String... columns) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : demo.figure(question).get("rows")) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        cells.add(row.get(column).asText());
      }
      rows.add(String.join(" ", cells));
    }
    return rows;
  }
}
