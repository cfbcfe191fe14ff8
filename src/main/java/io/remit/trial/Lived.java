package io.remit.trial;

import io.remit.figures.CostOfPeriod.Cost;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What became of a copy of the open portfolio under one set of models.
 *
 * @param byAge the stage of each open case, by its number, that its age asks for on the first day
 * @param atEnd how many of these cases are in which stage at the end, or {@code CLOSED}
 * @param contacts by day, channel and what the gate said
 * @param work tasks that were made, by day and group
 * @param drawings what became of the cases' drawings
 * @param stuck steps that failed for good
 */
public record Lived(Map<String, String> byAge, Map<String, Long> atEnd, List<Contacts> contacts, List<Work> work,
    List<Cost> cost, Drawings drawings, long stuck) {

  /**
   * Contacts of a day.
   *
   * @param answer {@code MADE}, {@code DENIED}, or {@code WAITING} for what was planned and is neither
   * @param rule by which the gate denied them; empty otherwise
   */
  public record Contacts(LocalDate day, String channel, String answer, String rule, long count) {
  }

  /**
   * Tasks that were made on a day.
   *
   * @param group whose they are, or {@code -} for those of nobody in particular
   */
  public record Work(LocalDate day, String group, long tasks) {
  }

  /**
   * Processes that ran under an older drawing.
   *
   * @param moved that go on in the newest
   * @param stayed that could not be moved and keep theirs
   */
  public record Drawings(long moved, long stayed) {
  }
}
