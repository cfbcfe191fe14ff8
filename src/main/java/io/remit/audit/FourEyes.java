package io.remit.audit;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail.Subject;
import io.remit.cases.InvalidInputException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says whether who decides on something is really another person than who proposed it. Two names are not enough:
 * whoever can make accounts, or set the passwords of others, could decide on their own proposal under another name.
 */
@Component
public class FourEyes {

  private final UserChanges changes;
  private final AuditTrail trail;
  private final TransactionTemplate apart;

  FourEyes(UserChanges changes, AuditTrail trail, PlatformTransactionManager transactions) {
    this.changes = changes;
    this.trail = trail;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Something that another person has to decide on.
   *
   * @param proposedBy user id of who raised it; what Remit, a robot or the debtor raised holds nobody back
   */
  public record Proposal(@Nullable String caseNumber, @Nullable String proposedBy, @Nullable Instant proposedAt) {
  }

  /**
   * Refuses a decision by an account that was made, re-grouped or given a password by another after the proposal, and
   * one by who made the proposer's account or set its password, or the other way round, be it long ago. The refusal is
   * in the audit trail whatever becomes of the transaction. The proposal stays open for somebody else.
   *
   * @param field of the form, which the error names
   * @param by user id of who decides
   * @throws InvalidInputException if the decision does not count
   */
  public void check(String field, Proposal proposal, String by) {
    String proposer = proposal.proposedBy();
    if (proposer == null || !changes.knows(proposer)) {
      return;
    }
    changes.since(by, Objects.requireNonNull(proposal.proposedAt())).ifPresent(change -> {
      write(proposal, by, change.what() + " since it was proposed");
      throw new InvalidInputException(field,
          "is for another person: your account was made or changed after this was proposed");
    });
    if (changes.makersOf(by).contains(proposer)
        || changes.makersOf(proposer).contains(by)) {
      write(proposal, by, "one made the other's account or set its password");
      throw new InvalidInputException(field,
          "is for another person: one of you made the other's account or set its password");
    }
  }

  private void write(Proposal proposal, String by, String why) {
    apart.executeWithoutResult(status -> trail.add(Kind.APPROVAL_REFUSED, by,
        new Subject(proposal.caseNumber(), null, null, proposal.proposedBy()), "decision not counted: " + why));
  }
}
