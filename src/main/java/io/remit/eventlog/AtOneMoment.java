package io.remit.eventlog;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads Remit's tables and the engine's as they were at one moment, whatever is written meanwhile. */
@Component
class AtOneMoment {

  private final TransactionTemplate transaction;

  AtOneMoment(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setReadOnly(true);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  <T> T read(Supplier<T> reading) {
    return Objects.requireNonNull(transaction.execute(status -> reading.get()));
  }
}
