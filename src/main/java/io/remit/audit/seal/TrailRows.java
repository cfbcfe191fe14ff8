package io.remit.audit.seal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the tables of the trail. */
@Repository
class TrailRows {

  private final JdbcClient jdbc;

  TrailRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Rows above an id, up to another one, by id. */
  List<TrailRow> between(TrailTable table, long after, long last, int most) {
    return jdbc.sql("select " + table.idColumn() + ", " + String.join(", ", table.sealedColumns()) + " from "
            + table.tableName() + " where " + table.idColumn() + " > :after and " + table.idColumn()
            + " <= :last order by " + table.idColumn() + " limit :most")
        .param("after", after).param("last", last).param("most", most)
        .query((row, number) -> TrailRow.read(table, row)).list();
  }

  /** The highest id; 0 if there is no row. */
  long newest(TrailTable table) {
    return jdbc.sql("select coalesce(max(" + table.idColumn() + "), 0) from " + table.tableName())
        .query(Long.class).single();
  }

  /** How many rows have an id above this one. */
  long above(TrailTable table, long id) {
    return jdbc.sql("select count(*) from " + table.tableName() + " where " + table.idColumn() + " > :id")
        .param("id", id).query(Long.class).single();
  }
}
