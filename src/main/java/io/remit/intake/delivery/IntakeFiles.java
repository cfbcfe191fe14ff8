package io.remit.intake.delivery;

import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.intake.csv.Rejection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers every delivered file by its content, and what became of it. */
@Component
public class IntakeFiles {

  private static final Logger LOG = LoggerFactory.getLogger(IntakeFiles.class);
  private static final int LONGEST_MESSAGE = 300;
  private static final String PROGRESS = """
      select file_id, kind, sha256, status, row_count, applied, started_at, finished_at, received_at, delivered_by,
             rows_so_far, rows_per_second, remaining_seconds
        from intake_file
      """;

  private final JdbcClient database;
  private final JdbcTemplate batchDatabase;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;
  private final Clock clock;

  /** @param transactions each note is a transaction of its own, whatever becomes of the file */
  public IntakeFiles(JdbcTemplate database, PlatformTransactionManager transactions, ObjectMapper json, Clock clock) {
    this.database = JdbcClient.create(database);
    this.batchDatabase = database;
    this.transaction = new TransactionTemplate(transactions);
    this.json = json;
    this.clock = clock;
  }

  /**
   * What became of this content if it was applied before in a way that covers this kind, and still stands: an arrears
   * file is applied again if another one has spoken of one of its products since. A payments file is known for ever.
   */
  <C> Optional<FileOutcome<C>> findApplied(FileKind kind, String sha256, @Nullable LocalDate asOf, Class<C> counts) {
    return findStanding(kind, sha256, asOf).map(fileId -> database.sql("""
        select row_count, applied from intake_file where file_id = :file""").param("file", fileId)
        .query((row, number) -> new FileOutcome<>(fileId, sha256, IntakeStatus.ALREADY_APPLIED,
            row.getLong("row_count"), read(row.getString("applied"), counts), rejectionsOf(fileId))).single());
  }

  /** The number of the file by which this content was applied so. */
  public Optional<Long> findStanding(FileKind kind, String sha256, @Nullable LocalDate asOf) {
    return database.sql("""
        select file_id from intake_file
        where kind in (:kinds) and sha256 = :sha256 and as_of = :asOf and status = :status
          and (kind = 'PAYMENTS'
            or exists (select 1 from arrears_pass mine where mine.file_id = intake_file.file_id)
            or not exists (select 1 from arrears_pass))
          and not exists (
            select 1 from arrears_pass mine
              join arrears_pass other on other.product = mine.product and other.run > mine.run
             where mine.file_id = intake_file.file_id and other.file_id <> mine.file_id
               and mine.run = (select max(newest.run) from arrears_pass newest where newest.file_id = mine.file_id))
        order by file_id fetch first 1 rows only""")
        .param("kinds", kind.coveredBy().stream().map(FileKind::name).toList())
        .param("sha256", sha256)
        .param("asOf", named(asOf))
        .param("status", FileStatus.APPLIED.name())
        .query(Long.class)
        .optional();
  }

  /**
   * Notes that the file is being applied; the same content keeps the number that it was given first, and who it came
   * from.
   *
   * @param asOf the day of the creditor's books that was named with the file, or null
   * @param deliveredBy user id, or null for a file of the inbox
   */
  long begin(FileKind kind, String sha256, @Nullable LocalDate asOf, @Nullable String deliveredBy) {
    // Whoever begins a file holds the lock: nobody else is at work.
    interruptRunning();
    Optional<Long> known = idOf(kind, sha256, asOf);
    if (known.isEmpty()) {
      database.sql("""
          insert into intake_file (kind, sha256, as_of, status, row_count, applied, rejected_count, started_at,
              delivered_by)
          values (:kind, :sha256, :asOf, :status, 0, '{}', 0, :now, :by)""")
          .param("kind", kind.name())
          .param("sha256", sha256)
          .param("asOf", named(asOf))
          .param("status", FileStatus.APPLYING.name())
          .param("now", now())
          .param("by", deliveredBy)
          .update();
      return idOf(kind, sha256, asOf).orElseThrow();
    }
    database.sql("""
        update intake_file set status = :status, started_at = :now, finished_at = null, rows_so_far = 0,
            rows_per_second = null, remaining_seconds = null
         where file_id = :file""")
        .param("status", FileStatus.APPLYING.name())
        .param("now", now())
        .param("file", known.get())
        .update();
    return known.get();
  }

  /** A pass over an arrears file names a product, from which moment on what other files said of it may be old. */
  public void names(long run, long fileId, String product) {
    database.sql("insert into arrears_pass (run, product, file_id) values (:run, :product, :file)")
        .param("run", run).param("product", product).param("file", fileId).update();
  }

