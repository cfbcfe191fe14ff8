package io.remit.casefile;

import io.remit.outsourcing.NearByOffers;
import io.remit.outsourcing.PartnerSelection;
import io.remit.outsourcing.selection.Choice;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The partners with whom a case may be placed, and the one that is proposed, for who chooses one. */
@Component
class PartnersPart implements CaseFilePart {

  private final PartnerSelection selection;
  private final NearByOffers nearBy;
  private final FormWords words;

  PartnersPart(PartnerSelection selection, NearByOffers nearBy, FormWords words) {
    this.selection = selection;
    this.nearBy = nearBy;
    this.words = words;
  }

  private record Partners(List<Option> partners, List<ProposalRow> proposed) {
  }

  private record ProposalRow(String partner, String why) {
  }

  @Override
  public Partners of(OpenedForm form) {
    return !form.choosesPartner() ? new Partners(List.of(), List.of())
        : new Partners(Stream.concat(selection.partnersFor(form.caseNumber()).stream()
            .map(partner -> new Option(partner.name(), partner.partnerId())), nearBy(form.caseNumber())).toList(),
            selection.proposedFor(form.caseNumber()).stream().map(this::row).toList());
  }

  private Stream<Option> nearBy(String caseNumber) {
    return nearBy.isPossible(caseNumber)
        ? Stream.of(new Option(words.sentence("Offer near by"), NearByOffers.NEAR_BY)) : Stream.empty();
  }

  private ProposalRow row(Choice choice) {
    return new ProposalRow(choice.partnerId() == null ? "-" : choice.partnerId(),
        words.sentence(choice.why()));
  }
}
