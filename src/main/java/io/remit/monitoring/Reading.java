package io.remit.monitoring;

import java.util.List;

/**
 * One value that operators watch.
 *
 * @param metric its name, such as {@code remit.cases}
 * @param tags names and values in turn; every reading of a metric has the same names, and no personal data
 */
public record Reading(String metric, List<String> tags, Number value) {

  /** @param tags names and values in turn */
  public static Reading of(String metric, Number value, String... tags) {
    return new Reading(metric, List.of(tags), value);
  }
}
