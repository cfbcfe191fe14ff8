package io.remit.audit;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utcOrNull;

import io.remit.audit.AuditEvent.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who did and saw what, from where. Entries are added, and stay as they are: what becomes known of one later is
 * added beside it. It keeps no personal data: a case, a debtor or an account that does not exist is not written down,
 * whatever was asked for.
 */
@Repository
public class AuditTrail {

  /** Attribute of a request whose refusal has an entry already. */
  static final String REFUSAL_WRITTEN = AuditTrail.class.getName() + ".refusal";

  private final JdbcClient jdbc;
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What an entry is about; each may be null.
   *
   * @param about id of a user, or of something else that the engine knows by it
   */
  public record Subject(@Nullable String caseNumber, @Nullable String debtorId, @Nullable String accountNumber,
      @Nullable String about) {

    public static final Subject NOTHING = new Subject(null, null, null, null);

    static Subject ofCase(String caseNumber) {
      return new Subject(caseNumber, null, null, null);
    }
  }

  /**
   * Which entries to find; each may be null.
   *
   * @param from the first moment
   * @param before the moment after the last
   */
  record Criteria(@Nullable String userId, @Nullable String caseNumber, @Nullable String debtorId,
      @Nullable Kind kind, @Nullable Instant from, @Nullable Instant before) {
  }

  /** Adds an entry that is about no case; it comes from the request that is served. */
  public void record(Kind kind, @Nullable String userId, String detail) {
    add(kind, userId, Subject.NOTHING, detail);
  }

  /** Adds an entry about a case; it comes from the request that is served. */
  public void record(Kind kind, @Nullable String userId, String caseNumber, String detail) {
    add(kind, userId, Subject.ofCase(caseNumber), detail);
  }

  void add(Kind kind, @Nullable String userId, Subject subject, String detail) {
    begin(kind, userId, address(), subject, detail);
    if (kind == Kind.LOGIN_REFUSED && RequestContextHolder.getRequestAttributes() != null) {
      RequestContextHolder.getRequestAttributes()
          .setAttribute(REFUSAL_WRITTEN, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  /**
   * Adds an entry about something that is about to happen.
   *
   * @return its id
   */
  long begin(Kind kind, @Nullable String userId, @Nullable String address, Subject subject, String detail) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into audit_event (at, kind, user_id, address, case_number, debtor_id, about, detail)
        values (:at, :kind, :user, :address,
          coalesce((select case_number from collection_case where case_number = :case),
                   (select case_number from account where account_number = :account)),
          coalesce((select debtor_id from collection_case where case_number = :case),
                   (select debtor_id from debtor where debtor_id = :debtor),
                   (select debtor_id from account where account_number = :account)),
          :about, :detail)
        """).param("at", utcOrNull(clock.instant())).param("kind", kind.name()).param("user", userId)
        .param("address", address).param("case", subject.caseNumber()).param("debtor", subject.debtorId())
        .param("account", subject.accountNumber()).param("about", subject.about()).param("detail", detail)
        .update(key, "event_id");
    return key.getKey().longValue();
  }

  /**
   * Puts to an entry how it was answered.
   *
   * @param about whom it turned out to be about; null leaves that as it is
   */
  void answered(long eventId, Kind kind, @Nullable String about, int status) {
    jdbc.sql("""
        insert into audit_answer (event_id, at, kind, about, status) values (:event, :at, :kind, :about, :status)
        """).param("event", eventId).param("at", utcOrNull(clock.instant())).param("kind", kind.name())
        .param("about", about).param("status", status).update();
  }

  /** Puts to an entry for how many reads it stands. */
  void times(long eventId, int times) {
    jdbc.sql("insert into audit_repeat (event_id, at, times) values (:event, :at, :times)").param("event", eventId)
        .param("at", utcOrNull(clock.instant())).param("times", times).update();
  }

  /** Where the request comes from that is served; null if none is. */
  static @Nullable String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
        ? served.getRequest().getRemoteAddr() : null;
  }

  /** The newest first. */
  List<AuditEvent> find(Criteria criteria, int page, int size) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(criteria, parameters);
    return jdbc.sql("""
        select event_id, at, kind, user_id, address, case_number, debtor_id, about, detail, times,
          (select min(c.at) from user_change c
            where c.user_id = audit_entry.user_id and c.what = 'DELETED' and c.at >= audit_entry.at) as deleted_at
          from audit_entry
        """ + where + " order by event_id desc limit :size offset :offset").params(parameters).param("size", size)
        .param("offset", (long) page * size).query(AuditTrail::read).list();
  }

  long count(Criteria criteria) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(criteria, parameters);
    return jdbc.sql("select count(*) from audit_entry" + where).params(parameters).query(Long.class).single();
  }

  private static String where(Criteria criteria, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    and(where, parameters, "user_id = ", "user", criteria.userId());
    and(where, parameters, "case_number = ", "case", criteria.caseNumber());
    and(where, parameters, "debtor_id = ", "debtor", criteria.debtorId());
    and(where, parameters, "kind = ", "kind", criteria.kind() == null ? null : criteria.kind().name());
    and(where, parameters, "at >= ", "from", utcOrNull(criteria.from()));
    and(where, parameters, "at < ", "before", utcOrNull(criteria.before()));
    return where.toString();
  }

  private static void and(StringBuilder where, Map<String, Object> parameters, String condition, String name,
      @Nullable Object value) {
    if (value != null) {
      where.append(" and ").append(condition).append(':').append(name);
      parameters.put(name, value);
    }
  }

  private static AuditEvent read(ResultSet row, int number) throws SQLException {
    return new AuditEvent(row.getLong("event_id"), instant(row, "at"),
        Kind.valueOf(row.getString("kind")), row.getString("user_id"),
        instantOrNull(row, "deleted_at"), row.getString("address"),
        row.getString("case_number"), row.getString("debtor_id"), row.getString("about"),
        row.getString("detail"), row.getInt("times"));
  }
}
