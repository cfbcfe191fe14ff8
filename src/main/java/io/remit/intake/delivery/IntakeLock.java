package io.remit.intake.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets one file at a time be applied, on all nodes together. Among nodes a row lock decides, kept in a transaction of
 * its own while the file is applied: when a node dies the database lets go of it.
 */
@Component
public class IntakeLock {

  private static final Logger LOG = LoggerFactory.getLogger(IntakeLock.class);

  private final ReentrantLock amongThreads = new ReentrantLock(true);
  private final DataSource dataSource;

  /** @param dataSource gives the connection on which the lock is held as long as a file is applied */
  public IntakeLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Waits until no other file is being applied; the caller closes what it gets. */
  public Held acquire() {
    amongThreads.lock();
    Connection connection = null;
    try {
      connection = dataSource.getConnection();
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("select id from intake_lock where id = 1 for update");
      }
      return new Held(connection);
    } catch (SQLException | RuntimeException failure) {
      release(connection);
      throw new DataAccessResourceFailureException("The intake lock cannot be taken", failure);
    }
  }

  private void release(@Nullable Connection connection) {
    try {
      if (connection != null) {
        try (connection) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      }
    } catch (SQLException lost) {
      LOG.warn("The intake lock's connection was lost: {}", FailureTrace.of(lost));
    } finally {
      amongThreads.unlock();
    }
  }

  /** The lock while it is held; closed by the thread that acquired it. */
  public final class Held implements AutoCloseable {

    private final Connection connection;

    private Held(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void close() {
      release(connection);
    }
  }
}
