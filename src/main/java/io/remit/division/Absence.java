package io.remit.division;

import java.time.LocalDate;

/** Days, both included and in the creditor's zone, on which a collector is away. */
public record Absence(long absenceId, String userId, LocalDate firstDay, LocalDate lastDay) {
}
