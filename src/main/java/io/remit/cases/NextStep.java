package io.remit.cases;

import java.time.LocalDate;

/**
 * The stage that the model would bring a case to next.
 *
 * @param earliest the business date on which it would, unless something holds the case up; never an earlier one
 */
public record NextStep(Stage stage, LocalDate earliest) {
}
