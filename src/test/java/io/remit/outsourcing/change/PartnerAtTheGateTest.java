package io.remit.outsourcing.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.complaint.Complaints;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.gate.ContactPreferences;
import io.remit.gate.ContactPreferences.EnteredHours;
import io.remit.gate.Person;
import io.remit.hold.Hold.Reason;
import io.remit.outsourcing.Placements;
import io.remit.partner.Partner;
import io.remit.process.story.ArrearsRow;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import io.remit.process.story.Worker;
import io.remit.region.RegionalRelief;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever stops a partner stops it at the gate at once: before the file that tells it of that is on its way. */
@ProcessTest
class PartnerAtTheGateTest {

  private static final String PERSON = "gatekept1";
  private static final String GROUP = Partner.groupOf("agency1");

  @Autowired
  private CaseWorld world;
  @Autowired
  private ContactsByPeople contacts;
  @Autowired
  private ContactPreferences wishes;
  @Autowired
  private Complaints complaints;
  @Autowired
  private RegionalRelief regions;
  @Autowired
  private Placements placements;
  @Autowired
  private IdentityService identities;

  /** A rule for a region goes on for the tests after it. */
  private static final Iterator<String> REGIONS =
      Arrays.stream(Locale.getISOCountries()).map(country -> "CN-" + country).iterator();

  private static final AtomicInteger PHONES = new AtomicInteger(87_000_000);

  private String region;
  private ArrearsRow account;
  private TestedCase placed;

  @BeforeEach
  void aPlacedCase() {
    region = REGIONS.next();
    account = world.account(400).with("country", "CN").with("region", region).with("time_zone", "Asia/Shanghai")
        .with("phone", "+8627" + PHONES.incrementAndGet());
    placed = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    placed.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    world.runDueJobs();
    if (identities.createGroupQuery().groupId(GROUP).count() == 0) {
      identities.saveGroup(identities.newGroup(GROUP));
    }
    identities.saveUser(identities.newUser(PERSON));
    identities.createMembership(PERSON, GROUP);
  }

  @AfterEach
  void dismiss() {
    identities.deleteUser(PERSON);
  }

  private String asked(Channel channel, String who) {
    return contacts.lookFor(placed.number(), channel, Person.DEBTOR, who).decision().rule();
  }

  @Test
  void aPartnerThatNothingStopsMayCall() {
    assertThat(contacts.lookFor(placed.number(), Channel.CALL, Person.DEBTOR, PERSON).allowed()).isTrue();
  }

  static Stream<Reason> pauses() {
    return Stream.of(Reason.values()).filter(reason -> reason != Reason.VULNERABLE);
  }

  @ParameterizedTest
  @MethodSource("pauses")
  void aPauseStopsThePartner(Reason reason) {
    placed.hold(reason, "2007-10-01");

    assertThat(asked(Channel.CALL, PERSON)).isEqualTo("on-hold");
    assertThat(asked(Channel.VISIT, PERSON)).isEqualTo("on-hold");
  }

  @Test
  void aPauseOfSomeMeansStopsThese() {
    placed.hold(Reason.VULNERABLE, "2007-10-01");

    assertThat(asked(Channel.VISIT, PERSON)).isEqualTo("channel-on-hold");
  }

  @ParameterizedTest
  @CsvSource({"ALL, CALL, on-hold", "VISIT, VISIT, region-closed"})
  void aMoratoriumStopsThePartner(String stops, Channel channel, String rule) {
    regions.add(new RegionalRelief.Entered(region, "2007-09-03", "2007-10-01", stops, "flood"), "supervisor1");
    world.runDueJobs();

    assertThat(asked(channel, PERSON)).isEqualTo(rule);
  }

  @Test
  void eachWishStopsThePartner() {
    String debtor = account.debtorId();
    wishes.suit(debtor, new EnteredHours("19:00", "20:00", null, null), "collector1");
    assertThat(asked(Channel.CALL, PERSON)).as("hours").isNotEqualTo("allowed").contains("hours");
    wishes.suit(debtor, new EnteredHours(null, null, null, null), "collector1");
    wishes.refuseNumber(debtor, phone(), "collector1");
    assertThat(asked(Channel.CALL, PERSON)).as("number").isEqualTo("address-unwanted");
    wishes.setChannel(debtor, Channel.VISIT, false, "collector1");
    assertThat(asked(Channel.VISIT, PERSON)).as("channel").isEqualTo("opted-out");
  }

  private String phone() {
    return world.database.sql("select phone from debtor where debtor_id = :debtor").param("debtor", account.debtorId())
        .query(String.class).single();
  }

  @Test
  void aCaseThatIsPaidOrTakenBackIsNotThePartnersAnyMore() {
    placed.submit(Worker.OUTSOURCING_OFFICER, "RECALLED");
    assertThat(placements.partnerThatHas(placed.number())).as("whom the contact desk lets in").isEmpty();

    world.pay(account, "460.00");
    assertThat(asked(Channel.CALL, PERSON)).isEqualTo("case-closed");
  }

  @Test
  void aComplaintStopsThePartnerUntilAnOfficerDecidedAndNobodyElse() {
    complaints.open(placed.number(), "CALL", null, "They shouted at me", "collector1");

    assertThat(asked(Channel.CALL, PERSON)).isEqualTo("complaint-about-person");
    assertThat(asked(Channel.CALL, GROUP)).as("what its file tells").isEqualTo("complaint-about-person");
    assertThat(contacts.lookFor(placed.number(), Channel.CALL, Person.DEBTOR, "collector1").allowed()).isTrue();
    assertThat(placed.task("task_tell_partner")).isNotNull();
    placed.submit(Worker.OUTSOURCING_OFFICER, placed.task("task_tell_partner"), Map.of("outcome", "GOES_ON"));

    assertThat(contacts.lookFor(placed.number(), Channel.CALL, Person.DEBTOR, PERSON).allowed()).isTrue();
  }

  @Test
  void aComplaintWithoutGroundStopsThePartnerNoMore() {
    complaints.open(placed.number(), "CALL", null, "They shouted at me", "collector1");
    placed.submit(Worker.SUPERVISOR, placed.task("task_handle_complaint"),
        Map.of("outcome", "NOT_UPHELD", "note", "nobody shouted"));

    assertThat(contacts.lookFor(placed.number(), Channel.CALL, Person.DEBTOR, PERSON).allowed()).isTrue();
  }
}
