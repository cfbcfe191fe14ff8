package io.remit.outsourcing.change;

import static io.remit.sql.Moments.instantOrNull;

import io.remit.sql.RowsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which placements are to be compared with what their partner was told. A mark is written in the transaction of the
 * change itself, never in place of another, so that no two wait for one another.
 */
@Repository
class Marks {

  /** What a partner may be told of: what it has, and what it had until it is told that it has it no more. */
  private static final String TO_TELL = """
        from placement p
       where (p.status = 'PLACED' or p.status = 'ENDED'
         and (p.placed_at is not null or exists (
               select 1 from placement_batch_case l join placement_batch b on b.batch_id = l.batch_id
                where l.placement_id = p.placement_id and b.status = 'DELIVERED'))
         and not exists (select 1 from partner_told t where t.placement_id = p.placement_id and t.fact = 'END'))
      """;

  private static final int ROWS_AT_ONCE = 500;

  private static final RowsOf PLACEMENTS = RowsOf.cases("placement");

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;

  Marks(JdbcClient jdbc, JdbcTemplate rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /**
   * A placement that a partner may be told of.
   *
   * @param placedAt null if that was not noted
   * @param endedAt null while it runs
   * @param endReason null while it runs
   */
  record Told(long placementId, String caseNumber, @Nullable Instant placedAt, @Nullable Instant endedAt,
      @Nullable String endReason, boolean runs) {
  }

  /** Something about a case may have changed. Nothing happens if no partner has it, or had it. */
  void ofCase(String caseNumber) {
    if (PLACEMENTS.none(caseNumber)) {
      return;
    }
    jdbc.sql("""
        insert into partner_change_mark (placement_id)
        select placement_id from placement
         where case_number = :case and status in ('PLACED', 'ENDED') and partner_id is not null
           and not exists (select 1 from partner_told t
                            where t.placement_id = placement.placement_id and t.fact = 'END')
        """).param("case", caseNumber).update();
  }

  /** Something about debtors may have changed. */
  void ofDebtors(Collection<String> debtorIds) {
    jdbc.sql("""
        insert into partner_change_mark (placement_id)
        select p.placement_id from placement p join collection_case c on c.case_number = p.case_number
         where c.debtor_id in (:debtors) and p.status = 'PLACED'
        """).param("debtors", debtorIds).update();
  }

  /** The partners of whose cases something changed since the last look. */
  List<String> partnersWithChanges() {
    return jdbc.sql("""
        select distinct p.partner_id from partner_change_mark m join placement p on p.placement_id = m.placement_id
         where not m.looked and p.partner_id is not null order by p.partner_id
        """).query(String.class).list();
  }

  /** The partners that may be told of cases, and whose cases were not all looked at on a day yet. */
  List<String> partnersNotLookedAt(LocalDate day) {
    return jdbc.sql("select distinct p.partner_id" + TO_TELL + """
         and p.partner_id not in (select partner_id from partner_change_round where looked_on >= :day)
         order by p.partner_id
        """).param("day", day).query(String.class).list();
  }

  /** All cases of a partner were looked at on a day. */
  void lookedAtAll(String partnerId, LocalDate day) {
    jdbc.sql("delete from partner_change_round where partner_id = :partner").param("partner", partnerId).update();
    jdbc.sql("insert into partner_change_round (partner_id, looked_on) values (:partner, :day)")
        .param("partner", partnerId).param("day", day).update();
  }

  /** That something about a placement may have changed. */
  record Mark(long markId, long placementId, boolean looked) {
  }

  List<Mark> of(String partnerId) {
    return jdbc.sql("""
        select m.mark_id, m.placement_id, m.looked from partner_change_mark m
          join placement p on p.placement_id = m.placement_id where p.partner_id = :partner
        """).param("partner", partnerId).query((row, number) -> new Mark(row.getLong("mark_id"),
            row.getLong("placement_id"), row.getBoolean("looked"))).list();
  }

  /** They were looked at, and can wait for the hour of the day. */
  void canWait(Collection<Mark> marks) {
    each("update partner_change_mark set looked = true where mark_id = ?", marks);
  }

  void remove(Collection<Mark> marks) {
    each("delete from partner_change_mark where mark_id = ?", marks);
  }

  private void each(String statement, Collection<Mark> marks) {
    rows.batchUpdate(statement, marks, ROWS_AT_ONCE, (prepared, mark) -> prepared.setLong(1, mark.markId()));
  }

  /** All placements that a partner may be told of, the oldest first. */
  List<Told> all(String partnerId) {
    return jdbc.sql("select p.placement_id, p.case_number, p.placed_at, p.ended_at, p.end_reason, p.status" + TO_TELL
        + " and p.partner_id = :partner order by p.placement_id").param("partner", partnerId).query(Marks::read).list();
  }

  private static Told read(ResultSet row, int number) throws SQLException {
    return new Told(row.getLong("placement_id"), row.getString("case_number"), instantOrNull(row, "placed_at"),
        instantOrNull(row, "ended_at"), row.getString("end_reason"), row.getString("status").equals("PLACED"));
  }
}
