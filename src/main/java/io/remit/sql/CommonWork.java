package io.remit.sql;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins and ends a {@link CommonFacts} in the transaction that is there. */
@Component
public class CommonWork {

  private final boolean watched;
  private final JdbcClient jdbc;

  CommonWork(DataSource database) throws SQLException {
    this.watched = database.isWrapperFor(WatchedDataSource.class);
    this.jdbc = JdbcClient.create(database);
  }

  /**
   * Does some work with them. What was collected is written when it is done; nothing is, if it throws. Inside of
   * another it is part of that one.
   */
  public <T> T together(Supplier<T> work) {
    if (!watched || CommonFacts.current() != null || !TransactionSynchronizationManager.isActualTransactionActive()) {
      return work.get();
    }
    CommonFacts facts = new CommonFacts(this::casesWithRowsIn);
    OfTransaction its = new OfTransaction(facts);
    TransactionSynchronizationManager.registerSynchronization(its);
    facts.bind();
    try {
      T result = work.get();
      facts.writeAll();
      return result;
    } finally {
      its.goesOn = false;
      CommonFacts.unbind();
    }
  }

  private Set<String> casesWithRowsIn(String table, Collection<String> cases) {
    return Set.copyOf(jdbc.sql("select distinct case_number from " + table + " where case_number in (:cases)")
        .param("cases", cases).query(String.class).list());
  }

  /** Another transaction inside knows nothing of the facts, and what it writes is not known afterwards. */
  private static final class OfTransaction implements TransactionSynchronization {

    private final CommonFacts facts;
    private boolean goesOn = true;

    private OfTransaction(CommonFacts facts) {
      this.facts = facts;
    }

    @Override
    public void suspend() {
      if (goesOn) {
        facts.suspended();
        CommonFacts.unbind();
      }
    }

    @Override
    public void resume() {
      if (goesOn) {
        facts.bind();
      }
    }
  }
}
