package io.remit.access;

import io.remit.access.EngineUsers.Found;
import io.remit.audit.UserChange.What;
import io.remit.audit.UserChanges;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.identity.User;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets a user's second factor up and takes it away; both are changes of the user. */
@Component
class SecondFactorEnrolment {

  private final SecondFactors factors;
  private final UserChanges changes;
  private final TransactionTemplate transaction;

  SecondFactorEnrolment(SecondFactors factors, UserChanges changes, TransactionTemplate transaction) {
    this.factors = factors;
    this.changes = changes;
    this.transaction = transaction;
  }

  /**
   * Keeps a secret that the user has proved to have.
   *
   * @param step of the code that proved it
   * @return which factor it is; empty if the user set one up elsewhere at the same moment
   */
  Optional<Long> keep(User user, byte[] secret, long step, List<RecoveryCode> recovery) {
    try {
      return Optional.ofNullable(transaction.execute(status -> {
        long id = factors.add(user.getId(), secret, step, recovery.stream().map(RecoveryCode::hash).toList());
        changes.add(What.SECOND_FACTOR, user.getId(), null, RecordedIdentities.nameOf(user), user.getId());
        return id;
      }));
    } catch (DuplicateKeyException another) {
      return Optional.empty();
    }
  }

  /** Whether there was one to take away. */
  boolean takeAway(Found user, String by) {
    User known = user.user();
    return Boolean.TRUE.equals(transaction.execute(status -> {
      boolean had = factors.forget(known.getId());
      if (had) {
        changes.add(What.SECOND_FACTOR_RESET, known.getId(), null, RecordedIdentities.nameOf(known), by);
      }
      return had;
    }));
  }
}
