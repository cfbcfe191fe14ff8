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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the law of a place forbids, at the edges of each row. */
class ContactLimitsTest {

  private static final String NUMBER = "+12125550101";

  private final List<PastContact> past = new ArrayList<>();

  private GateDecision ask(String jurisdictions, String zone, Channel channel, String at) {
    List<Jurisdiction> all = Stream.of(jurisdictions.split(" ")).map(code -> code.contains("-")
        ? Jurisdiction.ofRegion(code).orElseThrow() : Jurisdiction.of(code)).toList();
    Place place = new Place(Set.copyOf(all), Set.of(ZoneId.of(zone)), Set.of(), Set.of());
    List<ContactRule> rules = all.stream()
        .flatMap(each -> PolicyTables.shipped().rulesOf(each, channel).stream()).distinct().toList();
    ContactWindow window = new ContactWindow(rules, place, LocalDate.parse("2026-12-25")::equals,
        SuitableHours.ANY, ZoneId.of(zone));
    return GateRules.decide(new ContactQuestion(new Wanted(false, Purpose.COLLECTION, Wording.APPROVED),
        new CaseNow(Status.OPEN, false, false, true, true, null, null),
        new DebtorNow(false, false, Address.USABLE, ThirdParty.NOT_CONCERNED, false, null),
        new Limits(place, rules, window,
            new Caps(rules, place.zones(), past, channel.isByPhone() ? NUMBER : null))), Instant.parse(at));
  }

  private void contacted(Channel channel, String... moments) {
    for (String at : moments) {
      past.add(new PastContact(past.size() + 1, channel, Instant.parse(at), channel.isByPhone() ? NUMBER : null,
          channel.isVoice() ? false : null, false, false));
    }
  }

  // 6 December 2026 is a Sunday
  @ParameterizedTest(name = "{0} {2} at {3}: {4}")
  @CsvSource({
      "AU, Australia/Sydney, CALL, 2026-12-06T20:29:59Z, contact-hours", // Monday, 07:29:59
      "AU, Australia/Sydney, CALL, 2026-12-06T20:30:00Z, allowed",
      "AU, Australia/Sydney, CALL, 2026-12-04T21:59:59Z, contact-hours", // Saturday, 08:59:59
      "AU, Australia/Sydney, CALL, 2026-12-04T22:00:00Z, allowed",
      "AU, Australia/Sydney, CALL, 2026-12-07T09:59:59Z, allowed",
      "AU, Australia/Sydney, CALL, 2026-12-07T10:00:00Z, contact-hours", // 21:00
      "AU, Australia/Sydney, VISIT, 2026-12-06T21:59:59Z, contact-hours", // Monday, 08:59:59
      "AU, Australia/Sydney, VISIT, 2026-12-06T22:00:00Z, allowed",
      "AU, Australia/Sydney, CALL, 2026-12-24T23:00:00Z, not-on-holidays",
      "CA, America/Toronto, CALL, 2026-12-07T12:59:59Z, contact-hours", // Monday, 07:59:59
      "CA, America/Toronto, CALL, 2026-12-07T13:00:00Z, allowed",
      "CA, America/Toronto, CALL, 2026-12-08T01:59:59Z, allowed",
      "CA, America/Toronto, CALL, 2026-12-08T02:00:00Z, contact-hours", // 21:00
      "CA, America/Toronto, SMS, 2026-12-06T19:00:00Z, not-on-sundays",
      "CA, America/Toronto, CALL, 2026-12-25T17:00:00Z, not-on-holidays",
      "CA CA-QC, America/Toronto, CALL, 2026-12-07T12:59:59Z, contact-hours", // Monday, 07:59:59
      "CA CA-QC, America/Toronto, CALL, 2026-12-07T13:00:00Z, allowed",
      "CA CA-QC, America/Toronto, CALL, 2026-12-08T01:00:00Z, contact-hours", // 20:00
      "CA CA-QC, America/Toronto, CALL, 2026-12-06T19:00:00Z, not-on-sundays",
      "IN, Asia/Kolkata, CALL, 2026-12-07T02:29:59Z, contact-hours", // 07:59:59
      "IN, Asia/Kolkata, CALL, 2026-12-07T02:30:00Z, allowed",
      "IN, Asia/Kolkata, CALL, 2026-12-07T13:30:00Z, contact-hours", // 19:00
      "IN, Asia/Kolkata, CALL, 2026-12-06T08:00:00Z, not-on-sundays",
      "CL, America/Santiago, CALL, 2026-12-07T10:59:59Z, contact-hours", // 07:59:59
      "CL, America/Santiago, CALL, 2026-12-07T11:00:00Z, allowed",
      "CL, America/Santiago, SMS, 2026-12-06T15:00:00Z, not-on-sundays",
      "CO, America/Bogota, CALL, 2026-12-07T23:59:59Z, allowed", // Monday, 18:59:59
      "CO, America/Bogota, CALL, 2026-12-08T00:00:00Z, contact-hours",
      "CO, America/Bogota, CALL, 2026-12-05T12:59:59Z, contact-hours", // Saturday, 07:59:59
      "CO, America/Bogota, CALL, 2026-12-05T19:59:59Z, allowed",
      "CO, America/Bogota, CALL, 2026-12-05T20:00:00Z, contact-hours", // Saturday, 15:00
      "CO, America/Bogota, SMS, 2026-12-25T15:00:00Z, not-on-holidays",
      "GR, Europe/Athens, CALL, 2026-12-05T10:00:00Z, not-on-this-weekday", // Saturday
      "GR, Europe/Athens, CALL, 2026-12-04T10:00:00Z, allowed",
      "PE, America/Lima, VISIT, 2026-12-05T16:00:00Z, not-on-this-weekday",
      "PE, America/Lima, SMS, 2026-12-05T16:00:00Z, allowed",
      "TH, Asia/Bangkok, CALL, 2026-12-05T10:59:59Z, allowed", // Saturday, 17:59:59
      "TH, Asia/Bangkok, CALL, 2026-12-05T11:00:00Z, contact-hours",
      "TH, Asia/Bangkok, CALL, 2026-12-07T12:59:59Z, allowed", // Monday, 19:59:59
      "TH, Asia/Bangkok, CALL, 2026-12-07T13:00:00Z, contact-hours",
      "TH, Asia/Bangkok, SMS, 2026-12-06T05:00:00Z, not-on-sundays",
      "TH, Asia/Bangkok, SMS, 2026-12-25T05:00:00Z, not-on-holidays"})
  void hoursAndDays(String jurisdictions, String zone, Channel channel, String at, String rule) {
    assertThat(ask(jurisdictions, zone, channel, at).rule()).isEqualTo(rule);
  }

