package io.remit.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.cases.CollectionCase.Status;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.ContactQuestion.CaseNow;
import io.remit.gate.ContactQuestion.DebtorNow;
import io.remit.gate.ContactQuestion.Limits;
import io.remit.gate.ContactQuestion.ThirdParty;
import io.remit.gate.ContactQuestion.Wanted;
import io.remit.gate.ContactQuestion.Wording;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the shipped rules allow and forbid, place by place. */
class GateRulesTest {

  private static final String NUMBER = "+12125550101";

  private final List<PastContact> past = new ArrayList<>();
  private Set<Jurisdiction> jurisdictions = Set.of(Jurisdiction.DEFAULT);
  private Set<ZoneId> zones = Set.of(ZoneId.of("Etc/UTC"));
  private Hours agreed;
  private Hours notThen;
  private Purpose purpose = Purpose.COLLECTION;
  private Instant pausedUntil;
  private Instant uncertainUntil;

  private GateRulesTest in(Jurisdiction jurisdiction, String... zone) {
    jurisdictions = Set.of(jurisdiction);
    zones = new LinkedHashSet<>(Arrays.stream(zone).map(ZoneId::of).toList());
    return this;
  }

  private GateDecision ask(Channel channel, String at) {
    return GateRules.decide(question(channel), Instant.parse(at));
  }

  private ContactQuestion question(Channel channel) {
    Place place = new Place(jurisdictions, zones, Set.of(), Set.of());
    List<ContactRule> rules = jurisdictions.stream()
        .flatMap(jurisdiction -> PolicyTables.shipped().rulesOf(jurisdiction, channel).stream()).distinct().toList();
    ContactWindow window = new ContactWindow(rules, place, day -> day.toString().equals("2007-12-25"),
        new SuitableHours(agreed, notThen), zones.iterator().next());
    return new ContactQuestion(new Wanted(false, purpose, Wording.APPROVED),
        new CaseNow(Status.OPEN, false, false, true, true, pausedUntil, uncertainUntil),
        new DebtorNow(false, false, Address.USABLE, ThirdParty.NOT_CONCERNED, false, null),
        new Limits(place, rules, window, new Caps(rules, zones, past, NUMBER)));
  }

  private void called(String at, boolean answered, boolean conversation) {
    past.add(new PastContact(past.size() + 1, Channel.CALL, Instant.parse(at), NUMBER, answered, conversation, false));
  }

  private void wrote(String at) {
    past.add(new PastContact(past.size() + 1, Channel.SMS, Instant.parse(at), NUMBER, null, null, false));
  }

