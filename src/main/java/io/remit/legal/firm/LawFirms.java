package io.remit.legal.firm;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.DebtorRepository;
import io.remit.cases.InvalidInputException;
import io.remit.outsourcing.selection.Candidate;
import io.remit.outsourcing.selection.Choice;
import io.remit.outsourcing.selection.PartnerSplit;
import io.remit.partner.OpenCases;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes a law firm for a suit, and takes the one that a legal officer chose. */
@Component
public class LawFirms {

  /** The form's field. */
  public static final String FIELD = "counsel";
  private static final String BY_HAND = "chosen by hand";

  private final SuitableFirms suitable;
  private final PartnerRegister register;
  private final ReferralRepository referrals;
  private final OpenCases openCases;
  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final BusinessCalendar calendar;

  LawFirms(SuitableFirms suitable, PartnerRegister register, ReferralRepository referrals, OpenCases openCases,
      CaseRepository cases, DebtorRepository debtors, BusinessCalendar calendar) {
    this.suitable = suitable;
    this.register = register;
    this.referrals = referrals;
    this.openCases = openCases;
    this.cases = cases;
    this.debtors = debtors;
    this.calendar = calendar;
  }

  /**
   * The firm that a case should go to: that which has other suits against the debtor, else the nearest with room; among
   * equals the debtors are drawn evenly, and each falls the same way every time.
   */
  public Proposal propose(String caseNumber) {
    List<Partner> able = register.inGoodStanding();
    return propose(suitable.of(caseNumber, able), roomOf(able));
  }

  private Proposal propose(SuitableFirms.Suit suit, Map<String, Integer> room) {
    Map<String, String> holder = holderOf(suit).map(firm -> Map.of(suit.its().debtorId(), firm)).orElse(Map.of());
    Choice choice = new PartnerSplit(room, holder).divide(List.of(suit.its())).get(0);
    return new Proposal(choice.partnerId(), suit.fieldOfLaw(), choice.why());
  }

  /** The firms to which a case may be referred today, the one that is proposed first, then the nearest. */
  public List<Partner> firmsFor(String caseNumber) {
    List<Partner> able = register.inGoodStanding();
    Map<String, Integer> room = roomOf(able);
    SuitableFirms.Suit suit = suitable.of(caseNumber, able);
    Optional<String> proposed = Optional.ofNullable(propose(suit, room).firmId());
    Optional<String> holder = holderOf(suit);
    Map<String, Partner> byId = able.stream().collect(Collectors.toMap(Partner::partnerId, Function.identity()));
    return suit.its().candidates().stream().map(Candidate::partnerId)
        .filter(firm -> room.getOrDefault(firm, 0) > 0 && holder.map(firm::equals).orElse(true))
        .sorted(Comparator.comparing(firm -> !proposed.equals(Optional.of(firm)))).map(byId::get).toList();
  }

  /**
   * Refers a case to a firm that may have it today. Until the end of the transaction no other case is counted against
   * that firm's capacity, and no other suit against the debtor is referred.
   *
   * @param by user id
   * @return what was chosen, and why
   * @throws InvalidInputException if it is none of those that suit
   */
  @Transactional
  public Proposal refer(String caseNumber, String firmId, String by) {
    debtors.lock(cases.get(caseNumber).debtorId());
    register.lock(firmId);
    if (firmsFor(caseNumber).stream().noneMatch(firm -> firm.partnerId().equals(firmId))) {
      throw new InvalidInputException(FIELD, "must be one of the law firms that suit this case");
    }
    Proposal proposed = propose(caseNumber);
    Proposal chosen = firmId.equals(proposed.firmId()) ? proposed
        : new Proposal(firmId, proposed.fieldOfLaw(), BY_HAND);
    referrals.insert(caseNumber, chosen, firmId, by, calendar.now());
    return chosen;
  }

  private Optional<String> holderOf(SuitableFirms.Suit suit) {
    return referrals.firmOfDebtor(suit.its().debtorId(), suit.its().caseNumber());
  }

  private Map<String, Integer> roomOf(List<Partner> able) {
    Map<String, Integer> open = openCases.byPartner();
    return able.stream().collect(Collectors.toMap(Partner::partnerId, partner -> OpenCases.room(partner, open)));
  }
}
