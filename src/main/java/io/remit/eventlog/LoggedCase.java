package io.remit.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one case to those who read logs. There is no personal data in it: cases, payments and matters have
 * Remit's own numbers, accounts are counted within their case, of people it says only whether staff or Remit acted, and
 * nothing that somebody wrote is in it.
 *
 * @param events as they happened
 * @param objects the case first
 */
record LoggedCase(String caseNumber, List<Event> events, List<LoggedObject> objects) {

  /**
   * Something that happened.
   *
   * @param id unique in the log
   * @param activity the element as it is drawn, or a word such as {@code Payment}
   * @param transition {@code start}, {@code complete} or {@code ate_abort}, as XES names them
   * @param process key of the model, or {@code remit} of what is in no drawing
   * @param element id of the element of the model, or the kind of entry
   * @param actor {@code staff} or {@code remit}
   * @param about ids of the objects that it is about, with what it is to them; the case is always there
   */
  record Event(String id, Instant at, String activity, String transition, String process, String element, String actor,
      Map<String, String> about) {
  }

  /**
   * Something that events are about.
   *
   * @param type such as {@code promise}
   * @param since when it came to be
   * @param attributes words and numbers that tell more
   * @param partOf the case that it belongs to; null of the case itself
   */
  record LoggedObject(String id, String type, Instant since, Map<String, String> attributes, @Nullable String partOf) {
  }
}
