package io.remit.audit.seal;

import static io.remit.audit.seal.TrailTable.AUDIT_EVENT;
import static io.remit.audit.seal.TrailTable.AUDIT_REPEAT;
import static io.remit.audit.seal.TrailTable.CASE_EVENT;
import static io.remit.audit.seal.TrailTable.LEDGER_ENTRY;
import static io.remit.audit.seal.TrailTable.USER_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.remit.audit.seal.SealedTrail.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done to the trail behind Remit's back is named, and what Remit does is not. On both databases. */
@Tag("long")
class TrailProofTest {

  private static final Map<Database, SealedTrail> TRAILS = new EnumMap<>(Database.class);

  static Stream<Arguments> tables() {
    return Stream.of(Database.values())
        .flatMap(database -> Stream.of(TrailTable.values()).map(table -> Arguments.of(database, table)));
  }

  private static SealedTrail emptyOn(Database database) {
    SealedTrail trail = TRAILS.computeIfAbsent(database, SealedTrail::new);
    trail.empty();
    return trail;
  }

  @AfterAll
  static void close() {
    TRAILS.values().forEach(SealedTrail::close);
    TRAILS.clear();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aRowThatIsChangedRemovedOrInsertedIsNamed(Database database, TrailTable table) {
    SealedTrail trail = emptyOn(database);
    List<String> columns = table.sealedColumns();
    columns.forEach(column -> trail.add(table));
    int removed = columns.size() + 1;
    int inserted = columns.size() + 2;
    for (int i = removed; i <= inserted + 1; i++) {
      trail.add(table);
    }
    trail.keep(table, inserted);
    trail.delete(table, inserted);
    trail.seal();
    assertThat(trail.findings()).isEmpty();

    trail.bringBack(table);
    trail.delete(table, removed);
    for (int i = 0; i < columns.size(); i++) {
      trail.change(table, columns.get(i), i + 1);
    }
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= columns.size(); i++) {
      expected.add(table.tableName() + " " + i + " CHANGED");
    }
    expected.add(table.tableName() + " " + inserted + " INSERTED");
    expected.add(table.tableName() + " " + removed + " REMOVED");
    assertThat(trail.findings()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aRowThatIsRemovedAndComesBackIsAsItWasAndWhatIsNotSealedMayChange(Database database, TrailTable table) {
    SealedTrail trail = emptyOn(database);
    trail.add(table);
    trail.seal();
    trail.keep(table, 1);
    trail.delete(table, 1);
    assertThat(trail.findings()).containsExactly(table.tableName() + " 1 REMOVED");
    trail.bringBack(table);
    table.unsealedColumns().forEach(column -> trail.change(table, column, 1));

    assertThat(trail.findings()).isEmpty();
    Set<String> known = new HashSet<>(table.sealedColumns());
    known.addAll(table.unsealedColumns());
    known.add(table.idColumn());
    assertThat(trail.columns(table).keySet()).as("a column that is neither sealed nor said to change")
        .isEqualTo(known);
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void aRowBelowTheFirstIdIsNamed(Database database) {
    SealedTrail trail = emptyOn(database);
    trail.add(CASE_EVENT, Map.of("event_id", -7));

    assertThat(trail.findings()).containsExactly("case_event -7 INSERTED");
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void oddTextsAreSealedAsTheyAre(Database database) {
    SealedTrail trail = emptyOn(database);
    String odd = "a\"b\\c\nd\u0001\u00e4\u4e2d\ud83d\ude00'; drop table x; -- {\"at\":\"1\"}";
    long id = trail.add(CASE_EVENT, Map.of("text", odd));
    long empty = trail.add(CASE_EVENT, Map.of("data", ""));
    trail.seal();
    assertThat(trail.findings()).isEmpty();
    assertThat(trail.rows.between(CASE_EVENT, id - 1, id, 1).get(0).text()).contains(
        "\"text\":\"a\\\"b\\\\c\\u000ad\\u0001\u00e4\u4e2d\ud83d\ude00'; drop");

    trail.jdbc.sql("update case_event set data = null where event_id = :id").param("id", empty).update();
    assertThat(trail.findings()).containsExactly("case_event " + empty + " CHANGED");
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void whoAltersASealTooIsNamed(Database database) {
    SealedTrail trail = emptyOn(database);
    for (int i = 0; i < 3; i++) {
      trail.add(CASE_EVENT, Map.of("text", "as it was"));
      trail.seal();
    }
    trail.jdbc.sql("update case_event set text = 'other' where event_id = 2").update();
    String digest = trail.rows.between(CASE_EVENT, 1, 2, 1).get(0).digest();
    Seal sealed = trail.seals.after(1, 1).get(0);

    trail.jdbc.sql("update trail_seal set digests = :digests where seal_number = 2").param("digests",
        "2 " + digest + "\n").update();
    assertThat(trail.findings()).as("the digest").containsExactly("case_event 0 SEAL_ALTERED");
    Seal forged = new Seal(2, "case_event", 1, 2, 1, sealed.newest(), sealed.sealedAt(), "2 " + digest + "\n",
        sealed.previous(), "");
    trail.jdbc.sql("update trail_seal set seal_hash = :hash where seal_number = 2")
        .param("hash", forged.computedHash()).update();
    assertThat(trail.verification.verify().findings()).as("its hash").extracting(Finding::seal).containsExactly(3L);

    trail.jdbc.sql("update trail_seal set digests = 'nonsense' where seal_number = 2").update();
    assertThat(trail.findings()).contains("case_event 0 SEAL_ALTERED");
    trail.jdbc.sql("delete from trail_seal where seal_number = 2").update();
    assertThat(trail.findings()).as("all of it").containsExactly("case_event 0 SEAL_MISSING");
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void aChainThatIsMadeAnewHasNotTheSealThatSomebodyNoted(Database database) {
    SealedTrail trail = emptyOn(database);
    trail.add(CASE_EVENT);
    trail.seal();
    String noted = trail.verification.verify().head();
    trail.jdbc.sql("delete from trail_seal").update();
    trail.jdbc.sql("update case_event set text = 'other'").update();
    trail.clock.move(Duration.ofSeconds(1));
    trail.seal();

    assertThat(trail.findings()).isEmpty();
    assertThat(trail.verification.has(1, noted.substring(2))).isFalse();
    assertThat(trail.verification.has(1, trail.verification.verify().head().substring(2))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void whatIsAddedLaterThanItSaysIsNamed(Database database) {
    SealedTrail trail = emptyOn(database);
    trail.add(CASE_EVENT);
    trail.seal();
    trail.clock.move(Duration.ofDays(60));
    trail.add(CASE_EVENT);
    trail.seal();
    trail.add(CASE_EVENT, Map.of("at", trail.clock.instant().minus(Duration.ofHours(23)).atOffset(ZoneOffset.UTC)));
    long late = trail.add(CASE_EVENT,
        Map.of("at", trail.clock.instant().minus(Duration.ofDays(30)).atOffset(ZoneOffset.UTC)));
    trail.seal();

    assertThat(trail.findings()).containsExactly("case_event " + late + " LATE");
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void whoCommitsLateIsWaitedForAndHoldsNobodyUp(Database database) throws SQLException {
    SealedTrail trail = emptyOn(database);
    try (Connection slow = trail.dataSource.getConnection()) {
      slow.setAutoCommit(false);
      slow.createStatement().execute("insert into audit_repeat (event_id, at, times)"
          + " values (1, timestamp with time zone '2100-03-02 08:00:00Z', 2)");
      trail.add(AUDIT_REPEAT);
      trail.add(CASE_EVENT);
      trail.seal();

      assertThat(trail.verification.verify().sealedRows()).as("only that of the other table").isEqualTo(1);
      slow.commit();
      slow.setAutoCommit(true);
      trail.seal();

      TrailReport report = trail.verification.verify();
      assertThat(report.findings()).isEmpty();
      assertThat(List.of(report.sealedRows(), report.unsealedRows())).containsExactly(3L, 0L);
    }
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void manyWritersAndTwoSealersAtOnceGiveNoFinding(Database database) throws Exception {
    SealedTrail trail = emptyOn(database);
    ExecutorService writers = Executors.newFixedThreadPool(6);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(writers.submit(() -> writeOutOfOrder(trail)));
    }
    List<Future<?>> sealing = new ArrayList<>();
    for (Sealer each : List.of(trail.sealer, trail.newSealer())) {
      sealing.add(writers.submit(() -> {
        while (!all.stream().allMatch(Future::isDone)) {
          each.seal();
        }
      }));
    }
    for (Future<?> each : Stream.concat(all.stream(), sealing.stream()).toList()) {
      each.get();
    }
    writers.shutdown();
    trail.seal();

    TrailReport report = trail.verification.verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.sealedRows()).isEqualTo(trail.jdbc.sql("select count(*) from audit_repeat")
        .query(Long.class).single()).isGreaterThan(400);
  }

  /** 100 transactions of one to three rows, every fourth of them rolled back. */
  private static Void writeOutOfOrder(SealedTrail trail) throws SQLException {
    try (Connection connection = trail.dataSource.getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < 100; i++) {
        for (int row = 0; row <= ThreadLocalRandom.current().nextInt(3); row++) {
          connection.createStatement().execute("insert into audit_repeat (event_id, at, times)"
              + " values (1, timestamp with time zone '2100-03-02 08:00:00Z', 2)");
        }
        if (i % 4 == 3) {
          connection.rollback();
        } else {
          connection.commit();
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
    return null;
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void moreRowsThanOneSealTakesAreSealedOneAfterTheOther(Database database) {
    SealedTrail trail = emptyOn(database);
    // years old, as in a database that was there before there were seals
    trail.jdbc.sql("insert into audit_repeat (event_id, at, times) select g, timestamp with time zone"
        + " '2020-01-01 08:00:00Z', 1 from "
        + (database == Database.H2 ? "system_range(1, 2500) as t(g)" : "generate_series(1, 2500) as t(g)")).update();
    trail.seal();

    assertThat(trail.seals.after(0, 10)).extracting(Seal::rows).containsExactly(1000, 1000, 500);
    assertThat(trail.findings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void whatTheRulesRemoveIsNoFindingAndWhatAnybodyElseRemovesIs(Database database) {
    SealedTrail trail = emptyOn(database);
    trail.add(AUDIT_EVENT);
    trail.seal();
    trail.clock.move(Duration.ofDays(20));
    trail.add(AUDIT_EVENT);
    trail.add(USER_CHANGE, Map.of("user_id", "anna", "what", "CREATED"));
    trail.add(USER_CHANGE, Map.of("user_id", "bert", "what", "CREATED"));
    trail.add(USER_CHANGE, Map.of("user_id", "anna", "what", "DELETED"));
    trail.seal();
    trail.clock.move(Duration.ofDays(11));

    assertThat(trail.retention.removeBefore(trail.clock.instant().minus(Duration.ofDays(30)))).isEqualTo(1);
    assertThat(trail.findings()).isEmpty();
    trail.clock.move(Duration.ofDays(30));
    trail.add(AUDIT_EVENT);
    trail.seal();
    assertThat(trail.retention.removeBefore(trail.clock.instant().minus(Duration.ofDays(30)))).isEqualTo(3);
    assertThat(trail.retention.removeBefore(trail.clock.instant().minus(Duration.ofDays(30)))).isZero();

    trail.seal();
    TrailReport report = trail.verification.verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.erasedRows()).isEqualTo(4);
    assertThat(trail.jdbc.sql("select user_id from user_change").query(String.class).list()).containsExactly("bert");
    trail.jdbc.sql("delete from audit_event").update();
    trail.jdbc.sql("insert into trail_erasure (table_name, first_id, last_id, older_than, reason, erased_by, at)"
        + " select table_name, 1, 100, older_than, reason, erased_by, at from trail_erasure where first_id = 1"
        + " and table_name = 'audit_event'").update();
    assertThat(trail.findings()).as("a line that says a rule did it").containsExactly("audit_event 3 REMOVED");
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void wordsThatARuleErasesAreGoneAndTheSealIsGood(Database database) {
    SealedTrail trail = emptyOn(database);
    long told = trail.add(CASE_EVENT, Map.of("text", "Mrs Diaz is ill", "data", "flu"));
    long booked = trail.add(LEDGER_ENTRY, Map.of("reason", "Mrs Diaz asked for it"));
    trail.seal();

    trail.erase(CASE_EVENT, List.of(told, 4711L));
    trail.erase(LEDGER_ENTRY, List.of(booked));

    assertThat(trail.jdbc.sql("select text || coalesce(data, '') from case_event").query(String.class).single())
        .isEqualTo("***");
    assertThat(trail.findings()).isEmpty();
    trail.seal();
    assertThat(trail.verification.verify().erasedRows()).isEqualTo(2);
    trail.jdbc.sql("update case_event set text = 'She paid nothing'").update();
    assertThat(trail.findings()).as("changed after it").containsExactly("case_event " + told + " CHANGED");
  }

  @ParameterizedTest
  @EnumSource(Database.class)
  void whatIsExportedIsVerifiedWithoutRemit(Database database, @TempDir Path folder) throws Exception {
    assumeTrue(Command.isThere("python3"), "python3 is not there to verify an export");
    SealedTrail trail = emptyOn(database);
    trail.add(AUDIT_EVENT);
    trail.add(USER_CHANGE, Map.of("user_id", "anna", "what", "DELETED"));
    trail.seal();
    trail.clock.move(Duration.ofDays(31));
    for (TrailTable table : TrailTable.values()) {
      trail.add(table);
      trail.add(table);
    }
    long odd = trail.add(CASE_EVENT, Map.of("text", "a\"b\\c\nd\u0001\u2028\u00e4\ud83d\ude00"));
    trail.seal();
    trail.retention.removeBefore(trail.clock.instant().minus(Duration.ofDays(30)));
    trail.erase(CASE_EVENT, List.of(odd));
    String head = trail.verification.verify().head();

    trail.export.writeTo(folder.resolve("good"));
    Command.Answer good = Command.run("python3", folder.resolve("good/verify.py").toString(), head);
    assertThat(good.text()).contains("3 of them removed or erased by a rule", head, "the trail is as it was sealed");
    assertThat(good.status()).isZero();
    assertThat(Command.run("python3", folder.resolve("good/verify.py").toString(), "1:" + Seal.NONE).status())
        .as("a seal that is not there").isEqualTo(1);

    trail.change(LEDGER_ENTRY, "amount", 1);
    trail.delete(USER_CHANGE, 2);
    trail.add(CASE_EVENT, Map.of("event_id", 0));
    trail.jdbc.sql("update trail_seal set sealed_at = :at where seal_number = 1")
        .param("at", trail.clock.instant().atOffset(ZoneOffset.UTC)).update();
    trail.export.writeTo(folder.resolve("bad"));
    Command.Answer bad = Command.run("python3", folder.resolve("bad/verify.py").toString());
    assertThat(bad.text().lines()).contains("ledger_entry 1: was changed", "user_change 2: was removed",
        "case_event 0: was inserted among sealed rows", "seal 1, audit_event: the seal was altered", "4 findings");
    assertThat(bad.status()).isEqualTo(1);
    assertThat(trail.verification.verify().allFindings()).as("the same as Remit finds").isEqualTo(4);
    assertThatThrownBy(() -> trail.export.writeTo(folder.resolve("bad"))).hasMessageContaining("is not empty");
  }
}
