package io.remit.outsourcing;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseFigures.Figures;
import io.remit.partner.CommissionSchedule;
import io.remit.partner.PartnerRegister;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an officer weighs before a case goes to a partner: what it costs, and with what it would go. */
@Component
public class ProposedTerms {

  private final PlacementRepository placements;
  private final CaseFigures figures;
  private final PartnerRegister register;

  ProposedTerms(PlacementRepository placements, CaseFigures figures, PartnerRegister register) {
    this.placements = placements;
    this.figures = figures;
    this.register = register;
  }

  /**
   * What the partner keeps of what comes in.
   *
   * @param percent of it
   * @param most if all comes in that is overdue today, in the currency
   * @param currency ISO 4217
   */
  public record Commission(BigDecimal percent, BigDecimal most, String currency) {
  }

  /**
   * Approved cases in one currency that have not gone yet.
   *
   * @param overdue in the currency, ISO 4217
   */
  public record Waiting(String currency, int cases, BigDecimal overdue) {
  }

  /** What a partner would keep of a case; empty if nothing is agreed for such debts. */
  public Optional<Commission> commissionFor(String caseNumber, String partnerId) {
    Figures known = figures.of(caseNumber);
    return register.get(partnerId).papers().commission().percentFor(known.daysPastDue(), known.overdueAmount())
        .map(percent -> new Commission(percent, CommissionSchedule.of(known.currency(), known.overdue(), percent),
            known.currency()));
  }

  /** What goes with the partner's next batch so far, in the order of the currencies' codes. */
  public List<Waiting> waitingFor(String partnerId) {
    return placements.waitingFor(partnerId);
  }
}
