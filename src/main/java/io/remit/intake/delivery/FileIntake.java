package io.remit.intake.delivery;

import io.remit.intake.csv.FileRefused;
import io.remit.intake.csv.SpooledFile;
import io.remit.sql.DatabaseAway;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is the same for every delivered file: it is recognised by its content, applied once, and its end is noted. */
@Component
public class FileIntake {

  private static final Logger LOG = LoggerFactory.getLogger(FileIntake.class);

  private final Spool spool;
  private final IntakeLock lock;
  private final IntakeFiles files;

  /** @param lock held while a file is applied */
  public FileIntake(Spool spool, IntakeLock lock, IntakeFiles files) {
    this.spool = spool;
    this.lock = lock;
    this.files = files;
  }

  /**
   * Applies the content, or answers what became of it when it was applied before.
   *
   * @param deliveredBy user id of who sent it, or null for a file of the inbox
   * @param nothing the counts of a file of which nothing is applied
   * @throws IOException if the content cannot be read to its end; nothing is applied then
   * @throws IntakeInterrupted if an unexpected failure stopped the pass
   */
  public <C> FileOutcome<C> take(InputStream content, FileKind kind, @Nullable String deliveredBy, C nothing,
      FilePass<C> pass) throws IOException {
    return take(content, kind, null, deliveredBy, nothing, pass);
  }

  /**
   * The same for a file that tells the books of a day: told of another day, the same content is another file.
   *
   * @param asOf the day that was named with the file, or null
   */
  public <C> FileOutcome<C> take(InputStream content, FileKind kind, @Nullable LocalDate asOf,
      @Nullable String deliveredBy, C nothing, FilePass<C> pass) throws IOException {
    try (SpooledFile file = spool.store(content)) {
      return takeAlone(file, kind, asOf, deliveredBy, nothing, pass);
    }
  }

  @SuppressWarnings("try") // the lock is held, not used
  private <C> FileOutcome<C> takeAlone(SpooledFile file, FileKind kind, @Nullable LocalDate asOf,
      @Nullable String deliveredBy, C nothing, FilePass<C> pass) {
    long[] begun = {0};
    try (IntakeLock.Held held = lock.acquire()) {
      @SuppressWarnings("unchecked")
      Class<C> counts = (Class<C>) nothing.getClass();
      Optional<FileOutcome<C>> earlier = files.findApplied(kind, file.sha256(), asOf, counts);
      if (earlier.isPresent()) {
        return earlier.get();
      }
      begun[0] = files.begin(kind, file.sha256(), asOf, deliveredBy);
      return apply(begun[0], file, kind, nothing, pass);
    } catch (IOException | RuntimeException failure) {
      LOG.error("Intake of {} (sha256 {}) was interrupted: {}", kind, file.sha256Prefix(), FailureTrace.of(failure));
      files.interrupted(begun[0]);
      throw new IntakeInterrupted(DatabaseAway.isFull(failure));
    }
  }

  private <C> FileOutcome<C> apply(long fileId, SpooledFile file, FileKind kind, C nothing, FilePass<C> pass)
      throws IOException {
    LOG.info("File {} ({}, sha256 {}): {} bytes", fileId, kind, file.sha256Prefix(), file.size());
    FileOutcome<C> outcome;
    try {
      var applied = pass.over(file, fileId, new Progress(fileId, file.size(), System::nanoTime, files::progress));
      outcome = new FileOutcome<>(fileId, file.sha256(), IntakeStatus.APPLIED, applied.rows(), applied.counts(),
          applied.rejected());
    } catch (FileRefused refused) {
      outcome = new FileOutcome<>(fileId, file.sha256(), IntakeStatus.REFUSED, 0, nothing, refused.reasons());
    }
    files.finish(outcome);
    LOG.info("File {}: {}, {} rows, {} rejected, {}", fileId, outcome.status(), outcome.rows(),
        outcome.rejected().size(), outcome.counts());
    return outcome;
  }
}
