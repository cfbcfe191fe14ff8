package io.remit.outside;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.cases.OutsideWork.Who;
import io.remit.outside.OutsideNotices.Change;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The notices, and what changed. */
@Repository
class OutsideNoticeRepository {

  private final JdbcClient jdbc;

  OutsideNoticeRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Long> openOf(String caseNumber, Who who) {
    return jdbc.sql("""
        select notice_id from outside_notice where case_number = :case and told = :who and closed_at is null
         order by notice_id
        """).param("case", caseNumber).param("who", who.name()).query(Long.class).list().stream().findFirst();
  }

  long insert(String caseNumber, Who who, Instant at) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into outside_notice (case_number, told, raised_at) values (:case, :who, :at)")
        .param("case", caseNumber).param("who", who.name()).param("at", utc(at)).update(key, "notice_id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  void add(long noticeId, String what, Instant at) {
    jdbc.sql("insert into outside_change (notice_id, what, changed_at) values (:notice, :what, :at)")
        .param("notice", noticeId).param("what", what).param("at", utc(at)).update();
  }

  List<Change> changesOf(long noticeId) {
    return jdbc.sql("select what, changed_at from outside_change where notice_id = :notice order by change_id")
        .param("notice", noticeId)
        .query((row, number) -> new Change(row.getString("what"), instant(row, "changed_at"))).list();
  }

  Optional<String> newest(String caseNumber, Who who, Instant from, Collection<String> among) {
    return newest(caseNumber, who, from, among, "c.what in (:these)");
  }

  Optional<String> newestBeside(String caseNumber, Who who, Instant from, Collection<String> these) {
    return newest(caseNumber, who, from, these, "c.what not in (:these)");
  }

  private Optional<String> newest(String caseNumber, Who who, Instant from, Collection<String> these, String which) {
    return jdbc.sql("""
        select c.what from outside_change c join outside_notice n on n.notice_id = c.notice_id
         where n.case_number = :case and n.told = :who and c.changed_at >= :from and %s
         order by c.change_id desc limit 1
        """.formatted(which)).param("case", caseNumber).param("who", who.name()).param("from", utc(from))
        .param("these", these).query(String.class).optional();
  }

  Optional<Instant> lastClosed(String caseNumber, Who who, String beside) {
    return jdbc.sql("""
        select closed_at from outside_notice
         where case_number = :case and told = :who and closed_at is not null and outcome <> :beside
         order by closed_at desc limit 1
        """).param("case", caseNumber).param("who", who.name()).param("beside", beside)
        .query((row, number) -> instant(row, "closed_at")).optional();
  }

  void close(String caseNumber, Who who, String outcome, String by, Instant at) {
    jdbc.sql("""
        update outside_notice set closed_at = :at, outcome = :outcome, closed_by = :by
         where case_number = :case and told = :who and closed_at is null
        """).param("at", utc(at)).param("outcome", outcome).param("by", by).param("case", caseNumber)
        .param("who", who.name()).update();
  }
}
