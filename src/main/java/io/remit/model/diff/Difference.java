package io.remit.model.diff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that differs between two models. The values are those of the files, in no language;
 * {@link DifferenceWords} says them.
 *
 * @param file within the folder of models
 * @param element the id of what differs; empty where it has none
 * @param name as it is drawn or labelled; empty where it has none
 * @param detail which of its details differs, such as {@code group} or the label of a column; empty if all of it does
 * @param before what was there; empty if nothing was
 * @param after what is there now; empty if nothing is
 * @param where it is found, such as {@code in} with the name of a stage, or {@code row} with its place
 * @param facts what else helps to recognise it: the conditions of a row, the details of a new step
 */
public record Difference(String file, Kind kind, What what, String element, String name, String detail, String before,
    String after, Map<String, String> where, Map<String, String> facts) {

  /** What a difference is about. */
  public enum Kind {
    FILE, PROCESS, ELEMENT, FLOW, PICTURE, DECISION, COLUMN, ROW, CELL, FORM, FIELD, OPTION, SENTENCE, ENTRY, VALUE
  }

  /** What happened to it. */
  public enum What {
    ADDED, REMOVED, CHANGED, RENAMED, MOVED, UNREADABLE
  }

  /** Keeps the order of the maps. */
  public Difference {
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  static Difference of(Kind kind, What what, String element, String name) {
    return new Difference("", kind, what, element, name, "", "", "", Map.of(), Map.of());
  }

  Difference in(String newFile) {
    return new Difference(newFile, kind, what, element, name, detail, before, after, where, facts);
  }

  Difference detail(String newDetail) {
    return new Difference(file, kind, what, element, name, newDetail, before, after, where, facts);
  }

  Difference values(String newBefore, String newAfter) {
    return new Difference(file, kind, what, element, name, detail, newBefore, newAfter, where, facts);
  }

  Difference where(String key, String value) {
    if (value.isEmpty()) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(where);
    more.put(key, value);
    return new Difference(file, kind, what, element, name, detail, before, after, more, facts);
  }

  Difference facts(Map<String, String> newFacts) {
    return new Difference(file, kind, what, element, name, detail, before, after, where, newFacts);
  }
}
