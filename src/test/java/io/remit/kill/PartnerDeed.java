package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.exchange.openpgp.OpenPgp;
import io.remit.faults.FaultSite;
import io.remit.faults.Home;
import io.remit.outsourcing.OpenedBatch;
import io.remit.partner.PartnersForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A case is approved for a partner, and handed over in a sealed file. */
final class PartnerDeed implements Deed {

  private static final String PARTNER = "agency1";

  private final FaultSite site;
  private final String name;
  private final int subscriber;

  /**
   * @param name of its debtor
   * @param number no two have the same
   */
  PartnerDeed(FaultSite site, String name, int number) {
    this.site = site;
    this.name = name;
    this.subscriber = number * 1000 + 600;
  }

  @Override
  public void prepare() {
    site.make(PartnersForTests.class).ensure(PARTNER, PartnersForTests.agency());
    assertThat(site.send("arrears", "text/csv", Home.HEADER + "\n"
        + Home.LONDON.row(name, "100.00", site.today().minusDays(400), subscriber) + "\n").body())
        .contains("\"opened\":1");
  }

  @Override
  public void makeDue() {
    site.submit("outsourcing1", site.database().sql("""
        select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
         where e.business_key_ like :case
        """).param("case", caseNumber() + "%").query(String.class).single(),
        Map.of("outcome", "APPROVED", "partnerId", PARTNER));
  }

  @Override
  public void check() {
    assertThat(site.count("placement where status = 'PLACED' and case_number = '" + caseNumber() + "'")).isEqualTo(1);
    List<String> files = files();
    assertThat(files).isNotEmpty().allMatch(file -> file.endsWith(".pgp") && !file.startsWith("."));
    assertThat(site.database().sql("select file_name from file_delivery where correspondent = :partner")
        .param("partner", PARTNER).query(String.class).list()).containsExactlyInAnyOrderElementsOf(files);
    assertThat(site.count("placement_batch where status = 'DELIVERED'")).isEqualTo(files.size());
    assertThat(files.stream().filter(file -> opened(file).contains("\"" + caseNumber() + "\""))).as("told once")
        .hasSize(1);
    assertThat(site.count("case_event where type = 'PLACEMENT' and text = 'Handed over to the partner' and case_number"
        + " = '" + caseNumber() + "'")).isEqualTo(1);
  }

  private String caseNumber() {
    return site.database().sql("select case_number from collection_case where debtor_id = :debtor")
        .param("debtor", name).query(String.class).single();
  }

  private Path folder() {
    return site.workFolder().resolve("outsourcing").resolve(PARTNER);
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(folder())) {
      return new ArrayList<>(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String opened(String file) {
    try {
      return OpenedBatch.of(Files.readAllBytes(folder().resolve(file)), PartnersForTests.PAIR,
          site.bean(OpenPgp.class).ownPublicKey()).cases();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
