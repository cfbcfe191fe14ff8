package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.faults.FaultSite;
import io.remit.faults.Home;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text messages are planned, and sent. */
final class MessagesDeed implements Deed {

  private static final int DEBTORS = 3;

  private final FaultSite site;
  private final String name;
  private final int subscribers;

  /**
   * @param name of its debtors, which begin so
   * @param number no two have the same
   */
  MessagesDeed(FaultSite site, String name, int number) {
    this.site = site;
    this.name = name;
    this.subscribers = number * 1000 + 500;
  }

  @Override
  public void prepare() {
    assertThat(site.send("arrears", "text/csv", Home.HEADER + "\n" + IntStream.range(0, DEBTORS)
        .mapToObj(number -> Home.LONDON.row(name + number, "100.00", site.today().minusDays(10), subscribers + number))
        .collect(Collectors.joining("\n")) + "\n").body()).contains("\"opened\":" + DEBTORS);
  }

  @Override
  public void makeDue() {
    assertThat(attempts("status = 'PLANNED'")).as("planned").isEqualTo(DEBTORS);
  }

  @Override
  public void check() {
    assertThat(attempts("status = 'SENT'")).as("sent").isEqualTo(DEBTORS);
    assertThat(attempts("turn is not null")).as("tried").isEqualTo(DEBTORS);
  }

  private int attempts(String which) {
    return site.count("contact_attempt where channel = 'SMS' and debtor_id like '" + name + "%' and " + which);
  }
}