  @ParameterizedTest(name = "{0} in {1} at {2}: {3}")
  @CsvSource({
      "CN, Asia/Shanghai, 2007-09-02T23:59:59Z, contact-hours, 2007-09-03T00:00:00Z",
      "CN, Asia/Shanghai, 2007-09-03T00:00:00Z, allowed,",
      "CN, Asia/Shanghai, 2007-09-03T13:59:59Z, allowed,",
      "CN, Asia/Shanghai, 2007-09-03T14:00:00Z, contact-hours, 2007-09-04T00:00:00Z",
      "US, America/New_York, 2007-09-03T11:59:59Z, contact-hours, 2007-09-03T12:00:00Z",
      "US, America/New_York, 2007-09-04T00:59:59Z, allowed,",
      "US, America/New_York, 2007-09-04T01:00:00Z, contact-hours, 2007-09-04T12:00:00Z",
      "US, Pacific/Honolulu, 2007-09-03T18:00:00Z, allowed,",
      // the clocks of New York go back on 4 November 2007: eight o'clock comes an hour later
      "US, America/New_York, 2007-11-04T12:30:00Z, contact-hours, 2007-11-04T13:00:00Z",
      "GB, Europe/London, 2007-09-03T19:00:00Z, contact-hours, 2007-09-04T07:00:00Z",
      "DEFAULT, Europe/Berlin, 2007-09-03T06:59:59Z, contact-hours, 2007-09-03T07:00:00Z",
      "DEFAULT, Europe/Berlin, 2007-09-02T10:00:00Z, not-on-sundays, 2007-09-03T07:00:00Z",
      "DEFAULT, Europe/Berlin, 2007-12-25T10:00:00Z, not-on-holidays, 2007-12-26T08:00:00Z"})
  void hoursAreThoseOfTheDebtorsPlace(Jurisdiction jurisdiction, String zone, String at, String rule, Instant next) {
    GateDecision decision = in(jurisdiction, zone).ask(Channel.CALL, at);

    assertThat(decision.rule()).isEqualTo(rule);
    assertThat(decision.nextAllowedAt()).isEqualTo(next);
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void whileAPromiseRunsNobodyContactsTheDebtorByAnyChannel(Channel channel) {
    pausedUntil = Instant.parse("2007-09-11T06:00:00Z");

    GateDecision decision = ask(channel, "2007-09-05T12:00:00Z");

    assertThat(decision.rule()).isEqualTo("promise-running");
    assertThat(decision.nextAllowedAt()).as("over at six, and then the hours of contact")
        .isEqualTo(channel == Channel.LETTER ? "2007-09-11T06:00:00Z" : "2007-09-11T09:00:00Z");
    assertThat(ask(channel, "2007-09-11T09:00:00Z").allowed()).isTrue();
  }

  @Test
  void theReminderThatWasAgreedPassesThePauseButNeitherCapsNorHours() {
    pausedUntil = Instant.parse("2007-09-11T06:00:00Z");
    purpose = Purpose.AGREED_REMINDER;

    assertThat(ask(Channel.SMS, "2007-09-05T12:00:00Z").allowed()).isTrue();
    assertThat(ask(Channel.SMS, "2007-09-05T22:00:00Z").rule()).isEqualTo("contact-hours");
    wrote("2007-09-05T10:00:00Z");
    assertThat(ask(Channel.SMS, "2007-09-05T12:00:00Z").rule()).isEqualTo("messages-a-day");
  }

  @Test
  void aConfirmationPassesThePauseAndTheCapsButNotTheHours() {
    pausedUntil = Instant.parse("2007-09-11T06:00:00Z");
    purpose = Purpose.CONFIRMATION;
    wrote("2007-09-05T10:00:00Z");

    assertThat(ask(Channel.SMS, "2007-09-05T12:00:00Z").allowed()).isTrue();
    GateDecision atNight = ask(Channel.SMS, "2007-09-05T22:00:00Z");
    assertThat(atNight.rule()).isEqualTo("contact-hours");
    assertThat(atNight.nextAllowedAt()).isEqualTo("2007-09-06T09:00:00Z");
  }

  @Test
  void lettersMayBePostedAtAnyHour() {
    assertThat(ask(Channel.LETTER, "2007-09-02T03:00:00Z").allowed()).isTrue();
  }

  @Test
  void chineseHoursMayBeWidenedByAgreementAndAmericanOnesNot() {
    agreed = new Hours(LocalTime.of(22, 0), LocalTime.of(1, 0));

    assertThat(in(Jurisdiction.CN, "Asia/Shanghai").ask(Channel.CALL, "2007-09-03T15:30:00Z").allowed()).isTrue();
    assertThat(in(Jurisdiction.CN, "Asia/Shanghai").ask(Channel.CALL, "2007-09-03T17:00:00Z").rule())
        .isEqualTo("contact-hours");
    assertThat(in(Jurisdiction.US, "America/New_York").ask(Channel.CALL, "2007-09-04T02:30:00Z").allowed()).isFalse();
  }

  @ParameterizedTest(name = "{0} in {1} at {2}: {3}")
  @CsvSource({
      "US, America/New_York, 2026-03-03T15:00:00Z, hours-that-suit, 2026-03-03T23:00:00Z",
      "US, America/New_York, 2026-03-03T23:30:00Z, allowed,",
      "GB, Europe/London, 2026-03-03T15:00:00Z, hours-that-suit, 2026-03-03T18:00:00Z",
      "GB, Europe/London, 2026-03-03T18:30:00Z, allowed,",
      "CN, Asia/Shanghai, 2026-03-03T05:00:00Z, hours-that-suit, 2026-03-03T10:00:00Z",
      "DEFAULT, Europe/Berlin, 2026-03-03T09:00:00Z, hours-that-suit, 2026-03-03T17:00:00Z"})
  void onlyTheHoursThatTheDebtorNamedSuit(Jurisdiction jurisdiction, String zone, String at, String rule,
      Instant next) {
    agreed = new Hours(LocalTime.of(18, 0), LocalTime.of(20, 0));

    GateDecision decision = in(jurisdiction, zone).ask(Channel.CALL, at);

    assertThat(decision.rule()).isEqualTo(rule);
    assertThat(decision.nextAllowedAt()).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({"US, America/New_York, 2026-03-03T15:00:00Z, 2026-03-03T22:00:00Z",
      "GB, Europe/London, 2026-03-03T10:00:00Z, 2026-03-03T17:00:00Z"})
  void hoursThatDoNotSuitAreLeftOut(Jurisdiction jurisdiction, String zone, String at, Instant next) {
    notThen = new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0));

    assertThat(in(jurisdiction, zone).ask(Channel.CALL, at).rule()).isEqualTo("hours-that-suit");
    assertThat(in(jurisdiction, zone).ask(Channel.SMS, at).nextAllowedAt()).isEqualTo(next);
    assertThat(in(jurisdiction, zone).ask(Channel.CALL, next.toString()).allowed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"18:00, 20:00, 17:00, 21:00, true", "18:00, 20:00, 18:00, 20:00, true",
      "18:00, 20:00, 19:00, 21:00, false",
      "22:00, 01:00, 21:00, 02:00, true", "22:00, 01:00, 23:00, 02:00, false", "09:00, 20:00, 19:00, 10:00, false"})
  void whatIsLeftOfTheHoursIsSeen(LocalTime from, LocalTime to, LocalTime notFrom, LocalTime notTo, boolean nothing) {
    Hours only = new Hours(from, to);
    Hours not = new Hours(notFrom, notTo);

    assertThat(not.contain(only.from()) && not.coversAllOf(only)).isEqualTo(nothing);
  }