  @Test
  void massachusettsAllowsTwoCallsOrTextsInSevenDays() {
    contacted(Channel.CALL, "2026-12-01T15:00:00Z");
    assertThat(ask("US US-MA", "America/New_York", Channel.SMS, "2026-12-02T15:00:00Z").allowed()).isTrue();
    contacted(Channel.SMS, "2026-12-02T15:00:00Z");

    GateDecision third = ask("US US-MA", "America/New_York", Channel.CALL, "2026-12-08T14:59:59Z");
    assertThat(third.rule()).isEqualTo("telephone-contacts-in-seven-days");
    assertThat(third.nextAllowedAt()).isEqualTo("2026-12-08T15:00:00Z");
    assertThat(ask("US US-MA", "America/New_York", Channel.CALL, "2026-12-08T15:00:00Z").allowed()).isTrue();
    assertThat(ask("US US-MA", "America/New_York", Channel.LETTER, "2026-12-03T15:00:00Z").allowed()).isTrue();
    assertThat(ask("US", "America/New_York", Channel.CALL, "2026-12-03T15:00:00Z").allowed()).isTrue();
  }

  @ParameterizedTest(name = "{0}: {2} after {3} {4}")
  @CsvSource({
      "US US-MA, America/New_York, VISIT, VISIT, 1, 30, visits-in-thirty-days",
      "US US-NY, America/New_York, CALL, CALL, 2, 7, calls-in-seven-days",
      "US US-NY, America/New_York, LETTER, CALL, 3, 7, contacts-in-seven-days",
      "US US-DC, America/New_York, CALL, CALL, 4, 7, calls-in-seven-days",
      "US US-WA, America/Los_Angeles, LETTER, CALL, 3, 7, contacts-in-seven-days",
      "AU, Australia/Sydney, EMAIL, VISIT, 3, 7, contacts-in-seven-days",
      "AU, Australia/Sydney, VISIT, VISIT, 1, 30, visits-in-thirty-days",
      "CA, America/Toronto, CALL, EMAIL, 3, 7, contacts-in-seven-days",
      "CL, America/Santiago, VISIT, CALL, 1, 7, calls-and-visits-in-seven-days",
      "CL, America/Santiago, SMS, EMAIL, 1, 2, messages-in-two-days",
      "KR, Asia/Seoul, CALL, CALL, 7, 7, contacts-in-seven-days",
      "GR, Europe/Athens, SMS, CALL, 1, 2, contacts-in-two-days",
      "RU, Europe/Moscow, VISIT, VISIT, 1, 7, visits-in-seven-days"})
  void aCapIsFreeAgainWhenItsDaysAreOver(String jurisdictions, String zone, Channel channel, Channel before, int atMost,
      int days, String rule) {
    Instant last = Instant.parse("2026-11-17T15:00:00Z").atZone(ZoneId.of(zone)).withHour(15).toInstant();
    for (int i = 0; i < atMost; i++) {
      assertThat(ask(jurisdictions, zone, channel, last.toString()).rule()).as("contact " + (i + 1)).isNotEqualTo(rule);
      contacted(before, last.toString());
    }

    Instant free = last.plusSeconds(days * 86_400L);
    assertThat(ask(jurisdictions, zone, channel, free.minusSeconds(1).toString()).rule()).isEqualTo(rule);
    assertThat(ask(jurisdictions, zone, channel, free.toString()).rule()).isNotEqualTo(rule);
  }

