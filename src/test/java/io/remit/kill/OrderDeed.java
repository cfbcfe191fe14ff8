package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.faults.FaultSite;
import io.remit.faults.FaultSite.Answer;
import io.remit.faults.Home;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An order pauses some cases. */
final class OrderDeed implements Deed {

  private static final int CASES = 9;

  private final FaultSite site;
  private final String name;
  private final int subscribers;

  /**
   * @param name of its debtors, which begin so
   * @param number no two have the same
   */
  OrderDeed(FaultSite site, String name, int number) {
    this.site = site;
    this.name = name;
    this.subscribers = number * 1000 + 700;
  }

  @Override
  public void prepare() {
    assertThat(site.send("arrears", "text/csv", Home.HEADER + "\n" + IntStream.range(0, CASES)
        .mapToObj(number -> Home.LONDON.row(name + number, "100.00", site.today().minusDays(3), subscribers + number)
            .replace(",LOAN,", "," + name + ","))
        .collect(Collectors.joining("\n")) + "\n").body()).contains("\"opened\":" + CASES);
  }

  @Override
  public void makeDue() {
    Answer answer = site.post("supervisor1", "/api/batches", "application/json", """
        {"action": "HOLD", "hold": "CREDITOR_REQUEST", "select": {"product": "%s"}, "reason": "They are sold",
          "cases": %d}
        """.formatted(name, CASES));
    assertThat(answer.status()).as("%s", answer).isLessThan(300);
  }

  @Override
  public void check() {
    assertThat(site.count(its("collection_case c where c.status = 'HELD'"))).isEqualTo(CASES);
    assertThat(site.count(its("hold h join collection_case c on c.case_number = h.case_number where true")))
        .isEqualTo(CASES);
    assertThat(site.count(its("""
        case_batch_item i join collection_case c on c.case_number = i.case_number where i.outcome = 'DONE'""")))
        .isEqualTo(CASES);
    for (String type : new String[] {"HOLD", "BATCH"}) {
      assertThat(site.count(its("case_event e join collection_case c on c.case_number = e.case_number where e.type = '"
          + type + "'"))).as(type).isEqualTo(CASES);
    }
  }

  private String its(String rows) {
    return rows + " and c.debtor_id like '" + name + "%'";
  }
}