  @Test
  void inChinaThreeAnsweredCallsADayAreEnoughWhoeverMadeThem() {
    in(Jurisdiction.CN, "Asia/Shanghai");
    called("2007-09-03T01:00:00Z", true, false);
    called("2007-09-03T02:00:00Z", true, false);
    past.add(new PastContact(9, Channel.ROBOT_CALL, Instant.parse("2007-09-03T03:00:00Z"), NUMBER, null, null, false));

    GateDecision decision = ask(Channel.CALL, "2007-09-03T04:00:00Z");
    assertThat(decision.rule()).as("a robot's call of which nothing is known yet may have been answered")
        .isEqualTo("answered-calls-a-day");
    assertThat(decision.nextAllowedAt()).isEqualTo("2007-09-04T00:00:00Z");
    assertThat(decision.counters()).contains("answered-calls-a-day 3 of 3", "unanswered-calls-a-day 1 of 6", "CN");
  }

  @Test
  void inChinaSixUnansweredCallsToANumberADayAreEnough() {
    in(Jurisdiction.CN, "Asia/Shanghai");
    for (int hour = 1; hour <= 6; hour++) {
      assertThat(ask(Channel.CALL, "2007-09-03T0" + hour + ":00:00Z").allowed()).isTrue();
      called("2007-09-03T0" + hour + ":00:00Z", false, false);
    }
    assertThat(ask(Channel.CALL, "2007-09-03T07:00:00Z").rule()).isEqualTo("unanswered-calls-a-day");
    past.replaceAll(call -> new PastContact(call.attemptId(), call.channel(), call.at(), "+8613800000000", false, false,
        false));
    assertThat(ask(Channel.CALL, "2007-09-03T07:00:00Z").allowed()).as("another number").isTrue();
  }

  @Test
  void inAmericaTheEighthCallInSevenDaysIsForbidden() {
    in(Jurisdiction.US, "America/New_York");
    for (int day = 3; day <= 9; day++) {
      assertThat(ask(Channel.CALL, "2007-09-0" + day + "T15:00:00Z").allowed()).isTrue();
      called("2007-09-0" + day + "T15:00:00Z", false, false);
    }
    GateDecision decision = ask(Channel.CALL, "2007-09-09T16:00:00Z");
    assertThat(decision.rule()).isEqualTo("calls-in-seven-days");
    assertThat(decision.nextAllowedAt()).isEqualTo("2007-09-10T15:00:00Z");
    assertThat(ask(Channel.SMS, "2007-09-09T16:00:00Z").allowed()).as("a message is no call").isTrue();
  }

  @Test
  void inAmericaTheDayOfAConversationIsTheFirstOfSevenWithoutACall() {
    in(Jurisdiction.US, "America/New_York");
    // ten in the evening of the 2nd in New York would be the 3rd elsewhere
    called("2007-09-03T00:30:00Z", true, true);

    assertThat(ask(Channel.CALL, "2007-09-08T15:00:00Z").rule()).isEqualTo("days-after-conversation");
    assertThat(ask(Channel.CALL, "2007-09-08T15:00:00Z").nextAllowedAt()).isEqualTo("2007-09-09T12:00:00Z");
    assertThat(ask(Channel.CALL, "2007-09-09T12:00:00Z").allowed()).isTrue();
  }

