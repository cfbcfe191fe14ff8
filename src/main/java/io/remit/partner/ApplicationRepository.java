package io.remit.partner;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.partner.PartnerApplication.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The applications of those who want to become partners. */
@Repository
class ApplicationRepository {

  private final JdbcClient jdbc;

  ApplicationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return the application's id */
  long insert(PartnerApplication application) {
    KeyHolder key = new GeneratedKeyHolder();
    Licence licence = application.licence();
    jdbc.sql("""
        insert into partner_application (status, name, kind, places, licence_number, licence_authority, licence_expires,
          email, received_at)
        values (:status, :name, :kind, :places, :number, :authority, :expires, :email, :at)
        """).param("status", application.status().name()).param("name", application.name())
        .param("kind", application.kind().name())
        .param("places", PartnerRepository.joined(application.places()))
        .param("number", licence == null ? null : licence.number())
        .param("authority", licence == null ? null : licence.authority())
        .param("expires", licence == null ? null : licence.expires()).param("email", application.email())
        .param("at", utc(application.receivedAt())).update(key, "application_id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** How many nobody has decided on. */
  int open() {
    return jdbc.sql("select count(*) from partner_application where status in ('RECEIVED', 'PROPOSED')")
        .query(Integer.class).single();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such application */
  PartnerApplication get(long applicationId) {
    return jdbc.sql("""
        select application_id, status, name, kind, places, licence_number, licence_authority, licence_expires, email,
               received_at, reviewed_by, reviewed_at, reason
          from partner_application where application_id = :id
        """).param("id", applicationId).query(ApplicationRepository::read).single();
  }

  /** @param reason why it is turned down, or null */
  void reviewed(long applicationId, Status status, String by, Instant at, @Nullable String reason) {
    jdbc.sql("""
        update partner_application set status = :status, reviewed_by = :by, reviewed_at = :at, reason = :reason
         where application_id = :id
        """).param("status", status.name()).param("by", by).param("at", utc(at)).param("reason", reason)
        .param("id", applicationId).update();
  }

  /** @param reason why it is turned down, or null */
  void decided(long applicationId, Status status, String by, Instant at, @Nullable String reason) {
    jdbc.sql("""
        update partner_application set status = :status, decided_by = :by, decided_at = :at, reason = :reason
         where application_id = :id
        """).param("status", status.name()).param("by", by).param("at", utc(at)).param("reason", reason)
        .param("id", applicationId).update();
  }

  /** Nobody needs the address of somebody who was turned down and knows it. */
  void forgetAddress(long applicationId) {
    jdbc.sql("update partner_application set email = '' where application_id = :id and status = 'REJECTED'")
        .param("id", applicationId).update();
  }

  private static PartnerApplication read(ResultSet row, int number) throws SQLException {
    return new PartnerApplication(row.getLong("application_id"), Status.valueOf(row.getString("status")),
        row.getString("name"), PartnerKind.valueOf(row.getString("kind")),
        PartnerRepository.places(row), PartnerRepository.licence(row),
        row.getString("email"), instant(row, "received_at"), row.getString("reviewed_by"),
        instantOrNull(row, "reviewed_at"), row.getString("reason"));
  }
}
