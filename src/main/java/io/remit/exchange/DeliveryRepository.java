package io.remit.exchange;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.exchange.Delivered.Way;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The receipts of what was delivered. */
@Repository
class DeliveryRepository {

  private final JdbcClient jdbc;

  DeliveryRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Delivered delivered) {
    jdbc.sql("""
        insert into file_delivery (correspondent, file_name, way, bytes, sha256, delivered_at)
        values (:correspondent, :name, :way, :bytes, :sha256, :at)
        """).param("correspondent", delivered.correspondent()).param("name", delivered.fileName())
        .param("way", delivered.way().name()).param("bytes", delivered.bytes())
        .param("sha256", delivered.sha256()).param("at", utc(delivered.at())).update();
  }

  /** All deliveries of a file of this name, the last one first. */
  List<Delivered> of(String correspondent, String fileName) {
    return jdbc.sql("""
        select * from file_delivery where correspondent = :correspondent and file_name = :name
         order by file_delivery_id desc
        """).param("correspondent", correspondent).param("name", fileName).query(DeliveryRepository::read).list();
  }

  private static Delivered read(ResultSet row, int number) throws SQLException {
    return new Delivered(row.getString("correspondent"), row.getString("file_name"), Way.valueOf(row.getString("way")),
        row.getLong("bytes"), row.getString("sha256"), instant(row, "delivered_at"));
  }
}