  @Test
  void whoCalledUsIsLeftInPeaceTooButHisCallCountsForNoCap() {
    in(Jurisdiction.US, "America/New_York");
    past.add(new PastContact(1, Channel.CALL, Instant.parse("2007-09-03T15:00:00Z"), null, true, true, true));

    GateDecision decision = ask(Channel.CALL, "2007-09-04T15:00:00Z");
    assertThat(decision.rule()).isEqualTo("days-after-conversation");
    assertThat(decision.counters()).contains("calls-in-seven-days 0 of 7");
  }

  @Test
  void inBritainThreeCallsAWeek() {
    in(Jurisdiction.GB, "Europe/London");
    called("2007-09-03T10:00:00Z", false, false);
    called("2007-09-04T10:00:00Z", false, false);
    called("2007-09-05T10:00:00Z", false, false);

    assertThat(ask(Channel.ROBOT_CALL, "2007-09-06T10:00:00Z").nextAllowedAt()).isEqualTo("2007-09-10T10:00:00Z");
  }

  @Test
  void aMessageADayAndThreeInSevenDaysAndTheNextTimeIsTheTrueOne() {
    wrote("2007-09-03T19:00:00Z");
    assertThat(ask(Channel.EMAIL, "2007-09-03T19:30:00Z").rule()).isEqualTo("messages-a-day");
    assertThat(ask(Channel.EMAIL, "2007-09-03T19:30:00Z").nextAllowedAt()).isEqualTo("2007-09-04T09:00:00Z");
    wrote("2007-09-04T10:00:00Z");
    wrote("2007-09-05T10:00:00Z");

    GateDecision decision = ask(Channel.LETTER, "2007-09-06T10:00:00Z");
    assertThat(decision.rule()).isEqualTo("messages-in-seven-days");
    assertThat(decision.nextAllowedAt()).isEqualTo("2007-09-10T19:00:00Z");
    assertThat(decision.counters())
        .isEqualTo("rules of [DEFAULT] in [Etc/UTC]; messages-a-day 0 of 1; messages-in-seven-days 3 of 3");
  }

  @Test
  void ifTwoCapsAreInTheWayTheNextTimeIsThatOfTheLater() {
    wrote("2007-09-03T10:00:00Z");
    wrote("2007-09-04T10:00:00Z");
    wrote("2007-09-08T10:00:00Z");

    assertThat(ask(Channel.SMS, "2007-09-08T11:00:00Z").rule()).isEqualTo("messages-a-day");
    assertThat(ask(Channel.SMS, "2007-09-08T11:00:00Z").nextAllowedAt())
        .as("the 9th is a Sunday, and three messages lie within seven days until the 10th at ten")
        .isEqualTo("2007-09-10T10:00:00Z");
  }

  @Test
  void whereThePlaceIsUnclearTheRulesOfAllPlacesHold() {
    jurisdictions = new LinkedHashSet<>(List.of(Jurisdiction.GB, Jurisdiction.US));
    zones = new LinkedHashSet<>(List.of(ZoneId.of("Europe/London"), ZoneId.of("America/New_York")));

    assertThat(ask(Channel.CALL, "2007-09-03T11:00:00Z").nextAllowedAt()).as("eight in New York")
        .isEqualTo("2007-09-03T12:00:00Z");
    assertThat(ask(Channel.CALL, "2007-09-03T18:59:59Z").allowed()).isTrue();
    assertThat(ask(Channel.CALL, "2007-09-03T19:00:00Z").nextAllowedAt()).as("eight in London has passed")
        .isEqualTo("2007-09-04T12:00:00Z");
    called("2007-09-03T13:00:00Z", true, true);
    assertThat(ask(Channel.CALL, "2007-09-04T13:00:00Z").rule()).as("the American rest holds too")
        .isEqualTo("days-after-conversation");
  }

