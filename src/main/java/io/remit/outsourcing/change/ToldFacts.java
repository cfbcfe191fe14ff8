package io.remit.outsourcing.change;

import java.sql.PreparedStatement;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What partners were told last of each thing about their cases. */
@Repository
class ToldFacts {

  private static final int ROWS_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;

  ToldFacts(JdbcClient jdbc, JdbcTemplate rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** All that was told of a placement, by the names of facts. */
  Map<String, String> of(long placementId) {
    Map<String, String> told = new HashMap<>();
    jdbc.sql("select fact, told_value from partner_told where placement_id = :placement")
        .param("placement", placementId)
        .query((RowCallbackHandler) row -> told.put(row.getString("fact"), row.getString("told_value")));
    return told;
  }

  /** The partner is told these things; what it was told of them before counts no more. */
  void tell(long placementId, Map<Fact, String> facts) {
    rows.batchUpdate("delete from partner_told where placement_id = ? and fact = ?", facts.keySet(), ROWS_AT_ONCE,
        (PreparedStatement statement, Fact fact) -> {
          statement.setLong(1, placementId);
          statement.setString(2, fact.name());
        });
    rows.batchUpdate("insert into partner_told (placement_id, fact, told_value) values (?, ?, ?)", facts.entrySet(),
        ROWS_AT_ONCE, (PreparedStatement statement, Map.Entry<Fact, String> each) -> {
          statement.setLong(1, placementId);
          statement.setString(2, each.getKey().name());
          statement.setString(3, each.getValue());
        });
  }
}
