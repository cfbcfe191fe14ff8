package io.remit.intake.delivery;

import io.remit.intake.csv.Rejection;
import java.util.List;

/** What became of a file, with the counts of its kind. */
record FileOutcome<C>(long fileId, String sha256, IntakeStatus status, long rows, C counts, List<Rejection> rejected) {
}