  /** Notes what became of the file, in place of what was noted of it before. */
  void finish(FileOutcome<?> outcome) {
    transaction.executeWithoutResult(status -> {
      database.sql("delete from intake_rejection where file_id = :file").param("file", outcome.fileId()).update();
      insertRejections(outcome.fileId(), outcome.rejected());
      database.sql("""
          update intake_file set status = :status, row_count = :rows, applied = :applied, rejected_count = :rejected,
              finished_at = :now
          where file_id = :file""")
          .param("status", storedStatusOf(outcome).name())
          .param("rows", outcome.rows())
          .param("applied", write(outcome.counts()))
          .param("rejected", outcome.rejected().size())
          .param("now", now())
          .param("file", outcome.fileId())
          .update();
    });
  }

  /**
   * A file whose sender does not wait.
   *
   * @param query with which it was sent, or null
   */
  public record Job(long fileId, FileKind kind, String sha256, @Nullable String query, @Nullable String deliveredBy) {
  }

  /** The jobs that nobody works on, in the order in which they came. */
  public List<Job> jobs() {
    return database.sql("""
        select file_id, kind, sha256, asked, delivered_by from intake_file
         where is_job and status in ('RECEIVED', 'INTERRUPTED') order by received_at, file_id""")
        .query((row, number) -> new Job(row.getLong("file_id"), FileKind.valueOf(row.getString("kind")),
            row.getString("sha256"), row.getString("asked"), row.getString("delivered_by"))).list();
  }

  /** How many jobs are not done. */
  public int waitingJobs() {
    return database.sql("""
        select count(*) from intake_file
         where is_job and status in ('RECEIVED', 'CHECKING', 'APPLYING', 'INTERRUPTED')""")
        .query(Integer.class).single();
  }

  /**
   * Notes that a file was received, and is taken in later.
   *
   * @param query with which it was sent, or null
   * @return its number; the same content keeps the one that it was given first
   */
  public long receive(FileKind kind, String sha256, @Nullable LocalDate asOf, @Nullable String query,
      @Nullable String deliveredBy) {
    Optional<Long> known = idOf(kind, sha256, asOf);
    if (known.isEmpty()) {
      database.sql("""
          insert into intake_file (kind, sha256, as_of, status, row_count, applied, rejected_count, started_at,
              delivered_by)
          values (:kind, :sha256, :asOf, 'RECEIVED', 0, '{}', 0, :now, :by)""")
          .param("kind", kind.name()).param("sha256", sha256).param("asOf", named(asOf)).param("now", now())
          .param("by", deliveredBy).update();
    }
    long fileId = idOf(kind, sha256, asOf).orElseThrow();
    database.sql("""
        update intake_file set is_job = true, asked = :query, received_at = :now,
            status = case when status in ('CHECKING', 'APPLYING') then status else 'RECEIVED' end
         where file_id = :file""")
        .param("query", query).param("now", now()).param("file", fileId).update();
    return fileId;
  }

  /**
   * A job was worked.
   *
   * @return false if it was received anew meanwhile
   */
  public boolean jobDone(long fileId) {
    return database.sql("update intake_file set is_job = false where file_id = :file and status <> 'RECEIVED'")
        .param("file", fileId).update() == 1;
  }

  /** What came of a file is what came of another with the same content. */
  public void copyOutcome(long fileId, long other) {
    transaction.executeWithoutResult(status -> {
      database.sql("delete from intake_rejection where file_id = :file").param("file", fileId).update();
      database.sql("""
          insert into intake_rejection (file_id, position, line, column_name, rule, message)
          select :file, position, line, column_name, rule, message from intake_rejection where file_id = :other""")
          .param("file", fileId).param("other", other).update();
      database.sql("""
          update intake_file set status = 'APPLIED', finished_at = :now,
              row_count = (select o.row_count from intake_file o where o.file_id = :other),
              applied = (select o.applied from intake_file o where o.file_id = :other),
              rejected_count = (select o.rejected_count from intake_file o where o.file_id = :other)
           where file_id = :file""")
          .param("now", now()).param("file", fileId).param("other", other).update();
    });
  }

  /** Shows how far a file is. */
  void progress(long fileId, FileStatus phase, long rows, @Nullable Long rowsPerSecond,
      @Nullable Long remainingSeconds) {
    database.sql("""
        update intake_file set status = :phase, rows_so_far = :rows, rows_per_second = :rate,
            remaining_seconds = :remaining
         where file_id = :file""")
        .param("phase", phase.name()).param("rows", rows).param("rate", rowsPerSecond)
        .param("remaining", remainingSeconds).param("file", fileId).update();
  }

  /** Marks what looks as if it was at work, and is not: its node died. */
  public void interruptIfNobodyWorks() {
    if (isAnyRunning()) {
      transaction.executeWithoutResult(status -> {
        boolean nobodyWorks = database.sql("select id from intake_lock where id = 1 for update skip locked")
            .query(Integer.class).optional().isPresent();
        if (nobodyWorks) {
          interruptRunning();
        }
      });
    }
  }

  private boolean isAnyRunning() {
    return database.sql("select count(*) from intake_file where status in ('CHECKING', 'APPLYING')")
        .query(Integer.class).single() > 0;
  }

  private void interruptRunning() {
    database.sql("update intake_file set status = 'INTERRUPTED' where status in ('CHECKING', 'APPLYING')").update();
  }

