package io.remit.outsourcing.change;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.cases.Channel;
import io.remit.ledger.Money;
import io.remit.outsourcing.change.Change.Cells;
import io.remit.outsourcing.change.Change.Kind;
import io.remit.outsourcing.change.ChangeFile.Line;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The files of changes, and their lines. */
@Repository
class ChangeFileRepository {

  private static final String SELECT = """
      select change_file_id, partner_id, reference, business_day, key_fingerprint, composed_at, delivered_at,
             acknowledged_at
        from partner_change_file
      """;

  private final JdbcClient jdbc;

  ChangeFileRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The partner's next file of a day, without lines. */
  ChangeFile insert(String partnerId, LocalDate day, String keyFingerprint, Instant at) {
    int number = jdbc.sql("""
        select coalesce(max(number_of_day), 0) + 1 from partner_change_file
         where partner_id = :partner and business_day = :day
        """).param("partner", partnerId).param("day", day).query(Integer.class).single();
    String reference = partnerId + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-c" + number;
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into partner_change_file (partner_id, reference, business_day, number_of_day, key_fingerprint,
          composed_at)
        values (:partner, :reference, :day, :number, :key, :at)
        """).param("partner", partnerId).param("reference", reference).param("day", day).param("number", number)
        .param("key", keyFingerprint).param("at", utc(at)).update(key, "change_file_id");
    return new ChangeFile(Objects.requireNonNull(key.getKey()).longValue(), partnerId, reference, day, keyFingerprint,
        at, null, null);
  }

  /** Adds a line under the partner's next number; nobody else adds one meanwhile. */
  void add(ChangeFile file, long placementId, Change change) {
    Cells cells = change.cells();
    jdbc.sql("""
        insert into partner_change (partner_id, line_number, change_file_id, placement_id, kind, booked_on, amount,
          currency, outstanding_amount, overdue_amount, channel, until_on, field_name, field_value)
        select :partner, coalesce(max(line_number), 0) + 1, cast(:file as bigint), cast(:placement as bigint), :kind,
               cast(:bookedOn as date), cast(:amount as numeric(19, 4)), cast(:currency as varchar(3)),
               cast(:outstanding as numeric(19, 4)), cast(:overdue as numeric(19, 4)),
               cast(:channel as varchar(12)), cast(:until as date), cast(:field as varchar(20)),
               cast(:value as varchar(500))
          from partner_change where partner_id = :partner
        """).param("partner", file.partnerId()).param("file", file.changeFileId()).param("placement", placementId)
        .param("kind", change.kind().name()).param("bookedOn", cells.bookedOn()).param("amount", cells.amount())
        .param("currency", cells.currency()).param("outstanding", cells.outstanding())
        .param("overdue", cells.overdue())
        .param("channel", cells.channel() == null ? null : cells.channel().name()).param("until", cells.until())
        .param("field", cells.field()).param("value", cells.value()).update();
  }

  Optional<ChangeFile> find(String reference) {
    return jdbc.sql(SELECT + " where reference = :reference").param("reference", reference)
        .query(ChangeFileRepository::read).optional();
  }

  /** The last files for a partner, the newest first. */
  List<ChangeFile> of(String partnerId, int most) {
    return jdbc.sql(SELECT + " where partner_id = :partner order by change_file_id desc limit :most")
        .param("partner", partnerId).param("most", most).query(ChangeFileRepository::read).list();
  }

  /** Whether the partner ever said which lines of a file it took. */
  boolean wasAcknowledgedBy(String partnerId) {
    return jdbc.sql("""
        select count(*) from partner_change_file where partner_id = :partner and acknowledged_at is not null
        """).param("partner", partnerId).query(Long.class).single() > 0;
  }

  /** Its lines, in the order of their numbers. */
  List<Line> linesOf(ChangeFile file) {
    return jdbc.sql("""
        select c.line_number, c.placement_id, p.case_number, c.kind, c.booked_on, c.amount, c.currency,
               c.outstanding_amount, c.overdue_amount, c.channel, c.until_on, c.field_name, c.field_value, c.taken
          from partner_change c join placement p on p.placement_id = c.placement_id
         where c.change_file_id = :file order by c.line_number
        """).param("file", file.changeFileId()).query(ChangeFileRepository::line).list();
  }

  /** Whether the partner left a line about a case open, or refused it, in a file of after a moment. */
  boolean leavesOpen(String partnerId, String caseNumber, Instant after) {
    return jdbc.sql("""
        select count(*) from partner_change c join placement p on p.placement_id = c.placement_id
          join partner_change_file f on f.change_file_id = c.change_file_id
         where c.partner_id = :partner and p.case_number = :case and f.composed_at > :after
           and (c.taken is null or not c.taken)
        """).param("partner", partnerId).param("case", caseNumber).param("after", utc(after)).query(Long.class)
        .single() > 0;
  }

  /** @param keyFingerprint of the key for which it is sealed */
  void delivered(ChangeFile file, String keyFingerprint, Instant at) {
    jdbc.sql("""
        update partner_change_file set delivered_at = :at, key_fingerprint = :key where change_file_id = :file
        """).param("at", utc(at)).param("key", keyFingerprint).param("file", file.changeFileId()).update();
  }

  void acknowledged(ChangeFile file, Instant at) {
    jdbc.sql("update partner_change_file set acknowledged_at = :at where change_file_id = :file")
        .param("at", utc(at)).param("file", file.changeFileId()).update();
  }

  /** The partner says whether it took a line; what it says last counts. */
  void answered(ChangeFile file, long number, boolean taken, @Nullable String refusal) {
    jdbc.sql("""
        update partner_change set taken = :taken, refusal = cast(:refusal as varchar(2000))
         where partner_id = :partner and line_number = :number
        """).param("taken", taken).param("refusal", refusal).param("partner", file.partnerId())
        .param("number", number).update();
  }

  private static ChangeFile read(ResultSet row, int number) throws SQLException {
    return new ChangeFile(row.getLong("change_file_id"), row.getString("partner_id"), row.getString("reference"),
        row.getObject("business_day", LocalDate.class), row.getString("key_fingerprint"), instant(row, "composed_at"),
        instantOrNull(row, "delivered_at"), instantOrNull(row, "acknowledged_at"));
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    String channel = row.getString("channel");
    String currency = row.getString("currency");
    return new Line(row.getLong("line_number"), row.getLong("placement_id"), row.getString("case_number"),
        Kind.valueOf(row.getString("kind")), new Cells(row.getObject("booked_on", LocalDate.class),
            amount(row, "amount", currency), currency, amount(row, "outstanding_amount", currency),
            amount(row, "overdue_amount", currency), channel == null ? null : Channel.valueOf(channel),
            row.getObject("until_on", LocalDate.class), row.getString("field_name"), row.getString("field_value")),
        row.getObject("taken", Boolean.class));
  }

  private static @Nullable BigDecimal amount(ResultSet row, String column, @Nullable String currency)
      throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return amount == null || currency == null ? null : Money.inScaleOf(currency, amount);
  }
}
