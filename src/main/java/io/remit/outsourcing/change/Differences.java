package io.remit.outsourcing.change;

import io.remit.cases.Channel;
import io.remit.ledger.LedgerEntry;
import io.remit.outsourcing.change.Change.Cells;
import io.remit.outsourcing.change.Change.Kind;
import io.remit.outsourcing.change.PlacedNow.Stop;
import io.remit.partner.DataField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is otherwise now than a partner was told: a pure function. A fact of which nothing was told is told, but that
 * nothing stops contact and every hour suits goes without saying.
 */
final class Differences {

  /** Ways to the debtor: what may not be used any more stops contact. */
  private static final Set<DataField> WAYS = EnumSet.of(DataField.PHONE, DataField.EMAIL, DataField.ADDRESS);

  private final Map<String, String> told;
  private final List<Change> changes = new ArrayList<>();

  private Differences(Map<String, String> told) {
    this.told = told;
  }

  /**
   * Compares.
   *
   * @param told what the partner was told last, by the names of facts
   * @param mayLearn whether the partner may be told anything new of the debtor; else only that something may not be
   *     used any more
   * @return in the order in which a partner reads them
   */
  static List<Change> of(Map<String, String> told, PlacedNow now, boolean mayLearn) {
    Differences found = new Differences(told);
    found.booked(now.booked(), now.owed());
    if (found.changes.isEmpty() && !now.owed().told().equals(told.get(Fact.OWED.name()))) {
      found.add(Kind.OWED, Fact.OWED, now.owed().told(), false, Cells.owed(now.owed()));
    }
    now.data().forEach((field, value) -> found.data(field, value, mayLearn));
    found.hours(Fact.ONLY_THEN, "ONLY", now.onlyThen());
    found.hours(Fact.NOT_THEN, "NOT", now.notThen());
    found.stop(Fact.STOP, null, now.stop());
    for (Channel channel : Channel.values()) {
      found.stop(Fact.stopOf(channel), channel, now.stops().get(channel));
    }
    return List.copyOf(found.changes);
  }

  /** What of the end of a placement the partner was not told: the last money, and that it is over. */
  static List<Change> ofEnd(Map<String, String> told, List<LedgerEntry> booked, Owed owed, String reason) {
    Differences found = new Differences(told);
    found.booked(booked, owed);
    found.add(Kind.ENDED, Fact.END, reason, true, Cells.field("REASON", reason));
    return List.copyOf(found.changes);
  }

  private void booked(List<LedgerEntry> entries, Owed owed) {
    entries.stream().filter(entry -> !told.containsKey(Fact.entry(entry.entryId()).name())).forEach(entry ->
        add(entry.type().undoesPayment() ? Kind.PAYMENT_TAKEN_BACK : Kind.PAYMENT, Fact.entry(entry.entryId()), "",
            false, Cells.booked(entry.storedBookingDay().day(), entry.amount(), owed)));
  }

  private void data(DataField field, String value, boolean mayLearn) {
    String before = told.get(Fact.data(field).name());
    if (!value.equals(before) && (mayLearn || value.isEmpty())) {
      add(Kind.DATA, Fact.data(field), value, WAYS.contains(field), Cells.field(field.name(), value));
    }
  }

  private void hours(Fact fact, String which, String value) {
    if (!value.equals(told.getOrDefault(fact.name(), ""))) {
      add(Kind.HOURS, fact, value, true, Cells.field(which, value));
    }
  }

  private void stop(Fact fact, @Nullable Channel channel, @Nullable Stop stop) {
    String value = stop == null ? "" : stop.told();
    if (!value.equals(told.getOrDefault(fact.name(), ""))) {
      add(stop == null ? Kind.MAY_CONTACT : Kind.DO_NOT_CONTACT, fact, value, stop != null,
          Cells.contact(channel, stop == null ? null : stop.until()));
    }
  }

  private void add(Kind kind, Fact fact, String nowTold, boolean urgent, Cells cells) {
    changes.add(new Change(kind, fact, nowTold, urgent, cells));
  }
}
