package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.faults.FaultJudge;
import io.remit.faults.FaultSite;
import io.remit.faults.FaultSite.Answer;
import io.remit.faults.Home;
import io.remit.kill.KillPoint.Work;
import io.remit.statement.CamtFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file is taken in, of more than a batch of rows; whoever gets no answer sends it again. */
final class FileDeed implements Deed {

  private static final int ROWS = 110;
  private static final String AMOUNT = "100.00";

  private final FaultSite site;
  private final Work work;
  private final String name;
  private final int subscribers;
  private String file;
  private CompletableFuture<Answer> sent;

  /**
   * @param name of its debtors, which begin so
   * @param number no two have the same
   */
  FileDeed(FaultSite site, Work work, String name, int number) {
    this.site = site;
    this.work = work;
    this.name = name;
    this.subscribers = number * 1000;
  }

  @Override
  public void prepare() {
    if (work == Work.ARREARS) {
      file = arrears();
    } else {
      assertThat(site.send("arrears", "text/csv", arrears()).body()).contains("\"opened\":" + ROWS);
      file = work == Work.PAYMENTS ? payments() : statement();
    }
  }

  private String arrears() {
    return Home.HEADER + "\n" + IntStream.range(0, ROWS).mapToObj(number -> Home.LONDON.row(debtor(number), AMOUNT,
        site.today().minusDays(3), subscribers + number)).collect(Collectors.joining("\n")) + "\n";
  }

  private String debtor(int number) {
    return name + (1000 + number);
  }

  private String payments() {
    return "payment_reference,account_number,type,amount,currency,value_date,reverses\n"
        + IntStream.range(0, ROWS).mapToObj(number -> "P" + debtor(number) + ",A" + debtor(number) + ",PAYMENT,"
            + AMOUNT + ",EUR," + site.today() + ",\n").collect(Collectors.joining());
  }

  private String statement() {
    CamtFile statement = new CamtFile(name, "EUR");
    IntStream.range(0, ROWS).forEach(number ->
        statement.credit("B" + debtor(number), AMOUNT, site.today(), "A" + debtor(number)));
    return statement.xml();
  }

  private String kind() {
    return work == Work.ARREARS ? "arrears" : "payments";
  }

  private String type() {
    return work == Work.STATEMENT ? "application/xml" : "text/csv";
  }

  @Override
  public void begin(String node) {
    sent = CompletableFuture.supplyAsync(() ->
        site.post(node, "operator1", "/api/intake/" + kind(), type(), file));
  }

  @Override
  public void repeat() {
    assertThat(sent).as("nobody was told").failsWithin(Duration.ofSeconds(20))
        .withThrowableThat().withRootCauseInstanceOf(IOException.class);
    assertThat(site.send(kind(), type(), file).status()).isEqualTo(200);
  }

  @Override
  public void check() {
    assertThat(site.count("account where debtor_id like '" + name + "%'")).isEqualTo(ROWS);
    assertThat(site.count("collection_case where debtor_id like '" + name + "%'")).isEqualTo(ROWS);
    if (work == Work.ARREARS) {
      assertThat(site.count("collection_case where debtor_id like '" + name + "%' and status = 'OPEN'"))
          .isEqualTo(ROWS);
      return;
    }
    assertThat(site.count("ledger_entry where type = 'PAYMENT' and account_number like 'A" + name + "%'"))
        .isEqualTo(ROWS);
    assertThat(site.count("collection_case where debtor_id like '" + name + "%' and status = 'CLOSED'"))
        .isEqualTo(ROWS);
    if (work == Work.PAYMENTS) {
      Map<String, BigDecimal> expected = IntStream.range(0, ROWS).boxed()
          .collect(Collectors.toMap(number -> "P" + debtor(number), number -> new BigDecimal(AMOUNT)));
      assertThat(FaultJudge.missing(site.dataSource(), expected)).isEmpty();
    }
  }
}
