package io.remit.node;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Knows whether the database is the one in which Remit has worked, or a copy of it. PostgreSQL numbers its servers and
 * their databases; what a dump brings into another one are the numbers of the old. While somebody has not said what the
 * copy is, Remit does not start in it: the world has gone on since the dump, and the copy knows nothing of that.
 *
 * <p>A database that is copied as the server's files keeps its numbers and is not known by them. H2 has none.
 */
@Component
@DependsOnDatabaseInitialization
public class HomeDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(HomeDatabase.class);

  /** No day's work takes as many numbers of one kind. */
  private static final int NUMBERS_LEFT_OUT = 100_000;

  private static final String SEQUENCES = """
      select seqrelid::regclass as number, has_sequence_privilege(seqrelid, 'update') as settable
        from pg_sequence join pg_class on pg_class.oid = seqrelid
       where relnamespace = current_schema()::regnamespace
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Duration rest;
  private final @Nullable String here;

  /**
   * @param moved the copy into which Remit moved, as the refusal names it: nothing ran since the dump
   * @param restored the copy that takes the place of a database that had gone on since the dump
   * @param rest for how long nothing goes out by itself then
   * @throws UnknownDatabaseException if this is a copy and is neither
   */
  HomeDatabase(DataSource database, JdbcClient jdbc, PlatformTransactionManager transactions,
      @Value("${remit.database.moved:}") String moved, @Value("${remit.database.restored:}") String restored,
      @Value("${remit.database.rest:7d}") Duration rest) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.rest = rest;
    this.here = isPostgres(database) ? identity() : null;
    if (here != null) {
      recognise(here, moved, restored);
    }
  }

  private void recognise(String identity, String moved, String restored) {
    Optional<String> known = known();
    if (known.isEmpty()) {
      writeDown(identity);
    } else if (!known.get().equals(identity)) {
      if (identity.equals(moved)) {
        jdbc.sql("update home_database set identity = :here").param("here", identity).update();
      } else if (!identity.equals(restored)) {
        throw new UnknownDatabaseException(identity);
      }
    }
  }

  private void writeDown(String identity) {
    try {
      jdbc.sql("insert into home_database (only_row, identity) values (1, :here)").param("here", identity).update();
    } catch (DuplicateKeyException anotherNodeDid) {
      // Then it is there.
    }
  }

  /**
   * In a database that was restored, does once what has to be done before anything goes out; other nodes that start
   * meanwhile wait. From then on the database is the one in which Remit works. Numbers that the lost one may have given
   * after the dump are left out: somebody outside may know them.
   *
   * @param now the begin of the rest
   * @param settle what to do, in the same transaction; not called where nothing was restored
   */
  public void settleOnce(Instant now, Runnable settle) {
    if (here == null || known().filter(here::equals).isPresent()) {
      return;
    }
    transaction.executeWithoutResult(status -> {
      String known = jdbc.sql("select identity from home_database for update").query(String.class).single();
      if (!known.equals(here)) {
        settle.run();
        leaveNumbersOut();
        jdbc.sql("update home_database set identity = :here, rest_until = :until").param("here", here)
            .param("until", OffsetDateTime.ofInstant(now.plus(rest), ZoneOffset.UTC)).update();
      }
    });
  }

  /** One by one where the role by which Remit runs may take numbers but not set them. */
  private void leaveNumbersOut() {
    jdbc.sql("select count(setval(number, nextval(number) + :count)) from (" + SEQUENCES + ") numbers where settable")
        .param("count", NUMBERS_LEFT_OUT).query(Long.class).single();
    jdbc.sql("select count(nextval(number)) from (" + SEQUENCES + """
        ) numbers, generate_series(1, :count) where not settable
        """).param("count", NUMBERS_LEFT_OUT).query(Long.class).single();
  }

  /** Until when nothing goes out by itself, since the database was restored; empty if nothing holds it up. */
  public Optional<Instant> restsUntil(Instant now) {
    return jdbc.sql("select rest_until from home_database where rest_until > :now")
        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC)).query(OffsetDateTime.class).optional()
        .map(OffsetDateTime::toInstant);
  }

  private Optional<String> known() {
    return jdbc.sql("select identity from home_database").query(String.class).optional();
  }

  /**
   * The same as long as it is neither dropped nor restored elsewhere, by whatever name it is called; null where
   * PostgreSQL does not tell.
   */
  private @Nullable String identity() {
    try {
      return jdbc.sql("""
          select system_identifier || '-' || (select oid from pg_database where datname = current_database())
            from pg_control_system()
          """).query(String.class).single();
    } catch (BadSqlGrammarException | PermissionDeniedDataAccessException notTold) {
      LOG.warn("PostgreSQL does not tell which server it is (pg_control_system): a copy is not recognised");
      return null;
    }
  }

  private static boolean isPostgres(DataSource database) {
    return Objects.equals("PostgreSQL", new JdbcTemplate(database).execute((ConnectionCallback<String>)
        (Connection connection) -> connection.getMetaData().getDatabaseProductName()));
  }
}
