package io.remit.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.clock.TestClock;
import io.remit.contact.dispatch.ContactApplication;
import io.remit.contact.dispatch.Debts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * 400 days, with the clock changes of a spring and two autumns, in which somebody wants to contact five debtors again
 * and again at random times: five times a day, or as often as {@code remit.simulation.wanted} says. What was allowed
 * is judged by rules that are written down here a second time, from the sources and not from the tables.
 */
@Tag("long")
class CalendarSimulationTest {

  private static final int DAYS = 400;
  private static final int WANTED_A_DAY = Integer.getInteger("remit.simulation.wanted", 5);
  private static final Instant BEGIN = Instant.parse("2025-09-01T00:00:00Z");
  private static final Channel[] CHANNELS =
      {Channel.SMS, Channel.EMAIL, Channel.CALL, Channel.CALL, Channel.ROBOT_CALL};

  /** A debtor as the judge sees him. */
  private record Subject(String caseNumber, ZoneId zone, LocalTime from, LocalTime to, List<Contacted> contacts) {

    Subject(String caseNumber, String zone, int from, int to) {
      this(caseNumber, ZoneId.of(zone), LocalTime.of(from, 0), LocalTime.of(to, 0), new ArrayList<>());
    }
  }

  private record Contacted(Channel channel, Instant at, boolean answered) {
  }

  @Test
  void nobodyIsContactedOutsideHisHoursOrOverACapIn400Days() throws Exception {
    try (ConfigurableApplicationContext application = ContactApplication.start()) {
      Debts debts = new Debts(application);
      List<Subject> subjects = List.of(
          new Subject(debts.open("+12125550101", "US", "America/New_York", "TELEPHONE"), "America/New_York", 8, 21),
          new Subject(debts.open("+442071838750", "GB", "Europe/London", "TELEPHONE"), "Europe/London", 8, 20),
          new Subject(debts.open("+862112345678", "CN", "Asia/Shanghai", "TELEPHONE"), "Asia/Shanghai", 8, 22),
          new Subject(debts.open("+18085550123", "US", "Pacific/Honolulu", "TELEPHONE"), "Pacific/Honolulu", 8, 21),
          new Subject(debts.open("+4930123456", "DE", "Europe/Berlin", "TELEPHONE"), "Europe/Berlin", 9, 20));
      Map<String, Integer> answers = new TreeMap<>();
      Random random = new Random(7);
      for (int day = 0; day < DAYS; day++) {
        for (Instant at : random.longs(WANTED_A_DAY, 0, 86_400).sorted()
            .mapToObj(BEGIN.plus(Duration.ofDays(day))::plusSeconds).toList()) {
          subjects.forEach(subject -> contact(application, debts, subject, at, random, answers));
        }
      }

      int asked = answers.values().stream().mapToInt(Integer::intValue).sum();
      StringBuilder report = new StringBuilder("answer,times,share\n");
      answers.forEach((rule, times) -> report.append(rule).append(',').append(times).append(',')
          .append(String.format(java.util.Locale.ROOT, "%.1f%%", 100.0 * times / asked)).append('\n'));
      Files.writeString(Files.createDirectories(Path.of("target/simulation")).resolve("calendar.csv"), report);
      assertThat(asked).isEqualTo(DAYS * WANTED_A_DAY * subjects.size());
      assertThat(answers.get("allowed")).as("the gate is not simply shut").isGreaterThan(1500);
      subjects.forEach(subject -> {
        assertThat(subject.contacts()).isNotEmpty().allSatisfy(contact -> isInsideHours(subject, contact));
        isUnderTheCaps(subject);
      });
    }
  }

  private static void contact(ConfigurableApplicationContext application, Debts debts, Subject subject, Instant at,
      Random random, Map<String, Integer> answers) {
    application.getBean(TestClock.class).set(at);
    Channel channel = CHANNELS[random.nextInt(CHANNELS.length)];
    long attemptId = debts.plan(subject.caseNumber(), "TELEPHONE", channel, at);
    Clearance clearance = application.getBean(ContactGate.class)
        .admit(Contact.ofDebtor(subject.caseNumber(), channel), attemptId, allowed -> { }).orElseThrow();
    answers.merge(clearance.decision().rule(), 1, Integer::sum);
    if (clearance.allowed()) {
      boolean answered = channel.isVoice() && random.nextInt(10) == 0;
      if (channel.isVoice()) {
        debts.concludeCall(attemptId, answered, at);
      }
      subject.contacts().add(new Contacted(channel, at, answered));
    }
  }

  private static void isInsideHours(Subject subject, Contacted contact) {
    ZonedDateTime local = contact.at().atZone(subject.zone());
    assertThat(local.toLocalTime()).as(subject.zone() + " " + contact).isAfterOrEqualTo(subject.from())
        .isBefore(subject.to());
    if (subject.zone().getId().equals("Europe/Berlin")) {
      assertThat(local.getDayOfWeek()).isNotEqualTo(DayOfWeek.SUNDAY);
      // the days on which all of Germany rests, wherever they lie
      assertThat(List.of("10-03", "12-25", "12-26", "01-01", "05-01"))
          .doesNotContain(local.toLocalDate().toString().substring(5));
      assertThat(List.of("2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25"))
          .doesNotContain(local.toLocalDate().toString());
    }
  }

  private static void isUnderTheCaps(Subject subject) {
    Map<LocalDate, Integer> messages = new HashMap<>();
    Map<LocalDate, Integer> answered = new HashMap<>();
    Map<LocalDate, Integer> unanswered = new HashMap<>();
    List<Contacted> all = subject.contacts();
    for (Contacted contact : all) {
      LocalDate day = LocalDate.ofInstant(contact.at(), subject.zone());
      if (contact.channel().isMessage()) {
        assertThat(messages.merge(day, 1, Integer::sum)).isEqualTo(1);
        assertThat(within(all, contact, 7).filter(other -> other.channel().isMessage())).hasSizeLessThanOrEqualTo(3);
      } else {
        isUnderTheCallCaps(subject, contact, day, answered, unanswered);
      }
    }
  }

  private static void isUnderTheCallCaps(Subject subject, Contacted call, LocalDate day,
      Map<LocalDate, Integer> answered, Map<LocalDate, Integer> unanswered) {
    List<Contacted> all = subject.contacts();
    switch (subject.zone().getId()) {
      case "Asia/Shanghai" -> {
        assertThat((call.answered() ? answered : unanswered).merge(day, 1, Integer::sum))
            .isLessThanOrEqualTo(call.answered() ? 3 : 6);
      }
      case "Europe/London" -> assertThat(within(all, call, 7).filter(other -> other.channel().isVoice()))
          .hasSizeLessThanOrEqualTo(3);
      case "America/New_York", "Pacific/Honolulu" -> {
        assertThat(within(all, call, 7).filter(other -> other.channel().isVoice())).hasSizeLessThanOrEqualTo(7);
        assertThat(all.stream().filter(other -> other.answered() && other.at().isBefore(call.at()))
            .map(other -> LocalDate.ofInstant(other.at(), subject.zone())))
            .as("six days after a conversation and its own day are free of calls")
            .noneMatch(conversation -> !day.isAfter(conversation.plusDays(6)));
      }
      default -> assertThat(subject.zone()).hasToString("Europe/Berlin");
    }
  }

  /** The contacts of so many times 24 hours that end with this one. */
  private static java.util.stream.Stream<Contacted> within(List<Contacted> all, Contacted last, int days) {
    return all.stream().filter(other -> !other.at().isAfter(last.at()))
        .filter(other -> other.at().isAfter(last.at().minus(Duration.ofDays(days))));
  }
}
