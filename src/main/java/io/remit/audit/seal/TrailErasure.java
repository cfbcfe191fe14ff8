package io.remit.audit.seal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
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
  private final ErasureRepository erasures;
  private final Clock clock;

  TrailErasure(OwnRights rights, TrailRows rows, ErasureRepository erasures, Clock clock) {
    this.rights = rights;
    this.rows = rows;
    this.erasures = erasures;
    this.clock = clock;
  }

  /**
   * Erases the words of rows.
   *
   * @param table one that has words: {@code CASE_EVENT}, {@code LEDGER_ENTRY}, {@code COURT_STEP},
   *     {@code PARTNER_CHANGE}
   * @param ids of the rows; what is not there is left out
   * @param reason the rule that asks for it, up to 200 characters, without personal data
   * @param by user id, or {@code remit}
   */
  @Transactional
  public void erase(TrailTable table, Collection<Long> ids, String reason, String by) {
    for (long id : ids) {
      rights.eraseWords(table, id);
      erased(table, id, reason, by);
    }
  }

  /**
   * Writes down that words of a row were erased in this transaction, for who has done it otherwise. The role by which
   * Remit runs may not do it otherwise where it is not the owner of the tables.
   *
   * @param id of a row; one that is not there is left out
   */
  @Transactional
  public void erased(TrailTable table, long id, String reason, String by) {
    List<TrailRow> left = rows.between(table, id - 1, id, 1);
    left.forEach(row -> erasures.addWords(table, id, row.digest(), reason, by, clock.instant()));
  }
}
