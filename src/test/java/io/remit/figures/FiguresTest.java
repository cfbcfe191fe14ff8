package io.remit.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
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
  void onH2() {
    try (Demo demo = new Demo(folder, "2007-09-03T08:00:00Z")) {
      twoMonths(demo);
      checkFigures(demo);
    }
  }

  @Test
  void onPostgres() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Demo demo = new Demo(folder, "2007-09-03T08:00:00Z", "--spring.datasource.username=postgres",
            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"))) {
      twoMonths(demo);
      checkFigures(demo);
    }
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

  private static void checkFigures(Demo demo) {
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
