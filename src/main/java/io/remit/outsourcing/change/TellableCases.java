package io.remit.outsourcing.change;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.gate.Hours;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.LedgerEntry.Type;
import io.remit.ledger.LedgerRepository;
import io.remit.ledger.Money;
import io.remit.outsourcing.HandOver;
import io.remit.outsourcing.HandOverSource;
import io.remit.partner.DataField;
import io.remit.partner.Partner;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a partner may know of a case now; of data fields only those that the register allows. */
@Component
class TellableCases {

  private static final Set<Type> MONEY = Set.of(Type.PAYMENT, Type.REVERSAL, Type.CHARGEBACK);

  private final HandOverSource source;
  private final ContactStops stops;
  private final CaseRepository cases;
  private final ReachableDebtors debtors;
  private final AccountRepository accounts;
  private final LedgerRepository ledger;

  TellableCases(HandOverSource source, ContactStops stops, CaseRepository cases, ReachableDebtors debtors,
      AccountRepository accounts, LedgerRepository ledger) {
    this.source = source;
    this.stops = stops;
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.ledger = ledger;
  }

  PlacedNow of(String caseNumber, Partner partner) {
    CollectionCase current = cases.get(caseNumber);
    Reachability debtor = debtors.of(current.debtorId());
    HandOver known = source.of(caseNumber, partner.scope().channels());
    return new PlacedNow(data(known.debtor(), partner.scope().dataFields()), owed(known, partner),
        booked(caseNumber), stops.ofAll(current, partner), stops.of(current, debtor, partner),
        hours(debtor.suitable().onlyThen()), hours(debtor.suitable().notThen()));
  }

  /** The payments of a case, and what took them back, in the order of booking. */
  List<LedgerEntry> booked(String caseNumber) {
    return ledger.movementsOf(accounts.ofCase(caseNumber).stream().map(Account::accountNumber).toList()).stream()
        .filter(entry -> MONEY.contains(entry.type())).toList();
  }

  /** Whether anything is left in a case; an account may have gone to another debtor. */
  boolean hasAccounts(String caseNumber) {
    return !accounts.ofCase(caseNumber).isEmpty();
  }

  /** What is owed of a case, as far as the partner may know. */
  Owed owed(String caseNumber, Partner partner) {
    return hasAccounts(caseNumber) ? owed(source.of(caseNumber, partner.scope().channels()), partner)
        : new Owed(cases.get(caseNumber).currency(), null, null);
  }

  private static Owed owed(HandOver known, Partner partner) {
    return new Owed(known.currency(),
        sum(known, partner, DataField.OUTSTANDING_AMOUNT, HandOver.Account::outstandingAmount),
        sum(known, partner, DataField.OVERDUE_AMOUNT, HandOver.Account::overdueAmount));
  }

  private static @Nullable BigDecimal sum(HandOver known, Partner partner, DataField field,
      Function<HandOver.Account, BigDecimal> amount) {
    return !partner.scope().dataFields().contains(field) ? null : Money.inScaleOf(known.currency(),
        known.accounts().stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static Map<DataField, String> data(HandOver.Debtor debtor, Set<DataField> allowed) {
    Map<DataField, String> data = new EnumMap<>(DataField.class);
    data.put(DataField.DEBTOR_NAME, debtor.name());
    data.put(DataField.ADDRESS, text(debtor.address()));
    data.put(DataField.CITY, text(debtor.city()));
    data.put(DataField.REGION, text(debtor.region()));
    data.put(DataField.COUNTRY, text(debtor.country()));
    data.put(DataField.PHONE, text(debtor.phone()));
    data.put(DataField.EMAIL, text(debtor.email()));
    data.put(DataField.LANGUAGE, text(debtor.language()));
    data.put(DataField.TIME_ZONE, debtor.timeZone().getId());
    data.keySet().retainAll(allowed);
    return data;
  }

  private static String text(@Nullable String known) {
    return known == null ? "" : known;
  }

  private static String hours(@Nullable Hours hours) {
    return hours == null ? "" : hours.from() + "-" + hours.to();
  }
}
