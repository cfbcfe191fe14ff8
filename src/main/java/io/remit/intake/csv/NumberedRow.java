package io.remit.intake.csv;

/** What a good row says, with the line at which the row starts. */
public record NumberedRow<T>(long line, T content) {
}
