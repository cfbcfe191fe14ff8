package io.remit.outsourcing;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseFigures.Figures;
import io.remit.partner.PartnerRegister;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What partners earn of the cases that they are given: the share that the register's schedule names for the age and the
 * amount of the debt at that moment. It holds as long as the placement, whatever the register says later.
 */
@Component
class PlacementTerms {

  private final PartnerRegister register;
  private final CaseFigures figures;
  private final PlacementTermsRepository terms;

  PlacementTerms(PartnerRegister register, CaseFigures figures, PlacementTermsRepository terms) {
    this.register = register;
    this.figures = figures;
    this.terms = terms;
  }

  /** A case that is handed over once more keeps its terms. */
  @EventListener
  void handedOver(HandedOver handedOver) {
    Figures placed = figures.of(handedOver.caseNumber());
    terms.keepFirst(handedOver.caseNumber(), placed.daysPastDue(), placed.outstandingAmount(),
        register.get(handedOver.partnerId()).papers().commission()
            .percentFor(placed.daysPastDue(), placed.outstandingAmount()).orElse(null));
  }
}
