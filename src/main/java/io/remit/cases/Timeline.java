package io.remit.cases;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.sql.CollectedRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened in a case, for people to read; entries are added and never changed. */
@Repository
public class Timeline {

  /** The actor of what Remit does by itself. */
  public static final String SYSTEM = "remit";

  private static final String INSERT = """
      insert into case_event (case_number, at, type, channel, actor, text, data) values (?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final CollectedRows<Object[]> added;

  Timeline(JdbcClient jdbc, JdbcTemplate rows, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.added = CollectedRows.of("case_event", entries -> rows.batchUpdate(INSERT, entries));
  }

  /**
   * One thing that happened.
   *
   * @param type the name of its {@link EntryKind}, or what an older Remit had stored
   * @param channel the name of the {@link Channel} of a contact, else null
   * @param actor a user id, or {@link #SYSTEM}
   * @param data a further detail such as a reason or an amount, or null
   */
  public record Event(Instant at, String type, @Nullable String channel, String actor, String text,
      @Nullable String data) {
  }

  public void add(String caseNumber, EntryKind kind, String actor, String text) {
    add(caseNumber, kind, actor, text, null);
  }

  /** @param data a further detail, or null */
  public void add(String caseNumber, EntryKind kind, String actor, String text, @Nullable String data) {
    add(caseNumber, kind, null, actor, text, data);
  }

  /** @param channel of a contact, else null */
  public void add(String caseNumber, EntryKind kind, @Nullable Channel channel, String actor, String text,
      @Nullable String data) {
    added.add(new Object[] {caseNumber, utc(clock.instant()), kind.name(), nameOf(channel), actor, text, data});
  }

  /** Something that happened to a debtor: it is told in each of the debtor's cases that is not closed. */
  public void addToOpenCases(String debtorId, EntryKind kind, String actor, String text, @Nullable String data) {
    addToOpenCases(debtorId, kind, null, actor, text, data);
  }

  /** As above, of a contact by a channel. */
  public void addToOpenCases(String debtorId, EntryKind kind, @Nullable Channel channel, String actor, String text,
      @Nullable String data) {
    jdbc.sql("""
        insert into case_event (case_number, at, type, channel, actor, text, data)
        select case_number, cast(:at as timestamp with time zone), :type, :channel, :actor, :text, :data
          from collection_case where debtor_id = :debtor and status <> 'CLOSED' order by case_number
        """).param("at", utc(clock.instant())).param("type", kind.name())
        .param("channel", nameOf(channel)).param("actor", actor).param("text", text).param("data", data)
        .param("debtor", debtorId).update();
  }

  /** What happened, oldest first. */
  public List<Event> of(String caseNumber) {
    return jdbc.sql("""
        select at, type, channel, actor, text, data from case_event where case_number = :case order by event_id
        """).param("case", caseNumber).query((row, number) -> new Event(
            instant(row, "at"), row.getString("type"), row.getString("channel"),
            row.getString("actor"), row.getString("text"), row.getString("data"))).list();
  }

  private static @Nullable String nameOf(@Nullable Channel channel) {
    return channel == null ? null : channel.name();
  }
}
