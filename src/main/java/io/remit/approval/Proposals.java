package io.remit.approval;

import io.remit.approval.Proposal.Kind;
import io.remit.approval.Proposal.Status;
import io.remit.approval.SecondDecision.Outcome;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.translation.Translation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody decided that gives money away or closes a case. Within the limits of {@code approval-limits} it may be
 * carried out at once; above them another person decides, and until then nothing of it happens.
 */
@Component
public class Proposals {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int REMEMBERED_DAYS = 365;

  private final ProposalRepository proposals;
  private final ApprovalPolicy policy;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Proposals(ProposalRepository proposals, ApprovalPolicy policy, SecondPerson secondPerson, BusinessCalendar calendar,
      Timeline timeline) {
    this.proposals = proposals;
    this.policy = policy;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * A change as somebody decided on it; see {@link Proposal}.
   *
   * @param debt what is owed before it, in the same currency
   * @param raised who brought the matter forward, or null
   */
  public record Draft(String subject, Kind kind, @Nullable String caseNumber, @Nullable String accountNumber,
      String currency, BigDecimal amount, BigDecimal debt, @Nullable String reason, @Nullable Raised raised) {
  }

  /**
   * Writes down a change that somebody decided on. If another person has to approve it, it waits for him.
   *
   * @param by user id
   */
  public Proposal propose(Draft draft, String by) {
    boolean approval = policy.needsApproval(new ApprovalPolicy.Question(draft.kind(), draft.currency(),
        draft.amount().add(alone(draft)), share(draft), proposals.alone(by, calendar.startOf(calendar.today()))));
    long proposalId = proposals.insert(new Proposal(0, draft.subject(), draft.kind(), draft.caseNumber(),
        draft.accountNumber(), draft.currency(), draft.amount(), draft.reason(), approval,
        approval ? Status.PROPOSED : Status.APPROVED, draft.raised(),
        new Raised(draft.caseNumber(), by, calendar.now())));
    if (approval) {
      tell(draft.caseNumber(), by, "Another person decides on it: " + Translation.asWords(draft.kind().name()),
          draft.currency() + " " + draft.amount().toPlainString());
    }
    return proposals.get(proposalId);
  }

  private BigDecimal alone(Draft draft) {
    return draft.caseNumber() == null ? BigDecimal.ZERO : proposals.alone(draft.caseNumber(), draft.kind(),
        draft.currency(), calendar.startOf(calendar.today().minusDays(REMEMBERED_DAYS)));
  }

  private static int share(Draft draft) {
    return draft.debt().signum() <= 0 ? HUNDRED.intValue() : draft.amount().multiply(HUNDRED)
        .divide(draft.debt(), 0, RoundingMode.UP).min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
  }

  /** What was proposed last about a subject. */
  public Optional<Proposal> newest(String subject) {
    return proposals.newest(subject);
  }

  /** Whether another person has yet to decide on what was proposed about a subject. */
  public boolean waits(String subject) {
    return newest(subject).filter(Proposal::waits).isPresent();
  }

  /**
   * What may be carried out now about a subject. Whatever a model says, nothing is carried out without it.
   *
   * @throws IllegalStateException if nothing was proposed, or another person has not approved it
   */
  public Proposal approved(String subject) {
    return newest(subject).filter(proposal -> proposal.status() == Status.APPROVED)
        .orElseThrow(() -> new IllegalStateException("nothing about " + subject + " may be carried out"));
  }

  /**
   * Whether somebody may decide on what waits.
   *
   * @throws InvalidInputException if he raised the matter or decided on it before
   */
  public void mayDecide(String subject, String field, String userId) {
    newest(subject).ifPresent(proposal -> mayDecide(proposal, field, userId));
  }

  private void mayDecide(Proposal proposal, String field, String userId) {
    secondPerson.mustDecide(field, userId, proposal.proposed(), "is for another person: you decided on this yourself");
    secondPerson.mustDecide(field, userId, proposal.raised(), "is for another person: you brought this forward");
  }

  /**
   * Records what another person decided on what waits; what follows from it stands in the model.
   *
   * @param decision with a note on REJECTED
   * @param by user id
   * @throws InvalidInputException if a field cannot be accepted, or he had a part in it before
   */
  public Proposal decide(String subject, SecondDecision decision, String by) {
    String reason = EnteredText.note(decision.note());
    Proposal proposal = proposals.lockNewest(subject).filter(Proposal::waits)
        .orElseThrow(() -> new InvalidInputException("outcome", "was given before"));
    mayDecide(proposal, "outcome", by);
    if (decision.outcome() == Outcome.REJECTED && reason == null) {
      throw new InvalidInputException("note", "say why it is not approved");
    }
    Status status = Status.valueOf(decision.outcome().name());
    proposals.decide(proposal.proposalId(), status, by, reason, calendar.now());
    tell(proposal.caseNumber(), by, (decision.outcome() == Outcome.APPROVED ? "Approved by another person: "
        : "Not approved by another person: ") + Translation.asWords(proposal.kind().name()), reason);
    return proposals.get(proposal.proposalId());
  }

  /** What a proposal was about ended by something else: nobody decides on it any more. */
  public void drop(String subject) {
    newest(subject).filter(Proposal::waits).ifPresent(this::drop);
  }

  void drop(Proposal proposal) {
    proposals.decide(proposal.proposalId(), Status.CANCELLED, Timeline.SYSTEM, null, calendar.now());
  }

  Proposal nameAsMatter(Proposal proposal, MatterKey matter) {
    proposals.nameAsMatter(proposal.proposalId(), matter);
    return proposals.get(proposal.proposalId());
  }

  /** What waits in a case for another person. */
  List<Proposal> waitingIn(String caseNumber) {
    return proposals.waitingIn(caseNumber);
  }

  private void tell(@Nullable String caseNumber, String by, String text, @Nullable String data) {
    if (caseNumber != null) {
      timeline.add(caseNumber, EntryKind.APPROVAL, by, text, data);
    }
  }
}