  /** A failure stopped the intake of a file; if it was the database's, the file is marked when that is back. */
  void interrupted(long fileId) {
    try {
      database.sql("update intake_file set status = 'INTERRUPTED' where file_id = :file").param("file", fileId)
          .update();
    } catch (DataAccessException lost) {
      LOG.warn("File {} cannot be marked as interrupted yet: {}", fileId, FailureTrace.of(lost));
    }
  }

  /** How far a file is, with its answer if it is done. */
  public Optional<FileProgress> progressOf(long fileId) {
    return database.sql(PROGRESS + "where file_id = :file").param("file", fileId).query(this::readProgress).optional();
  }

  /** How far the newest files are, the newest first, without their answers' rejected rows. */
  public List<FileProgress> newest(int limit) {
    return database.sql(PROGRESS + "order by coalesce(received_at, started_at) desc, file_id desc limit :limit")
        .param("limit", limit).query(this::readProgress).list();
  }

  private FileProgress readProgress(ResultSet row, int number) throws SQLException {
    FileStatus status = FileStatus.valueOf(row.getString("status"));
    boolean begun = status != FileStatus.RECEIVED;
    return new FileProgress(row.getLong("file_id"), row.getString("kind"), row.getString("sha256"), status,
        status.isDone() ? row.getLong("row_count") : begun ? row.getLong("rows_so_far") : 0,
        status.isDone() ? null : row.getObject("rows_per_second", Long.class),
        status.isDone() ? null : row.getObject("remaining_seconds", Long.class), instantOrNull(row, "received_at"),
        begun ? instantOrNull(row, "started_at") : null, instantOrNull(row, "finished_at"),
        row.getString("delivered_by"),
        status.isDone() ? answer(row, status) : null);
  }

  private IntakeResult answer(ResultSet row, FileStatus stored) throws SQLException {
    long fileId = row.getLong("file_id");
    IntakeStatus status = stored == FileStatus.REFUSED ? IntakeStatus.REFUSED : IntakeStatus.APPLIED;
    String counts = row.getString("applied");
    if (row.getString("kind").equals(FileKind.PAYMENTS.name())) {
      return PaymentsResult.of(new FileOutcome<>(fileId, row.getString("sha256"), status, row.getLong("row_count"),
          read(counts, PaymentCounts.class), rejectionsOf(fileId)));
    }
    return ArrearsResult.of(new FileOutcome<>(fileId, row.getString("sha256"), status, row.getLong("row_count"),
        read(counts, ArrearsCounts.class), rejectionsOf(fileId)));
  }

  /** @throws org.springframework.dao.DataAccessException if the database does not answer */
  void checkDatabase() {
    database.sql("select count(*) from intake_lock").query(Long.class).single();
  }

  private Optional<Long> idOf(FileKind kind, String sha256, @Nullable LocalDate asOf) {
    return database.sql("select file_id from intake_file where kind = :kind and sha256 = :sha256 and as_of = :asOf")
        .param("kind", kind.name())
        .param("sha256", sha256)
        .param("asOf", named(asOf))
        .query(Long.class)
        .optional();
  }

  private List<Rejection> rejectionsOf(long fileId) {
    return database.sql("""
        select line, column_name, rule, message from intake_rejection where file_id = :file order by position""")
        .param("file", fileId)
        .query((row, number) -> new Rejection(row.getLong("line"), row.getString("column_name"), row.getString("rule"),
            row.getString("message")))
        .list();
  }

  private void insertRejections(long fileId, List<Rejection> rejections) {
    long[] position = {0};
    batchDatabase.batchUpdate("""
        insert into intake_rejection (file_id, position, line, column_name, rule, message) values (?, ?, ?, ?, ?, ?)""",
        rejections, 1000, (statement, rejection) -> {
          statement.setLong(1, fileId);
          statement.setLong(2, ++position[0]);
          statement.setLong(3, rejection.line());
          statement.setString(4, rejection.column());
          statement.setString(5, rejection.rule());
          statement.setString(6, bounded(rejection.message()));
        });
  }

  private static FileStatus storedStatusOf(FileOutcome<?> outcome) {
    if (outcome.status() == IntakeStatus.REFUSED) {
      return FileStatus.REFUSED;
    }
    boolean everyRowTried = outcome.rejected().stream()
        .noneMatch(rejection -> rejection.rule().equals(SplitBatches.NOT_APPLIED.rule()));
    return everyRowTried ? FileStatus.APPLIED : FileStatus.APPLIED_IN_PART;
  }

  private static String named(@Nullable LocalDate asOf) {
    return asOf == null ? "" : asOf.toString();
  }

  private static String bounded(String message) {
    return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }

  private String write(Object counts) {
    try {
      return json.writeValueAsString(counts);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Counts can be written as JSON", impossible);
    }
  }

  private <C> C read(String counts, Class<C> type) {
    try {
      // what another version stored may say more
      return json.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(counts);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("The counts of a file cannot be read", corrupt);
    }
  }
}
