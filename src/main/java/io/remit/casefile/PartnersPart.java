package io.remit.casefile;

import io.remit.outsourcing.NearByOffers;
import io.remit.outsourcing.PartnerSelection;
import io.remit.outsourcing.ProposedTerms;
import io.remit.outsourcing.selection.Choice;
import io.remit.partner.PartnerRegister;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The partners with whom a case may be placed, and the one that is proposed, for who chooses one. */
@Component
class PartnersPart implements CaseFilePart {

  private static final String NONE = "-";

  private final PartnerSelection selection;
  private final NearByOffers nearBy;
  private final ProposedTerms terms;
  private final PartnerRegister register;
  private final FormWords words;

  PartnersPart(PartnerSelection selection, NearByOffers nearBy, ProposedTerms terms,
      PartnerRegister register, FormWords words) {
    this.selection = selection;
    this.nearBy = nearBy;
    this.terms = terms;
    this.register = register;
    this.words = words;
  }

  private record Partners(List<Option> partners, List<ProposalRow> proposed) {
  }

  /**
   * The partner that is proposed.
   *
   * @param keeps what it would keep of this case, a dash where nothing is agreed
   * @param with what goes with the same batch so far
   */
  private record ProposalRow(String partner, String why, String keeps, String with) {
  }

  @Override
  public Partners of(OpenedForm form) {
    return !form.choosesPartner() ? new Partners(List.of(), List.of())
        : new Partners(Stream.concat(selection.partnersFor(form.caseNumber()).stream()
            .map(partner -> new Option(partner.name(), partner.partnerId())), nearBy(form.caseNumber())).toList(),
            selection.proposedFor(form.caseNumber()).stream().map(choice -> row(form.caseNumber(), choice)).toList());
  }

  private Stream<Option> nearBy(String caseNumber) {
    return nearBy.isPossible(caseNumber)
        ? Stream.of(new Option(words.sentence("Offer near by"), NearByOffers.NEAR_BY)) : Stream.empty();
  }

  private ProposalRow row(String caseNumber, Choice choice) {
    String partner = choice.partnerId();
    String why = words.sentence(choice.why());
    if (partner == null) {
      return new ProposalRow(NONE, why, NONE, NONE);
    }
    return new ProposalRow(partner, why, FormWords.commission(terms.of(caseNumber, register.get(partner))),
        terms.waitingFor(partner).stream().map(waiting -> waiting.cases() + ": "
            + FormWords.money(waiting.currency(), waiting.overdue())).collect(Collectors.joining(", ")));
  }
}
