package io.remit.intake.delivery;

import io.remit.intake.csv.Rejection;
import java.util.List;

/**
 * How many accounts an arrears file opened, updated, left unchanged and closed.
 *
 * @param closingsWaiting how many it would close if a person agreed
 * @param warnings the rows that were applied although they contradict others, by line
 */
public record ArrearsCounts(long opened, long updated, long unchanged, long closed, long closingsWaiting,
    List<Rejection> warnings) {

  public static final ArrearsCounts NONE = new ArrearsCounts(0, 0, 0, 0, 0, List.of());

  /** Files of older days were noted without warnings. */
  public ArrearsCounts {
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }
}
