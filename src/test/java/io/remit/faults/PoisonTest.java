package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Among many cases are some in which a step fails whenever it is tried: of those each has its incident, the others go
 * on as if nothing were, and when the cause is mended the failed ones go on where they stood. 3 among 40, or as many as
 * {@code remit.faults.poison} and {@code remit.faults.poison-cases} say.
 */
@Tag("faults")
@Order(2)
class PoisonTest {

  private static final Logger LOG = LoggerFactory.getLogger(PoisonTest.class);
  private static final int CASES = Integer.getInteger("remit.faults.poison-cases", 40);
  private static final int POISON = Integer.getInteger("remit.faults.poison", 3);

  private final FaultSite site = FaultSite.shared();

  @Test
  void whatFailsIsSeenAndKeepsNobodyElseFromGoingOn() {
    String rows = IntStream.range(0, CASES)
        .mapToObj(number -> Home.of(number).row("POISON" + number, "100.00", site.today().minusDays(10), number))
        .collect(Collectors.joining("\n"));
    assertThat(site.send("arrears", "text/csv", Home.HEADER + "\n" + rows + "\n").body())
        .contains("\"opened\":" + CASES);
    poison();

    site.liveUntil(site.now().plus(Duration.ofDays(1)));

    LOG.info("{} of {} cases are poison: {} incidents, {} messages", POISON, CASES, site.count("act_ru_incident"),
        site.count("contact_attempt where status = 'SENT'"));
    assertThat(incidents()).containsExactlyInAnyOrderElementsOf(poisoned());
    assertThat(written()).hasSize(CASES - POISON).doesNotContainAnyElementsOf(poisoned());
    assertThat(site.broken(poisoned().toArray(String[]::new))).isEmpty();

    mend();
    site.engine().getManagementService().createJobQuery().noRetriesLeft().list()
        .forEach(job -> site.engine().getManagementService().setJobRetries(job.getId(), 1));
    site.liveUntil(site.now().plus(Duration.ofDays(1)));

    assertThat(incidents()).isEmpty();
    assertThat(written()).hasSize(CASES);
    assertThat(site.broken()).isEmpty();
  }

  /** As a fault of the store would: the zone of a debtor cannot be read any more. */
  private void poison() {
    assertThat(site.database().sql("""
        update debtor set time_zone = 'Moon/' || time_zone where debtor_id in
          (select debtor_id from debtor where debtor_id like 'POISON%' order by debtor_id limit :poison)
        """).param("poison", POISON).update()).isEqualTo(POISON);
  }

  private void mend() {
    site.database().sql("update debtor set time_zone = replace(time_zone, 'Moon/', '') where time_zone like 'Moon/%'")
        .update();
  }

  private List<String> poisoned() {
    return site.database().sql("""
        select case_number from collection_case c join debtor d on d.debtor_id = c.debtor_id
         where d.time_zone like 'Moon/%'
        """).query(String.class).list();
  }

  private List<String> incidents() {
    return site.database().sql("""
        select e.business_key_ from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
        """).query(String.class).list();
  }

  private List<String> written() {
    return site.database().sql("""
        select distinct a.case_number from contact_attempt a where a.debtor_id like 'POISON%' and a.status = 'SENT'
        """).query(String.class).list();
  }
}
