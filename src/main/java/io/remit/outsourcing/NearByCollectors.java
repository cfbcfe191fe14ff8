package io.remit.outsourcing;

import io.remit.cases.CaseRepository;
import io.remit.partner.Nearness;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKind;
import io.remit.partner.PartnerRegister;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * To whom a case can be offered near by: part-time collectors in good standing who work here, in the debtor's city,
 * region or country, and did not have the case before. Who has other cases of the debtor is the only one.
 */
@Component
class NearByCollectors {

  private final PartnerRegister register;
  private final SuitablePartners suitable;
  private final PlacementRepository placements;
  private final NearByRepository offers;
  private final PartnerTasks tasks;
  private final CaseRepository cases;

  NearByCollectors(PartnerRegister register, SuitablePartners suitable, PlacementRepository placements,
      NearByRepository offers, PartnerTasks tasks, CaseRepository cases) {
    this.register = register;
    this.suitable = suitable;
    this.placements = placements;
    this.offers = offers;
    this.tasks = tasks;
    this.cases = cases;
  }

  /** In the order of their ids. */
  List<Partner> of(String caseNumber) {
    List<Partner> able = register.inGoodStanding().stream()
        .filter(partner -> partner.kind() == PartnerKind.PART_TIME_COLLECTOR && tasks.hasPeople(partner.group()))
        .toList();
    if (able.isEmpty()) {
      return able;
    }
    String debtorId = cases.get(caseNumber).debtorId();
    String holder = placements.partnersOfDebtors(Set.of(debtorId), Set.of(caseNumber)).get(debtorId);
    Set<String> before = offers.whoHad(caseNumber);
    return able.stream().filter(partner -> !before.contains(partner.partnerId())
        && (holder == null || holder.equals(partner.partnerId()))
        && suitable.nearness(caseNumber, partner).filter(near -> near != Nearness.EVERYWHERE).isPresent()).toList();
  }
}
