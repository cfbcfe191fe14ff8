package io.remit.intake;

/** What a good row says, with the line at which the row starts. */
record NumberedRow<T>(long line, T content) {
}
