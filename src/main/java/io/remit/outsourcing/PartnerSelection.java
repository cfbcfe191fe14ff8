package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.InvalidInputException;
import io.remit.outsourcing.selection.Candidate;
import io.remit.outsourcing.selection.Choice;
import io.remit.outsourcing.selection.PartnerSplit;
import io.remit.outsourcing.selection.PlaceableCase;
import io.remit.partner.OpenCases;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which partner each case should go to, so that nobody has to choose one by hand. */
@Component
public class PartnerSelection {

  /** Why a case went to another partner than was proposed. */
  private static final String BY_HAND = "chosen by hand";

  private final SuitablePartners suitable;
  private final PartnerRegister register;
  private final PlacementRepository placements;
  private final ChoiceRepository choices;
  private final OpenCases openCases;
  private final BusinessCalendar calendar;

  PartnerSelection(SuitablePartners suitable, PartnerRegister register, PlacementRepository placements,
      ChoiceRepository choices, OpenCases openCases, BusinessCalendar calendar) {
    this.suitable = suitable;
    this.register = register;
    this.placements = placements;
    this.choices = choices;
    this.openCases = openCases;
    this.calendar = calendar;
  }

  /**
   * Chooses a partner for each of these cases and keeps the choices until somebody has decided on them. What partners
   * have and what is proposed for them counts against their capacity. Asked again it chooses anew.
   *
   * @return a choice for each case, in the order of their numbers
   */
  @Transactional
  public List<Choice> propose(Collection<String> caseNumbers) {
    if (caseNumbers.isEmpty()) {
      return List.of();
    }
    Set<String> numbers = Set.copyOf(caseNumbers);
    List<Partner> able = register.inGoodStanding();
    List<PlaceableCase> placeable = numbers.stream().map(number -> suitable.of(number, mayGet(number, able))).toList();
    List<Choice> chosen = new PartnerSplit(room(able, choices.openByPartner(numbers)), holders(placeable, numbers))
        .divide(placeable);
    choices.replace(chosen, calendar.now());
    return chosen;
  }

  /** Which partner is proposed for a case that waits to be placed; empty if nothing was proposed. */
  public Optional<Choice> proposedFor(String caseNumber) {
    return choices.find(caseNumber);
  }

  /**
   * The partners with whom a case may be placed today, the one that is proposed first, then the best. Who has other
   * cases of the debtor is the only one.
   */
  public List<Partner> partnersFor(String caseNumber) {
    List<Partner> able = mayGet(caseNumber, register.inGoodStanding());
    PlaceableCase its = suitable.of(caseNumber, able);
    Map<String, Integer> room = room(able, Map.of());
    Map<String, Partner> byId = able.stream().collect(Collectors.toMap(Partner::partnerId, Function.identity()));
    String holder = placements.partnersOfDebtors(Set.of(its.debtorId()), Set.of(caseNumber)).get(its.debtorId());
    Optional<String> proposed = proposedFor(caseNumber).map(Choice::partnerId);
    List<String> offered = holder == null ? its.candidates().stream().map(Candidate::partnerId).toList()
        : its.able().stream().filter(holder::equals).toList();
    return offered.stream().filter(partnerId -> room.getOrDefault(partnerId, 0) > 0)
        .sorted(Comparator.comparing(partnerId -> !proposed.equals(Optional.of(partnerId))))
        .map(byId::get).toList();
  }

  /**
   * Takes the partner that somebody decided on, one that may have the case today. Until the end of the transaction no
   * other case is counted against that partner's capacity.
   *
   * @return why the case goes there, in words
   * @throws InvalidInputException if it is none of those that suit
   */
  @Transactional
  public String take(String caseNumber, String partnerId) {
    register.lock(partnerId);
    if (partnersFor(caseNumber).stream().noneMatch(partner -> partner.partnerId().equals(partnerId))) {
      throw new InvalidInputException("partnerId", "must be one of the partners that suit this case");
    }
    String why = proposedFor(caseNumber).filter(proposed -> partnerId.equals(proposed.partnerId()))
        .map(Choice::why).orElse(BY_HAND);
    choices.remove(caseNumber);
    return why;
  }

  /** Forgets what was proposed for a case: it is not to be placed now. */
  public void drop(String caseNumber) {
    choices.remove(caseNumber);
  }

  /** Those from which the case did not come back only lately. */
  private List<Partner> mayGet(String caseNumber, List<Partner> partners) {
    Set<String> apart = placements.apartFrom(caseNumber, calendar.today());
    return apart.isEmpty() ? partners
        : partners.stream().filter(partner -> !apart.contains(partner.partnerId())).toList();
  }

  private Map<String, Integer> room(List<Partner> partners, Map<String, Integer> proposed) {
    Map<String, Integer> open = openCases.byPartner();
    return partners.stream().collect(Collectors.toMap(Partner::partnerId, partner ->
        OpenCases.room(partner, open) - proposed.getOrDefault(partner.partnerId(), 0)));
  }

  /** Who has other cases of the debtors, or else is proposed for one. */
  private Map<String, String> holders(List<PlaceableCase> placeable, Set<String> numbers) {
    Set<String> debtors = placeable.stream().map(PlaceableCase::debtorId).collect(Collectors.toSet());
    Map<String, String> holders = new HashMap<>(choices.partnersOfDebtors(debtors, numbers));
    holders.putAll(placements.partnersOfDebtors(debtors, numbers));
    return holders;
  }
}
