package io.remit.outside;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.OutsideWork.Who;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Remembers what has to be told outside. Of one case and one who works on it there is at most one open notice: what
 * changes while somebody has the task to tell is added to it.
 */
@Component
public class OutsideNotices {

  private static final String ACKNOWLEDGED = "ACKNOWLEDGED";

  private final OutsideNoticeRepository notices;
  private final BusinessCalendar calendar;

  OutsideNotices(OutsideNoticeRepository notices, BusinessCalendar calendar) {
    this.notices = notices;
    this.calendar = calendar;
  }

  /**
   * One thing that changed.
   *
   * @param what in a word, such as {@code PAID} or {@code INSOLVENCY}
   */
  public record Change(String what, Instant at) {
  }

  /** What became of a change that is to be told. */
  public enum Raised {
    /** A notice was opened for it: somebody needs the task to tell. */
    OPENED,
    /** It was added to the notice that is open. */
    ADDED,
    /** It is the last thing that the open notice says. */
    KNOWN
  }

  /** Something has to be told. */
  public Raised raise(String caseNumber, Who who, String what) {
    Optional<Long> open = notices.openOf(caseNumber, who);
    List<Change> known = open.map(notices::changesOf).orElse(List.of());
    if (!known.isEmpty() && known.get(known.size() - 1).what().equals(what)) {
      return Raised.KNOWN;
    }
    notices.add(open.orElseGet(() -> notices.insert(caseNumber, who, calendar.now())), what, calendar.now());
    return open.isPresent() ? Raised.ADDED : Raised.OPENED;
  }

  /** What is still to be told, oldest first; nothing if no notice is open. */
  public List<Change> toTell(String caseNumber, Who who) {
    return notices.openOf(caseNumber, who).map(notices::changesOf).orElse(List.of());
  }

  /** The newest of some kinds of changes that was ever to be told, from a moment on. */
  public Optional<String> newest(String caseNumber, Who who, Instant from, Collection<String> among) {
    return notices.newest(caseNumber, who, from, among);
  }

  /** The newest change that was ever to be told, from a moment on, beside some kinds. */
  public Optional<String> newestBeside(String caseNumber, Who who, Instant from, Collection<String> these) {
    return notices.newestBeside(caseNumber, who, from, these);
  }

  /** When a person last told something, or found that nothing need be told; empty if nobody ever did. */
  public Optional<Instant> lastTold(String caseNumber, Who who) {
    return notices.lastClosed(caseNumber, who, ACKNOWLEDGED);
  }

  /**
   * Whoever is outside said that they know it already: no person has told it. Nothing happens if no notice is open.
   *
   * @param by who said so
   */
  public void acknowledged(String caseNumber, Who who, String by) {
    close(caseNumber, who, ACKNOWLEDGED, by);
  }

  /**
   * It was told, or need not be any more. Nothing happens if no notice is open.
   *
   * @param outcome in a word, such as {@code CORRECTED}
   * @param by user id
   */
  public void close(String caseNumber, Who who, String outcome, String by) {
    notices.close(caseNumber, who, outcome, by, calendar.now());
  }
}
