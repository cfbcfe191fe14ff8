package io.remit.contact;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Debtor;
import io.remit.cases.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * The one gate that every contact passes, asked at the moment of contact. It blocks; it does not warn. Messages: one a day
 * in the debtor's own zone, and three in seven days.
 */
@Component
public class ContactGate {

  private static final int MESSAGES_A_DAY = 1;
  private static final int MESSAGES_IN_SEVEN_DAYS = 3;

  private final ContactHours hours;
  private final ContactLedger ledger;
  private final CaseFigures figures;
  private final BusinessCalendar calendar;

  ContactGate(ContactHours hours, ContactLedger ledger, CaseFigures figures, BusinessCalendar calendar) {
    this.hours = hours;
    this.ledger = ledger;
    this.figures = figures;
    this.calendar = calendar;
  }

  /** Whether the debtor of a case may be contacted through a channel now, and if not, by which rule and from when. */
  public GateDecision decide(CollectionCase current, Debtor debtor, Channel channel) {
    Instant now = calendar.now();
    ZoneId zone = debtor.details().timeZone();
    if (current.status() == Status.CLOSED) {
      return GateDecision.deny("case-closed", null);
    }
    if (current.status() == Status.HELD) {
      return GateDecision.deny("on-hold", null);
    }
    if (nothingToAskFor(current)) {
      return GateDecision.deny("nothing-due", null);
    }
    if (!reachable(debtor, channel)) {
      return GateDecision.deny("no-address-for-channel", null);
    }
    if (channel != Channel.LETTER && !hours.contains(now, zone)) {
      return GateDecision.deny("contact-hours", hours.next(now, zone));
    }
    return isMessage(channel) ? withinCaps(debtor.details().debtorId(), zone, now) : GateDecision.allow();
  }

  private boolean nothingToAskFor(CollectionCase current) {
    CaseFigures.Figures amounts = figures.of(current.caseNumber());
    return current.stage() == Stage.REMINDER ? amounts.outstanding().signum() == 0 : amounts.overdue().signum() == 0;
  }

  private GateDecision withinCaps(String debtorId, ZoneId zone, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    if (ledger.messagesSince(debtorId, today.atStartOfDay(zone).toInstant()) >= MESSAGES_A_DAY) {
      return GateDecision.deny("messages-a-day", startOf(today.plusDays(1), zone));
    }
    if (ledger.messagesSince(debtorId, now.minus(Duration.ofDays(7))) >= MESSAGES_IN_SEVEN_DAYS) {
      return GateDecision.deny("messages-in-seven-days", startOf(today.plusDays(1), zone));
    }
    return GateDecision.allow();
  }

  private Instant startOf(LocalDate day, ZoneId zone) {
    return hours.next(day.atStartOfDay(zone).toInstant(), zone);
  }

  private static boolean isMessage(Channel channel) {
    return channel == Channel.SMS || channel == Channel.EMAIL || channel == Channel.LETTER;
  }

  private static boolean reachable(Debtor debtor, Channel channel) {
    return switch (channel) {
      case SMS, CALL, ROBOT_CALL -> debtor.canBePhoned();
      case EMAIL -> debtor.canBeEmailed();
      case VISIT, LETTER -> debtor.hasAddress();
    };
  }
}
