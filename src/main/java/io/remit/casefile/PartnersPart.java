package io.remit.casefile;

import io.remit.outsourcing.PlacementDecisions;
import java.util.List;
import org.springframework.stereotype.Component;

/** The partners with whom a case may be placed, for who chooses one. */
@Component
class PartnersPart implements CaseFilePart {

  private final PlacementDecisions placements;

  PartnersPart(PlacementDecisions placements) {
    this.placements = placements;
  }

  private record Partners(List<Option> partners) {
  }

  @Override
  public Partners of(OpenedForm form) {
    return new Partners(!form.choosesPartner() ? List.of() : placements.partnersFor(form.caseNumber()).stream()
        .map(partner -> new Option(partner.name(), partner.partnerId())).toList());
  }
}
