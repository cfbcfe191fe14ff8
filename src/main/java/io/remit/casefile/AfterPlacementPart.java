package io.remit.casefile;

import io.remit.outsourcing.PlacementReturns;
import io.remit.outsourcing.PlacementReturns.Next;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Why a case came back from its last partner, and what the table says comes next. */
@Component
class AfterPlacementPart implements CaseFilePart {

  private final PlacementReturns returns;
  private final FormWords words;

  AfterPlacementPart(PlacementReturns returns, FormWords words) {
    this.returns = returns;
    this.words = words;
  }

  private record Back(List<Fact> afterPlacement) {
  }

  @Override
  public Back of(OpenedForm form) {
    return new Back(words.labelled(returns.nextOf(form.caseNumber()).map(this::facts).orElse(List.of())));
  }

  private List<Fact> facts(Next next) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Was with", next.partnerId()));
    facts.add(new Fact("Came back", words.of(next.reason())));
    if (next.endWhy() != null) {
      facts.add(new Fact("Why", words.sentence(next.endWhy())));
    }
    facts.add(new Fact("Proposed", words.of(next.step())));
    facts.add(new Fact("Because", words.sentence(next.why())));
    return facts;
  }
}
