package io.remit.audit.seal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of the trail: their rows are added, sealed, and never changed. */
public enum TrailTable {
  /** Who asked for what, of which debtor. */
  AUDIT_EVENT("event_id", "at", columns("at", "kind", "user_id", "address", "case_number", "debtor_id", "detail",
      "about", "times")),
  /** How it was answered. */
  AUDIT_ANSWER("answer_id", "at", columns("event_id", "at", "kind", "about", "status")),
  /** How often it was repeated. */
  AUDIT_REPEAT("repeat_id", "at", columns("event_id", "at", "times")),
  /** What was done to users' accounts. */
  USER_CHANGE("change_id", "at", columns("at", "user_id", "what", "group_id", "user_name", "changed_by", "address")),
  /** The timeline of the cases. */
  CASE_EVENT("event_id", "at", columns("case_number", "at", "type", "channel", "actor", "text", "data"),
      "text = '***', data = null"),
  /** What was booked on the accounts. */
  LEDGER_ENTRY("entry_id", "booked_at", columns("account_number", "type", "reference", "reverses", "amount",
      "overdue_amount", "currency", "value_date", "booked_at", "file_id", "line", "actor", "reason", "booking_date",
      "booking_date_told"), "reason = null"),
  /** Each step of a suit. */
  COURT_STEP("step_id", "recorded_at", columns("filing_id", "kind", "happened_on", "court", "reference", "amount",
      "costs", "owed_by_debtor", "recorded_by", "recorded_at", "note"), "court = null, reference = null, note = null"),
  /** Files that arrived at partners, law firms and courts. */
  FILE_DELIVERY("file_delivery_id", "delivered_at", columns("correspondent", "file_name", "way", "bytes", "sha256",
      "delivered_at")),
  /** Files that partners sent. */
  PARTNER_FILE("file_id", "taken_at", columns("partner_id", "file_name", "sha256", "status", "applied_lines",
      "taken_at")),
  /** Which placements were in which batch for a partner. */
  PLACEMENT_BATCH_CASE("entry_id", null, columns("batch_id", "placement_id", "currency", "outstanding_amount",
      "overdue_amount", "days_past_due", "commission_percent")),
  /** Each line of the files of changes that partners get. Whether a partner took it comes later: not sealed. */
  PARTNER_CHANGE("change_id", null, columns("partner_id", "line_number", "change_file_id", "placement_id", "kind",
      "booked_on", "amount", "currency", "outstanding_amount", "overdue_amount", "channel", "until_on", "field_name",
      "field_value"), "field_value = null", "taken", "refusal"),
  /** Which rows of the trail a rule removed, or whose words it erased. */
  TRAIL_ERASURE("erasure_id", "at", columns("table_name", "first_id", "last_id", "digest_after", "older_than",
      "reason", "erased_by", "at"));

  private final String idColumn;
  private final @Nullable String timeColumn;
  private final List<String> sealed;
  private final @Nullable String erasing;
  private final List<String> unsealed;

  TrailTable(String idColumn, @Nullable String timeColumn, List<String> sealed) {
    this(idColumn, timeColumn, sealed, null);
  }

  TrailTable(String idColumn, @Nullable String timeColumn, List<String> sealed, @Nullable String erasing,
      String... unsealed) {
    this.idColumn = idColumn;
    this.timeColumn = timeColumn;
    this.sealed = sealed;
    this.erasing = erasing;
    this.unsealed = List.of(unsealed);
  }

  private static List<String> columns(String... names) {
    return List.of(names);
  }

  /** The table of this name, in small letters; empty if it is none of the trail. */
  public static Optional<TrailTable> named(String tableName) {
    return Arrays.stream(values()).filter(table -> table.tableName().equals(tableName)).findFirst();
  }

  /** What it is called in the database. */
  public String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of the number by which its rows are sealed. */
  public String idColumn() {
    return idColumn;
  }

  /** The column that tells when a row was added, by Remit's clock; null if there is none. */
  @Nullable String timeColumn() {
    return timeColumn;
  }

  /** The columns that the seals cover beside the id, in the order of a row's text. */
  List<String> sealedColumns() {
    return sealed;
  }

  /** The columns that may change after a row was added. */
  public List<String> unsealedColumns() {
    return unsealed;
  }

  /** The columns that name a debtor, and get another name when the debtor is erased. */
  List<String> namingColumns() {
    return switch (this) {
      case AUDIT_EVENT -> List.of("debtor_id");
      case LEDGER_ENTRY -> List.of("account_number", "reference", "reverses");
      default -> List.of();
    };
  }

  /** Whether an erasure changes its rows. */
  public boolean canBeErased() {
    return erasing != null || !namingColumns().isEmpty();
  }

  /** How the words that people typed, and what is known of a debtor, are set when they are erased. */
  Optional<String> erasing() {
    return Optional.ofNullable(erasing);
  }
}
