package io.remit.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers every delivered file by its content, and what became of it. */
@Component
class IntakeFiles {

  /** How a file stands. */
  private enum Stored {
    /** Being applied, or left so by a node that died: applied again when it is delivered again. */
    RUNNING,
    APPLIED,
    /** Some rows met an internal failure: applied again when it is delivered again. */
    APPLIED_IN_PART,
    REFUSED
  }

  private static final int LONGEST_MESSAGE = 300;

  private final JdbcClient database;
  private final JdbcTemplate batchDatabase;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;
  private final Clock clock;

  IntakeFiles(JdbcTemplate database, PlatformTransactionManager transactions, ObjectMapper json, Clock clock) {
    this.database = JdbcClient.create(database);
    this.batchDatabase = database;
    this.transaction = new TransactionTemplate(transactions);
    this.json = json;
    this.clock = clock;
  }

  /**
   * What became of this content if it was applied before in a way that covers this kind, and still stands: an arrears file
   * is applied again if another one has spoken of one of its products since. A payments file is known for ever.
   */
  <C> Optional<FileOutcome<C>> findApplied(FileKind kind, String sha256, Class<C> counts) {
    return database.sql("""
        select file_id, row_count, applied from intake_file
        where kind in (:kinds) and sha256 = :sha256 and status = :status
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
        .param("status", Stored.APPLIED.name())
        .query((row, number) -> new FileOutcome<>(row.getLong("file_id"), sha256, IntakeStatus.ALREADY_APPLIED,
            row.getLong("row_count"), read(row.getString("applied"), counts), rejectionsOf(row.getLong("file_id"))))
        .optional();
  }

  /**
   * Notes that the file is being applied; the same content keeps the number that it was given first, and who it came from.
   *
   * @param deliveredBy user id, or null for a file of the inbox
   */
  long begin(FileKind kind, String sha256, String deliveredBy) {
    Optional<Long> known = idOf(kind, sha256);
    if (known.isEmpty()) {
      database.sql("""
          insert into intake_file (kind, sha256, status, row_count, applied, rejected_count, started_at, delivered_by)
          values (:kind, :sha256, :status, 0, '{}', 0, :now, :by)""")
          .param("kind", kind.name())
          .param("sha256", sha256)
          .param("status", Stored.RUNNING.name())
          .param("now", now())
          .param("by", deliveredBy)
          .update();
      return idOf(kind, sha256).orElseThrow();
    }
    database.sql("update intake_file set status = :status, started_at = :now, finished_at = null where file_id = :file")
        .param("status", Stored.RUNNING.name())
        .param("now", now())
        .param("file", known.get())
        .update();
    return known.get();
  }

  /** A pass over an arrears file names a product, from which moment on what other files said of it may be old. */
  void names(long run, long fileId, String product) {
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

  /** @throws org.springframework.dao.DataAccessException if the database does not answer */
  void checkDatabase() {
    database.sql("select count(*) from intake_lock").query(Long.class).single();
  }

  private Optional<Long> idOf(FileKind kind, String sha256) {
    return database.sql("select file_id from intake_file where kind = :kind and sha256 = :sha256")
        .param("kind", kind.name())
        .param("sha256", sha256)
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

  private static Stored storedStatusOf(FileOutcome<?> outcome) {
    if (outcome.status() == IntakeStatus.REFUSED) {
      return Stored.REFUSED;
    }
    boolean everyRowTried = outcome.rejected().stream()
        .noneMatch(rejection -> rejection.rule().equals(SplitBatches.NOT_APPLIED.rule()));
    return everyRowTried ? Stored.APPLIED : Stored.APPLIED_IN_PART;
  }

  private static String bounded(String message) {
    return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
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
      return json.readValue(counts, type);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("The counts of a file cannot be read", corrupt);
    }
  }
}