  @Test
  void australiaAllowsTenContactsAMonth() {
    contacted(Channel.LETTER, "2026-11-01T02:00:00Z", "2026-11-02T02:00:00Z", "2026-11-03T02:00:00Z",
        "2026-11-09T02:00:00Z", "2026-11-10T02:00:00Z", "2026-11-11T02:00:00Z", "2026-11-17T02:00:00Z",
        "2026-11-18T02:00:00Z", "2026-11-19T02:00:00Z", "2026-11-25T02:00:00Z");

    GateDecision eleventh = ask("AU", "Australia/Sydney", Channel.CALL, "2026-11-27T02:00:00Z");
    assertThat(eleventh.rule()).isEqualTo("contacts-in-thirty-days");
    assertThat(eleventh.nextAllowedAt()).isEqualTo("2026-12-01T02:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({"CO, America/Bogota, 2026-12-07T13:00:00Z, 2026-12-07T22:00:00Z, 2026-12-08T13:00:00Z",
      "TH, Asia/Bangkok, 2026-12-07T03:00:00Z, 2026-12-07T12:00:00Z, 2026-12-08T03:00:00Z"})
  void colombiaAndThailandAllowOneContactADay(String country, String zone, String first, String sameDay,
      String nextDay) {
    contacted(Channel.EMAIL, first);

    assertThat(ask(country, zone, Channel.CALL, sameDay).rule()).isEqualTo("contacts-a-day");
    assertThat(ask(country, zone, Channel.CALL, nextDay).allowed()).isTrue();
  }

  @Test
  void russiaAllowsOneCallADayTwoAWeekAndEightAMonth() {
    contacted(Channel.CALL, "2026-11-02T09:00:00Z");
    assertThat(ask("RU", "Europe/Moscow", Channel.CALL, "2026-11-02T12:00:00Z").rule()).isEqualTo("calls-a-day");
    contacted(Channel.CALL, "2026-11-03T09:00:00Z");
    assertThat(ask("RU", "Europe/Moscow", Channel.CALL, "2026-11-05T09:00:00Z").rule())
        .isEqualTo("calls-in-seven-days");
    contacted(Channel.CALL, "2026-11-09T09:00:00Z", "2026-11-10T09:00:00Z", "2026-11-16T09:00:00Z",
        "2026-11-17T09:00:00Z", "2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z");
    GateDecision ninth = ask("RU", "Europe/Moscow", Channel.CALL, "2026-12-01T12:00:00Z");
    assertThat(ninth.rule()).isEqualTo("calls-in-thirty-days");
    assertThat(ninth.nextAllowedAt()).isEqualTo("2026-12-02T09:00:00Z");
  }

  @Test
  void aRobotCallsAndAnEmailComesOnlyWithConsentWhereTheLawAsksForIt() {
    assertThat(ask("US", "America/New_York", Channel.ROBOT_CALL, "2026-12-07T15:00:00Z").rule())
        .isEqualTo("consent-needed");
    assertThat(Stream.of(Channel.EMAIL, Channel.SMS).map(channel ->
        ask("US US-NY", "America/New_York", channel, "2026-12-07T15:00:00Z").rule())).containsOnly("consent-needed");
    assertThat(Stream.of(Channel.EMAIL, Channel.SMS, Channel.VISIT).map(channel ->
        ask("US US-DC", "America/New_York", channel, "2026-12-07T15:00:00Z").rule())).containsOnly("consent-needed");
    assertThat(ask("US US-DC", "America/New_York", Channel.CALL, "2026-12-07T15:00:00Z").allowed()).isTrue();
    assertThat(ask("US US-MA", "America/New_York", Channel.EMAIL, "2026-12-07T15:00:00Z").allowed()).isTrue();
    assertThat(ask("GB", "Europe/London", Channel.ROBOT_CALL, "2026-12-07T15:00:00Z").allowed()).isTrue();
  }

  /** A place that the code knows and no row names would have no hours at all. */
  @ParameterizedTest
  @EnumSource(Jurisdiction.class)
  void everyJurisdictionHasRowsOfItsOwn(Jurisdiction jurisdiction) {
    boolean country = !jurisdiction.code().contains("-");
    List<ContactRule> calls = PolicyTables.shipped().rulesOf(jurisdiction, Channel.CALL);

    assertThat(calls.stream().anyMatch(rule -> rule.kind() == ContactRule.Kind.HOURS) || !country).isTrue();
    assertThat(Stream.of(Channel.values()).flatMap(channel ->
        PolicyTables.shipped().rulesOf(jurisdiction, channel).stream()).map(ContactRule::name).distinct())
        .hasSizeGreaterThan(2);
  }
}
