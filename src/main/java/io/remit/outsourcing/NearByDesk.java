package io.remit.outsourcing;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseFigures.Figures;
import io.remit.cases.CaseRepository;
import io.remit.cases.DebtorDetails;
import io.remit.gate.ReachableDebtors;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** What part-time collectors see of cases near by before they take one, and their answers over REST. */
@Component
public class NearByDesk {

  private static final long[] AMOUNTS = {0, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000};
  private static final long[] DAYS = {0, 90, 180, 365, 730, 1_095};

  private final NearByRepository offers;
  private final PartnerRegister register;
  private final CaseRepository cases;
  private final ReachableDebtors debtors;
  private final CaseFigures figures;
  private final NearByPlacing placing;
  private final NearByProcess process;

  NearByDesk(NearByRepository offers, PartnerRegister register, CaseRepository cases, ReachableDebtors debtors,
      CaseFigures figures, NearByPlacing placing, NearByProcess process) {
    this.offers = offers;
    this.register = register;
    this.cases = cases;
    this.debtors = debtors;
    this.figures = figures;
    this.placing = placing;
    this.process = process;
  }

  /** @param groups of a partner's user */
  List<NearByOffer> openFor(Set<String> groups) {
    List<String> partners = register.all().stream().filter(partner -> groups.contains(partner.group()))
        .map(Partner::partnerId).toList();
    return offers.openFor(partners).stream().map(this::shown).toList();
  }

  /** What is offered, as long as it is. */
  public NearByOffer of(long invitationId) {
    return offers.find(invitationId).map(this::shown).orElseThrow(NearByDesk::unknown);
  }

  /** The id of the group of the partner to whom a case is offered. */
  public String groupOf(long invitationId) {
    return offers.find(invitationId).map(NearByInvitation::partnerId).map(Partner::groupOf)
        .orElseThrow(NearByDesk::unknown);
  }

  /**
   * Answers an offer in the place of its form. To a partner an offer to others and one that does not exist look the
   * same.
   *
   * @throws OptimisticLockingFailureException if somebody else was faster
   * @throws io.remit.cases.InvalidInputException if the case may not be taken
   */
  @Transactional
  void answer(long invitationId, Set<String> groups, NearByTaking.Answer answer, String actor) {
    NearByInvitation invitation = offers.find(invitationId)
        .filter(each -> groups.contains(Partner.groupOf(each.partnerId()))).orElseThrow(NearByDesk::unknown);
    placing.lock(invitation);
    if (!offers.isOpen(invitationId)) {
      throw new OptimisticLockingFailureException("an offer that is over");
    }
    process.answer(invitation.key(), answer, actor);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such offer");
  }

  private NearByOffer shown(NearByInvitation invitation) {
    DebtorDetails debtor = debtors.of(cases.get(invitation.caseNumber()).debtorId()).debtor();
    Figures known = figures.of(invitation.caseNumber());
    return new NearByOffer(invitation.invitationId(), debtor.country(), debtor.region(), debtor.city(),
        amountBand(known.currency(), known.overdue()), band(DAYS, known.daysPastDue()), invitation.endsOn());
  }

  /** Such as {@code EUR 250-500}. */
  static String amountBand(String currency, BigDecimal overdue) {
    return currency + " " + band(AMOUNTS, overdue.longValue());
  }

  private static String band(long[] edges, long value) {
    long from = LongStream.of(edges).filter(edge -> edge <= value).max().orElse(edges[0]);
    return LongStream.of(edges).filter(edge -> edge > value).min().stream().mapToObj(to -> from + "-" + to)
        .findFirst().orElse(from + "+");
  }
}
