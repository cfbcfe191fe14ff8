package io.remit.legal.firm;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What law firms were told, or are to be told. */
@Repository
class FirmNoticeRepository {

  private static final String SELECT =
      "select n.notice_id, n.referral_id, n.what, n.stayed_until, n.noted_at from court_referral_notice n";

  private final JdbcClient jdbc;

  FirmNoticeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(long referralId, FirmNotice.What what, @Nullable LocalDate stayedUntil, Instant at) {
    jdbc.sql("""
        insert into court_referral_notice (referral_id, what, stayed_until, noted_at)
        values (:referral, :what, :until, :at)
        """).param("referral", referralId).param("what", what.name()).param("until", stayedUntil)
        .param("at", utc(at)).update();
  }

  /** Those of a case that no file has brought yet, oldest first. */
  List<FirmNotice> toBring(String caseNumber) {
    return jdbc.sql(SELECT + """
         join court_referral r on r.referral_id = n.referral_id
         where r.case_number = :case and n.delivered_at is null order by n.notice_id
        """).param("case", caseNumber).query(FirmNoticeRepository::read).list();
  }

  /** All of a suit, oldest first. */
  List<FirmNotice> of(long referralId) {
    return jdbc.sql(SELECT + " where n.referral_id = :referral order by n.notice_id").param("referral", referralId)
        .query(FirmNoticeRepository::read).list();
  }

  void delivered(long noticeId, Instant at) {
    jdbc.sql("update court_referral_notice set delivered_at = :at where notice_id = :id").param("at", utc(at))
        .param("id", noticeId).update();
  }

  private static FirmNotice read(ResultSet row, int number) throws SQLException {
    return new FirmNotice(row.getLong("notice_id"), row.getLong("referral_id"),
        FirmNotice.What.valueOf(row.getString("what")), row.getObject("stayed_until", LocalDate.class),
        instant(row, "noted_at"));
  }
}
