package io.remit.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a database that cannot be reached from whatever else may have gone wrong. */
public final class DatabaseAway {

  /** SQLSTATE of connections that cannot be made or are lost; and of a server that ends, or does not take any. */
  private static final String CONNECTION = "08";
  private static final String SERVER_ENDS = "57P0";
  private static final int DEEPEST_CAUSE = 20;

  private DatabaseAway() {
  }

  /**
   * Whether a failure, or what caused it, says that the database is stopped, has cut the connection, or that no
   * connection was free.
   */
  public static boolean caused(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE)
        .anyMatch(cause -> cause instanceof SQLTransientConnectionException
            || cause instanceof SQLException failed && failed.getSQLState() != null
                && (failed.getSQLState().startsWith(CONNECTION) || failed.getSQLState().startsWith(SERVER_ENDS)));
  }
}
