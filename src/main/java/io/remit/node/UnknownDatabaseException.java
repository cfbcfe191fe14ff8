package io.remit.node;

/** Remit does not start: the database is a copy of one in which it worked, and nobody said what the copy is. */
class UnknownDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** @param identity of the copy */
  UnknownDatabaseException(String identity) {
    super("This database is a copy of one in which Remit worked (docs/restore.md). If it takes the place of one that"
        + " had gone on since the copy was made, start with --remit.database.restored=" + identity
        + ": what was planned is asked for before it is sent, and nothing goes out by itself for a while. If Remit was"
        + " stopped before the copy was made and has not run since, start with --remit.database.moved=" + identity
        + ".");
  }
}
