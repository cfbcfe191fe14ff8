package io.remit.visit.day;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.ledger.Amount;
import io.remit.safety.SafetyNote;
import io.remit.safety.SafetyNotes;
import io.remit.visit.AgentsNeeded;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an agent has to know of whom they visit. */
@Component
class ListedDebtors {

  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final CaseFigures figures;
  private final SafetyNotes safety;
  private final AgentsNeeded agents;

  ListedDebtors(CaseRepository cases, DebtorRepository debtors, CaseFigures figures, SafetyNotes safety,
      AgentsNeeded agents) {
    this.cases = cases;
    this.debtors = debtors;
    this.figures = figures;
    this.safety = safety;
    this.agents = agents;
  }

  /**
   * A debtor on a list.
   *
   * @param agents how many go there at that hour
   * @param safetyNotes their levels and words
   */
  record Listed(String name, String address, Amount overdue, ZoneId zone, int agents, List<String> safetyNotes) {
  }

  /** @param at when the visit is to be made */
  Listed of(String caseNumber, Instant at) {
    CollectionCase current = cases.get(caseNumber);
    DebtorDetails debtor = debtors.get(current.debtorId());
    return new Listed(debtor.name(), joined(debtor.address(), debtor.city()),
        figures.of(caseNumber).overdueAmount(), debtor.timeZone(), agents.forVisit(current, at),
        safety.of(debtor.debtorId()).stream().map(ListedDebtors::said).toList());
  }

  private static String said(SafetyNote note) {
    return note.level().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + note.words();
  }

  private static String joined(@Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
  }
}