  @Test
  void placesWhoseHoursNeverMeetLeaveNoTime() {
    in(Jurisdiction.GB, "Europe/London", "Pacific/Honolulu");

    assertThat(ask(Channel.CALL, "2007-09-03T12:00:00Z").nextAllowedAt()).isEqualTo("2007-09-03T18:00:00Z");

    in(Jurisdiction.GB, "Pacific/Auckland", "Asia/Kolkata", "America/New_York", "Europe/London");
    GateDecision decision = ask(Channel.CALL, "2007-09-03T12:00:00Z");
    assertThat(decision.allowed()).isFalse();
    assertThat(decision.nextAllowedAt()).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"case-closed", "on-hold", "complaint-about-person", "channel-on-hold", "nothing-due", "stage-left",
      "channel-not-in-stage", "text-not-approved",
      "text-announces-another-step", "text-for-somebody-else", "text-too-long", "text-incomplete", "opted-out",
      "no-address-for-channel", "address-invalid", "address-of-somebody-else", "third-party-closed",
      "third-party-debtor-not-lost", "safety-note"})
  void whatNoTimeWouldHelpHasNoNextTime(String rule) {
    ContactQuestion good = question(Channel.SMS);
    Status status = rule.equals("case-closed") ? Status.CLOSED : rule.equals("on-hold") ? Status.HELD : Status.OPEN;
    Wording wording = switch (rule) {
      case "text-not-approved" -> Wording.NOT_APPROVED;
      case "text-announces-another-step" -> Wording.ANNOUNCES_ANOTHER_STEP;
      case "text-for-somebody-else" -> Wording.FOR_SOMEBODY_ELSE;
      case "text-too-long" -> Wording.TOO_LONG;
      case "text-incomplete" -> Wording.INCOMPLETE;
      default -> Wording.APPROVED;
    };
    Address address = switch (rule) {
      case "no-address-for-channel" -> Address.NONE;
      case "address-invalid" -> Address.INVALID;
      case "address-of-somebody-else" -> Address.WRONG;
      default -> Address.USABLE;
    };
    ThirdParty thirdParty = rule.equals("third-party-closed") ? ThirdParty.CLOSED
        : rule.equals("third-party-debtor-not-lost") ? ThirdParty.DEBTOR_NOT_LOST : ThirdParty.NOT_CONCERNED;

    GateDecision decision = GateRules.decide(new ContactQuestion(new Wanted(false, Purpose.COLLECTION, wording),
        new CaseNow(status, rule.equals("channel-on-hold"), rule.equals("stage-left"),
            !rule.equals("channel-not-in-stage"), !rule.equals("nothing-due"), null, null),
        new DebtorNow(rule.equals("complaint-about-person"), rule.equals("opted-out"), address, thirdParty,
            rule.equals("safety-note"), null),
        good.limits()), Instant.parse("2007-09-03T12:00:00Z"));

    assertThat(decision.rule()).isEqualTo(rule);
    assertThat(decision.allowed()).isFalse();
    assertThat(decision.nextAllowedAt()).isNull();
  }

  @Test
  void whereARegionIsClosedNobodyIsVisitedBeforeItOpens() {
    ContactQuestion open = question(Channel.VISIT);
    ContactQuestion closed = new ContactQuestion(open.wanted(), open.caseNow(), new DebtorNow(false, false,
        Address.USABLE, ThirdParty.NOT_CONCERNED, false, Instant.parse("2007-09-05T06:00:00Z")), open.limits());

    GateDecision decision = GateRules.decide(closed, Instant.parse("2007-09-03T12:00:00Z"));

    assertThat(decision.rule()).isEqualTo("region-closed");
    assertThat(decision.nextAllowedAt()).isEqualTo(Instant.parse("2007-09-05T09:00:00Z"));
    assertThat(GateRules.decide(closed, Instant.parse("2007-09-05T09:00:00Z")).allowed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void nobodyIsAskedForAnAmountThatIsUncertainAndTheNextDayIsAskedAnew(Channel channel) {
    uncertainUntil = Instant.parse("2007-09-04T00:00:00Z");

    GateDecision decision = ask(channel, "2007-09-03T12:00:00Z");

    assertThat(decision.allowed()).isFalse();
    assertThat(decision.rule()).isEqualTo("amount-uncertain");
    assertThat(decision.nextAllowedAt()).isBetween(uncertainUntil, Instant.parse("2007-09-04T12:00:00Z"));
    assertThat(ask(channel, "2007-09-04T12:00:00Z").allowed()).isTrue();
    purpose = Purpose.TERMS;
    assertThat(ask(channel, "2007-09-03T12:00:00Z").allowed()).as("tells what was agreed").isTrue();
  }

  @Test
  void anAnswerToTheDebtorIsStoppedByNothingButAMissingAddress() {
    ContactQuestion open = question(Channel.LETTER);
    for (Address address : Address.values()) {
      GateDecision decision = GateRules.decide(new ContactQuestion(
          new Wanted(true, Purpose.COLLECTION, Wording.APPROVED),
          new CaseNow(Status.HELD, true, true, false, false, null, null),
          new DebtorNow(false, false, address, ThirdParty.NOT_CONCERNED, false, null), open.limits()),
          Instant.parse("2007-09-03T03:00:00Z"));

      assertThat(decision.rule()).isEqualTo(address == Address.USABLE ? "answer-to-debtor" : "on-hold");
    }
  }
}
