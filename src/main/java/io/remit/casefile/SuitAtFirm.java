package io.remit.casefile;

import io.remit.casefile.CourtPart.StepRow;
import io.remit.cases.DebtorDetails;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import io.remit.legal.CourtSteps;
import io.remit.legal.firm.FirmCases;
import io.remit.legal.firm.FirmNotice;
import io.remit.legal.firm.Referral;
import io.remit.partner.DataField;
import io.remit.partner.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A suit as the people of the law firm that has it see it: whom it is against and for what, as the register allows, and
 * the steps before the court with what we told the firm. Nothing of contacts, promises, other cases or our staff.
 */
@Component
class SuitAtFirm {

  private final FirmCases firms;
  private final CourtSteps steps;
  private final CourtPart court;
  private final ReachableDebtors reachable;
  private final PlacedDebtor debtor;
  private final FormWords words;

  SuitAtFirm(FirmCases firms, CourtSteps steps, CourtPart court, ReachableDebtors reachable, PlacedDebtor debtor,
      FormWords words) {
    this.firms = firms;
    this.steps = steps;
    this.court = court;
    this.reachable = reachable;
    this.debtor = debtor;
    this.words = words;
  }

  /** Named as the parts of a case's file are: it is shown by forms of the same kind. */
  private record Told(String caseNumber, List<Fact> debtor, List<PlacedDebtor.Debt> accounts,
      List<StepRow> courtSteps) {
  }

  /** What a person of the firm may see; nothing but the number if no firm has the suit. */
  Record of(WholeCase about) {
    return firms.withFirm(about.caseNumber()).map(referral -> told(about, referral))
        .orElseGet(() -> new Told(about.caseNumber(), List.of(), List.of(), List.of()));
  }

  private Told told(WholeCase about, Referral referral) {
    Set<DataField> allowed = firms.firmThatHas(about.caseNumber()).map(Partner::scope)
        .map(scope -> scope.dataFields()).orElse(Set.of());
    return new Told(about.caseNumber(), facts(about, referral, allowed), debtor.debts(about, allowed),
        Stream.concat(steps.of(about.caseNumber()).stream().map(step -> court.row(step, about.its().currency())),
            firms.told(referral).stream().map(this::row)).toList());
  }

  private List<Fact> facts(WholeCase about, Referral referral, Set<DataField> allowed) {
    DebtorDetails known = about.debtor();
    Reachability reachability = reachable.of(about.its().debtorId());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Field of law", referral.fieldOfLaw()));
    if (allowed.contains(DataField.DEBTOR_NAME)) {
      facts.add(new Fact("Name", known.name()));
    }
    if (allowed.contains(DataField.ADDRESS) && reachability.livesAtHisAddress() && known.address() != null) {
      facts.add(new Fact("Address", known.address()));
    }
    if (allowed.contains(DataField.CITY) && known.city() != null) {
      facts.add(new Fact("City", known.city()));
    }
    if (allowed.contains(DataField.COUNTRY) && known.country() != null) {
      facts.add(new Fact("Country", known.country()));
    }
    if (allowed.contains(DataField.OVERDUE_AMOUNT)) {
      facts.add(new Fact("Overdue", FormWords.money(about.its().currency(), about.figures().overdue())));
    }
    if (allowed.contains(DataField.OUTSTANDING_AMOUNT)) {
      facts.add(new Fact("Outstanding", FormWords.money(about.its().currency(), about.figures().outstanding())));
    }
    return words.labelled(facts);
  }

  private StepRow row(FirmNotice notice) {
    return new StepRow(words.of(notice.what()),
        notice.stayedUntil() == null ? court.dayOf(notice.notedAt()) : notice.stayedUntil().toString(), "", "", "");
  }
}
