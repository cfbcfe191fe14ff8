package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.faults.FaultSite;
import org.springframework.test.util.ReflectionTestUtils;

/** What is done once in a night. */
final class NightDeed implements Deed {

  private final FaultSite site;

  NightDeed(FaultSite site) {
    this.site = site;
  }

  @Override
  public void prepare() {
    // the night comes by itself
  }

  @Override
  public void makeDue() {
    assertThat(doneParts()).as("a new day").isLessThan(4);
  }

  /** As another node does it when it looks. */
  @Override
  public void repeat() {
    ReflectionTestUtils.invokeMethod(site.bean("nightlyRound"), "look");
  }

  @Override
  public void check() {
    assertThat(doneParts()).isEqualTo(4);
  }

  private int doneParts() {
    return site.count("daily_work where work in ('REGIONS', 'VISITS', 'PARTNERS', 'WAITING_CASES')"
        + " and done_for = date '" + site.today() + "'");
  }
}
