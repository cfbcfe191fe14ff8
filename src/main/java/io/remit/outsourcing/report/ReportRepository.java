package io.remit.outsourcing.report;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When partners last reported. */
@Repository
class ReportRepository {

  private final JdbcClient jdbc;

  ReportRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void reported(String partnerId, Instant at) {
    ensure(partnerId);
    jdbc.sql("update partner_report set reported_at = :at where partner_id = :partner")
        .param("at", utc(at)).param("partner", partnerId).update();
  }

  /** That a partner was asked for its report; the last time counts. */
  void asked(String partnerId, String note, String by, Instant at) {
    ensure(partnerId);
    jdbc.sql("update partner_report set asked_at = :at, asked_by = :by, note = :note where partner_id = :partner")
        .param("at", utc(at)).param("by", by).param("note", note).param("partner", partnerId).update();
  }

  private void ensure(String partnerId) {
    jdbc.sql("""
        insert into partner_report (partner_id)
        select p.partner_id from partner p where p.partner_id = :partner
           and not exists (select 1 from partner_report r where r.partner_id = p.partner_id)
        """).param("partner", partnerId).update();
  }

  /** Since when each partner that has cases is silent: its last report, or else since it has the oldest of them. */
  Map<String, Instant> silentSince() {
    Map<String, Instant> silent = new HashMap<>();
    jdbc.sql("""
        select x.partner_id, case when r.reported_at > x.oldest then r.reported_at else x.oldest end as since
          from (select partner_id, min(placed_at) as oldest from placement where status = 'PLACED'
                 group by partner_id) x
          left join partner_report r on r.partner_id = x.partner_id
        """).query((RowCallbackHandler) row -> silent.put(row.getString("partner_id"), instant(row, "since")));
    return silent;
  }
}
