package io.remit.intake;

import io.remit.cases.BusinessCalendar;
import io.remit.intake.delivery.FailureTrace;
import io.remit.intake.delivery.FileKind;
import io.remit.intake.delivery.FileProgress;
import io.remit.intake.delivery.IntakeFiles;
import io.remit.intake.delivery.IntakeResult;
import io.remit.intake.delivery.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes files in for whose end nobody waits. What is received lies in the work folder until it is applied: a node that
 * died takes its jobs up again when it starts, and where nodes share a work folder another one does.
 */
@Component
class IntakeJobs {

  private static final Logger LOG = LoggerFactory.getLogger(IntakeJobs.class);
  private static final long PAUSE_AFTER_FAILURE = Duration.ofMinutes(1).toNanos();

  private final Spool spool;
  private final IntakeFiles files;
  private final ArrearsIntake arrears;
  private final PaymentsIntake payments;
  private final BusinessCalendar calendar;
  private final int most;
  /** Held while the content of a job comes or goes together with what is noted of it. */
  private final Object keeping = new Object();
  /** Of jobs that failed: the machine's time, not that of the business, before which they are left alone. */
  private final Map<Long, Long> postponed = new HashMap<>();

  IntakeJobs(Spool spool, IntakeFiles files, ArrearsIntake arrears, PaymentsIntake payments, BusinessCalendar calendar,
      @Value("${remit.intake.most-jobs:20}") int most) {
    this.spool = spool;
    this.files = files;
    this.arrears = arrears;
    this.payments = payments;
    this.calendar = calendar;
    this.most = most;
  }

  /** That as many files wait as may. */
  static final class TooManyJobs extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyJobs(int most) {
      super(most + " files wait to be taken in; send this one again later");
    }
  }

  /**
   * Keeps a file as a job.
   *
   * @param query the query with which it was sent, or null
   * @param asOf the day of the creditor's books that it names, or null
   * @param deliveredBy user id
   * @return how the file stands: it is done already if the same content was applied before and still stands
   * @throws IOException if the content cannot be read to its end
   */
  FileProgress receive(InputStream content, FileKind kind, @Nullable String query, @Nullable LocalDate asOf,
      String deliveredBy) throws IOException {
    if (files.waitingJobs() >= most) {
      throw new TooManyJobs(most);
    }
    try (Spool.KeptFile kept = spool.keep(content)) {
      Optional<Long> standing = files.findStanding(kind, kept.sha256(), asOf);
      if (standing.isPresent()) {
        return files.progressOf(standing.get()).orElseThrow();
      }
      synchronized (keeping) {
        kept.moveTo(pathOf(kind, kept.sha256(), asOf));
        return files.progressOf(files.receive(kind, kept.sha256(), asOf, query, deliveredBy)).orElseThrow();
      }
    }
  }

  /** Takes in what waits, one file after the other. */
  @Scheduled(fixedDelayString = "${remit.intake.job-poll:1s}")
  synchronized void work() {
    files.interruptIfNobodyWorks();
    for (IntakeFiles.Job job = next(); job != null; job = next()) {
      takeIn(job);
    }
  }

  private IntakeFiles.@Nullable Job next() {
    List<IntakeFiles.Job> jobs = files.jobs();
    postponed.values().removeIf(until -> System.nanoTime() - until > 0);
    return jobs.stream().filter(job -> !postponed.containsKey(job.fileId()))
        .filter(job -> Files.isRegularFile(pathOf(job))).findFirst().orElse(null);
  }

  private void takeIn(IntakeFiles.Job job) {
    Path path = pathOf(job);
    try (InputStream content = Files.newInputStream(path)) {
      IntakeResult result = apply(job, content);
      if (result.fileId() != job.fileId()) {
        files.copyOutcome(job.fileId(), result.fileId());
      }
      synchronized (keeping) {
        if (files.jobDone(job.fileId())) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException | RuntimeException failure) {
      postponed.put(job.fileId(), System.nanoTime() + PAUSE_AFTER_FAILURE);
      LOG.error("The job of file {} is tried again: {}", job.fileId(), FailureTrace.of(failure));
    }
  }

  private IntakeResult apply(IntakeFiles.Job job, InputStream content) throws IOException {
    if (job.kind() == FileKind.PAYMENTS) {
      return payments.apply(content, job.deliveredBy());
    }
    IntakeQuery query = queryOf(job);
    return arrears.apply(content, query.complete(), query.asOf(), job.deliveredBy());
  }

  private IntakeQuery queryOf(IntakeFiles.Job job) {
    return IntakeQuery.of(job.query(), calendar.today());
  }

  private Path pathOf(IntakeFiles.Job job) {
    return pathOf(job.kind(), job.sha256(), queryOf(job).asOf());
  }

  private Path pathOf(FileKind kind, String sha256, @Nullable LocalDate asOf) {
    return spool.jobs().resolve(sha256 + "-" + kind.name() + (asOf == null ? "" : "-" + asOf));
  }
}
