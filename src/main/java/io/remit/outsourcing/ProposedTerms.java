package io.remit.outsourcing;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseFigures.Figures;
import io.remit.partner.Partner;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an officer weighs before a case goes to a partner: what it costs, and with what it would go. */
@Component
public class ProposedTerms {

  private final PlacementRepository placements;
  private final CaseFigures figures;

  ProposedTerms(PlacementRepository placements, CaseFigures figures) {
    this.placements = placements;
    this.figures = figures;
  }

  /**
   * Approved cases in one currency that have not gone yet.
   *
   * @param overdue in the currency, ISO 4217
   */
  public record Waiting(String currency, int cases, BigDecimal overdue) {
  }

  /** What a partner would keep of a case today. */
  public CaseTerms of(String caseNumber, Partner partner) {
    return of(figures.of(caseNumber), partner);
  }

  static CaseTerms of(Figures known, Partner partner) {
    return new CaseTerms(known.caseNumber(), known.currency(), known.outstanding(), known.overdue(),
        known.daysPastDue(),
        partner.papers().commission().percentFor(known.daysPastDue(), known.overdueAmount()).orElse(null));
  }

  /** What goes with the partner's next batch so far, in the order of the currencies' codes. */
  public List<Waiting> waitingFor(String partnerId) {
    return placements.waitingFor(partnerId);
  }
}
