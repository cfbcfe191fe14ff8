package io.remit.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells a database that cannot be reached, or can keep nothing now, from whatever else may have gone wrong. */
public final class DatabaseAway {

  /** SQLSTATE of connections that cannot be made or are lost; and of a server that ends, or does not take any. */
  private static final String CONNECTION = "08";
  private static final String SERVER_ENDS = "57P0";
  /** Of a server that lacks something for now: room on its disk, memory, connections. */
  private static final String LACKS = "53";
  private static final String DISK_IS_FULL = "53100";
  private static final int DEEPEST_CAUSE = 20;

  private DatabaseAway() {
  }

  /**
   * Whether a failure, or what caused it, says that the database is stopped, has cut the connection, has no room or
   * memory left, or that no connection was free.
   */
  public static boolean caused(Throwable failure) {
    return causes(failure).anyMatch(cause -> cause instanceof SQLTransientConnectionException
        || Stream.of(CONNECTION, SERVER_ENDS, LACKS).anyMatch(stateOf(cause)::startsWith));
  }

  /** Whether it says that the database has no room left on its disk. */
  public static boolean isFull(Throwable failure) {
    return causes(failure).anyMatch(cause -> stateOf(cause).equals(DISK_IS_FULL));
  }

  /** A failure, what caused it, and what caused that. */
  public static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE);
  }

  private static String stateOf(Throwable cause) {
    return cause instanceof SQLException failed && failed.getSQLState() != null ? failed.getSQLState() : "";
  }
}
