package io.remit.approval;

import io.remit.approval.Proposal.Kind;
import io.remit.approval.Proposals.Draft;
import io.remit.cases.CaseEnded;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseLifecycle;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The creditor takes cases back: small ones at once, others when another person has approved it. */
@Component
public class Withdrawals {

  private static final String MODEL = "withdrawal";
  private static final String ENDED = "ENDED";

  private final Proposals proposals;
  private final CaseRepository cases;
  private final CaseFigures figures;
  private final CaseLifecycle lifecycle;
  private final MatterProcess process;

  Withdrawals(Proposals proposals, CaseRepository cases, CaseFigures figures, CaseLifecycle lifecycle,
      MatterProcess process) {
    this.proposals = proposals;
    this.cases = cases;
    this.figures = figures;
    this.lifecycle = lifecycle;
    this.process = process;
  }

  /**
   * Withdraws a case, or has another person decide on it; until then the case goes on.
   *
   * @param reason why, in the words of who decided
   * @param by user id
   * @return the withdrawal, which waits or was carried out; empty if the case is closed
   * @throws InvalidInputException if no reason is given, or a withdrawal of the case waits already
   */
  @Transactional
  public Optional<Proposal> withdraw(String caseNumber, String reason, String by) {
    String why = EnteredText.reason(reason);
    if (cases.lock(caseNumber).status() == Status.CLOSED) {
      return Optional.empty();
    }
    if (waits(caseNumber)) {
      throw new InvalidInputException("case", "has a withdrawal that waits for another person already");
    }
    Proposal proposed = proposals.propose(draft(caseNumber, caseNumber, why, null), by);
    MatterKey matter = new MatterKey(caseNumber, MatterKey.Kind.WITHDRAWAL, proposed.proposalId());
    Proposal named = proposals.nameAsMatter(proposed, matter);
    if (named.waits()) {
      process.start(matter, MODEL);
    } else {
      lifecycle.withdraw(caseNumber, by, why);
    }
    return Optional.of(named);
  }

  /** Whether a withdrawal of the case waits for another person. */
  public boolean waits(String caseNumber) {
    return proposals.waitingIn(caseNumber).stream().anyMatch(Withdrawals::isOwnMatter);
  }

  /**
   * That a case leaves collection, as a change that needs approval above the limits.
   *
   * @param subject by which it is proposed
   * @param raised who brought the matter forward, or null
   */
  private Draft draft(String subject, String caseNumber, @Nullable String reason, @Nullable Raised raised) {
    CaseFigures.Figures amounts = figures.of(caseNumber);
    BigDecimal owed = amounts.outstanding();
    return new Draft(subject, Kind.WITHDRAWAL, caseNumber, null, amounts.currency(), owed, owed, reason, raised);
  }

  /**
   * Writes down that a case leaves collection because of one of its matters: above the limits it waits for another
   * person.
   *
   * @param reason in the words of who decided, or null
   * @param raised who brought the matter forward, or null
   * @param by user id
   */
  public void propose(MatterKey matter, @Nullable String reason, @Nullable Raised raised, String by) {
    proposals.propose(draft(matter.toString(), matter.caseNumber(), reason, raised), by);
  }

  /** Takes a case out of collection, by a step of the withdrawal's own process. */
  public void carryOut(MatterKey withdrawal, String by) {
    Proposal approved = proposals.approved(withdrawal.toString());
    lifecycle.withdraw(withdrawal.caseNumber(), by, approved.reason());
  }

  /** The case has ended: what waits in it for another person is decided no more. */
  @EventListener
  @Order(CaseEnded.WORK)
  void caseEnded(CaseEnded ended) {
    proposals.waitingIn(ended.caseNumber()).forEach(waiting -> {
      proposals.drop(waiting);
      if (isOwnMatter(waiting)) {
        process.changed(MatterKey.of(waiting.subject()), ENDED);
      }
    });
  }

  private static boolean isOwnMatter(Proposal proposal) {
    return proposal.kind() == Kind.WITHDRAWAL
        && MatterKey.of(proposal.subject()).kind() == MatterKey.Kind.WITHDRAWAL;
  }
}
