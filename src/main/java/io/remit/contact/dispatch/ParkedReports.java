package io.remit.contact.dispatch;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.contact.DeliveryReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Delivery reports that came before it was known that their message was taken. */
@Repository
public class ParkedReports {

  /** A report whose message did not turn up by then belongs to no message of ours. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final String SELECT =
      "select gateway, gateway_reference, result, address_invalid, reason, at from parked_report ";

  private final JdbcClient jdbc;

  ParkedReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(DeliveryReport report, Instant now) {
    jdbc.sql("""
        insert into parked_report (gateway, gateway_reference, result, address_invalid, reason, at, received_at)
        values (:gateway, :reference, :result, :invalid, :reason, :at, :now)
        """).param("gateway", report.gateway()).param("reference", report.gatewayReference())
        .param("result", report.result().name()).param("invalid", report.addressInvalid())
        .param("reason", report.reason()).param("at", utc(report.at())).param("now", utc(now)).update();
  }

  /** Reports whose message is known by now, in the order in which they came. */
  List<DeliveryReport> matched() {
    return jdbc.sql(SELECT + """
         where exists (select 1 from contact_attempt where contact_attempt.gateway = parked_report.gateway
                          and contact_attempt.gateway_reference = parked_report.gateway_reference)
         order by report_id
        """).query(ParkedReports::read).list();
  }

  void remove(DeliveryReport report) {
    jdbc.sql("delete from parked_report where gateway = :gateway and gateway_reference = :reference")
        .param("gateway", report.gateway()).param("reference", report.gatewayReference()).update();
  }

  void removeOld(Instant now) {
    jdbc.sql("delete from parked_report where received_at < :since").param("since", utc(now.minus(KEPT))).update();
  }

  private static DeliveryReport read(ResultSet row, int number) throws SQLException {
    return new DeliveryReport(row.getString("gateway"), row.getString("gateway_reference"),
        DeliveryReport.Result.valueOf(row.getString("result")), row.getBoolean("address_invalid"),
        row.getString("reason"), instant(row, "at"));
  }
}
