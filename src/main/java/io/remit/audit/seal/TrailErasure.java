package io.remit.audit.seal;

import java.time.Clock;
import java.util.Collection;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what people typed, and what is known of a debtor, from rows of the trail, where a law asks for it: the row
 * stays, with its time, its kind and who added it, and its seal stays good. How the row is left is written down, and
 * sealed too.
 */
@Component
public class TrailErasure {

  private final OwnRights rights;
  private final TrailRows rows;
  private final TrailErasureRepository erasures;
  private final Clock clock;

  TrailErasure(OwnRights rights, TrailRows rows, TrailErasureRepository erasures, Clock clock) {
    this.rights = rights;
    this.rows = rows;
    this.erasures = erasures;
    this.clock = clock;
  }

  /** For who has a database and no application. */
  public static TrailErasure on(DataSource database, Clock clock) {
    JdbcClient jdbc = JdbcClient.create(database);
    return new TrailErasure(new OwnRights(jdbc, database), new TrailRows(jdbc), new TrailErasureRepository(jdbc),
        clock);
  }

  /**
   * Erases the words of rows; the caller tells of it, when all is done, by {@link #erased}.
   *
   * @param table one without words stays as it is
   * @param ids of the rows; what is not there is left out
   */
  public void eraseWords(TrailTable table, Collection<Long> ids) {
    if (table.erasing().isPresent()) {
      rights.eraseWords(table, ids);
    }
  }

  /**
   * Puts a pseudonym in the place of a name, in all rows that have it; the caller tells of it by {@link #erased}.
   *
   * @param column one that names a debtor or an account
   * @param pseudonym {@code erased-} and 24 hexadecimal digits
   */
  public void rename(TrailTable table, String column, String name, String pseudonym) {
    rights.rename(table, column, name, pseudonym);
  }

  /**
   * Writes down how rows are left whose words were erased, or that were renamed, in this transaction.
   *
   * @param ids of the rows; what is not there is left out
   * @param reason the rule that asks for it, up to 200 characters, without personal data
   * @param by user id, or {@code remit}
   */
  @Transactional
  public void erased(TrailTable table, Collection<Long> ids, String reason, String by) {
    for (long id : ids) {
      rows.between(table, id - 1, id, 1)
          .forEach(row -> erasures.addWords(table, id, row.digest(), reason, by, clock.instant()));
    }
  }
}
