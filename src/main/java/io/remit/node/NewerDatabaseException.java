package io.remit.node;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/** Remit does not start: a newer version of it has changed the tables so that this one cannot go on with them. */
class NewerDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param known the newest migration that this program has
   * @param newer the one that made the tables what they are
   * @param needed the one that a program has to know to go on beside it
   */
  NewerDatabaseException(MigrationVersion known, MigrationInfo newer, MigrationVersion needed) {
    super("A newer version of Remit has changed the tables of this database (V" + newer.getVersion() + ", "
        + newer.getDescription() + "). A program has to know V" + needed + " to run with them; this one ends at V"
        + known + ". Start the newer version here (docs/nodes.md, a rolling restart).");
  }
}
