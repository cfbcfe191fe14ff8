package io.remit.safety;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.DebtorRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.News;
import io.remit.cases.Timeline;
import io.remit.person.Persons;
import io.remit.safety.SafetyNote.Level;
import io.remit.sql.Question;
import io.remit.sql.RowsOf;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notes on safety that hold: for all debtor ids of a person, until a supervisor ends them. */
@Component
public class SafetyNotes {

  private static final int LONGEST = 500;

  private static final RowsOf ITS_ROWS = RowsOf.debtors("safety_note");
  private static final String IN_FORCE = """
      select note_id, debtor_id, level, words, written_at, written_by from safety_note
       where debtor_id in (:debtors) and ended_at is null order by note_id desc
      """;

  private final JdbcClient jdbc;
  private final Question<String, List<SafetyNote>> inForce;
  private final Persons persons;
  private final DebtorRepository debtors;
  private final Timeline timeline;
  private final BusinessCalendar calendar;
  private final News news;

  SafetyNotes(JdbcClient jdbc, Persons persons, DebtorRepository debtors, Timeline timeline, BusinessCalendar calendar,
      News news) {
    this.jdbc = jdbc;
    this.inForce = Question.ofDebtors(IN_FORCE, List.of(), ids -> inForce(ids)
        .collect(Collectors.groupingBy(SafetyNote::debtorId, Collectors.toUnmodifiableList())));
    this.persons = persons;
    this.debtors = debtors;
    this.timeline = timeline;
    this.calendar = calendar;
    this.news = news;
  }

  /**
   * A note as it was entered.
   *
   * @param level a {@link Level}
   * @param words up to 500 characters
   */
  public record Entered(@Nullable String level, @Nullable String words) {
  }

  /**
   * Writes a note. Open visits that it forbids are taken back.
   *
   * @param by user id
   * @return the note's number
   * @throws io.remit.cases.InvalidInputException if a field cannot be accepted
   * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such debtor
   */
  @Transactional
  public long write(String debtorId, Entered entered, String by) {
    Level level = EnteredText.choice("level", entered.level(), Level.class);
    String words = EnteredText.required("words", entered.words(), LONGEST);
    debtors.get(debtorId);
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into safety_note (debtor_id, level, words, written_at, written_by)
        values (:debtor, :level, :words, :at, :by)
        """).param("debtor", debtorId).param("level", level.name()).param("words", words)
        .param("at", utc(calendar.now())).param("by", by).update(key, "note_id");
    timeline.addToOpenCases(debtorId, EntryKind.SAFETY, by, "A safety note was written", level.name());
    news.ofDebtor(debtorId);
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /**
   * Ends a note of the debtor.
   *
   * @param by user id
   * @return false if there is no such note in force
   */
  @Transactional
  public boolean end(String debtorId, long noteId, String by) {
    boolean ended = jdbc.sql("""
        update safety_note set ended_at = :at, ended_by = :by
         where note_id = :note and ended_at is null and debtor_id in (:debtors)
        """).param("at", utc(calendar.now())).param("by", by).param("note", noteId)
        .param("debtors", persons.idsOf(debtorId)).update() > 0;
    if (ended) {
      timeline.addToOpenCases(debtorId, EntryKind.SAFETY, by, "A safety note holds no more", null);
      news.ofDebtor(debtorId);
    }
    return ended;
  }

  /** The notes in force, the newest first. */
  public List<SafetyNote> of(String debtorId) {
    List<String> ids = persons.idsOf(debtorId);
    if (ITS_ROWS.noneOfAny(ids)) {
      return List.of();
    }
    return ids.size() == 1 ? inForce.about(debtorId) : inForce(ids).toList();
  }

  private Stream<SafetyNote> inForce(Collection<String> debtorIds) {
    return jdbc.sql(IN_FORCE).param("debtors", debtorIds)
        .query((row, number) -> new SafetyNote(row.getLong("note_id"), row.getString("debtor_id"),
            Level.valueOf(row.getString("level")), row.getString("words"), instant(row, "written_at"),
            row.getString("written_by"))).list().stream();
  }

  /** The most that the notes in force ask for; empty if there are none. */
  public Optional<Level> levelFor(String debtorId) {
    return of(debtorId).stream().map(SafetyNote::level).max(Comparator.naturalOrder());
  }

  /** Whether a note forbids to go there. */
  public boolean forbidsVisits(String debtorId) {
    return levelFor(debtorId).filter(level -> level == Level.NO_VISITS).isPresent();
  }
}
