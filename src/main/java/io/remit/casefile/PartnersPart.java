package io.remit.casefile;

import io.remit.outsourcing.PartnerSelection;
import io.remit.outsourcing.selection.Choice;
import java.util.List;
import org.springframework.stereotype.Component;

/** The partners with whom a case may be placed, and the one that is proposed, for who chooses one. */
@Component
class PartnersPart implements CaseFilePart {

  private final PartnerSelection selection;
  private final FormWords words;

  PartnersPart(PartnerSelection selection, FormWords words) {
    this.selection = selection;
    this.words = words;
  }

  private record Partners(List<Option> partners, List<ProposalRow> proposed) {
  }

  private record ProposalRow(String partner, String why) {
  }

  @Override
  public Partners of(OpenedForm form) {
    return !form.choosesPartner() ? new Partners(List.of(), List.of())
        : new Partners(selection.partnersFor(form.caseNumber()).stream()
            .map(partner -> new Option(partner.name(), partner.partnerId())).toList(),
            selection.proposedFor(form.caseNumber()).stream().map(this::row).toList());
  }

  private ProposalRow row(Choice choice) {
    return new ProposalRow(choice.partnerId() == null ? "-" : choice.partnerId(),
        words.sentence(choice.why()));
  }
}
