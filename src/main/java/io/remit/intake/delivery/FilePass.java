package io.remit.intake.delivery;

import io.remit.intake.csv.FileRefused;
import io.remit.intake.csv.Rejection;
import io.remit.intake.csv.SpooledFile;
import java.io.IOException;
import java.util.List;

/** One reading of one kind of file from start to end, which applies what it says. */
@FunctionalInterface
public interface FilePass<C> {

  /** @throws FileRefused if the file cannot be used; nothing of it is applied then */
  Applied<C> over(SpooledFile file, long fileId, Progress progress) throws IOException, FileRefused;

  /** What came of it: how many rows there were, the counts of the kind, and the rejected rows by line. */
  record Applied<C>(long rows, C counts, List<Rejection> rejected) {
  }
}
