package io.remit.release.migration;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.cases.MatterKey;
import io.remit.model.MigrationInstructions;
import io.remit.release.migration.Migration.Item;
import io.remit.release.migration.Migration.Outcome;
import io.remit.release.migration.Migration.Progress;
import io.remit.release.migration.ProcessVersions.OpenProcess;
import io.remit.release.migration.ProcessVersions.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The migrations, and what became of each of their cases. */
@Repository
class MigrationRepository {

  private static final String SELECT = """
      select migration_id, process, from_definition, from_version, to_definition, to_version, kind, instructions,
             started_by, started_at, finished_at
        from model_migration
      """;
  private static final String SELECT_ITEM = """
      select process_id, business_key, outcome, code, why, element_id, element_name, settled_at
        from model_migration_item
      """;
  private static final String OF_OUTCOME =
      " where migration_id = :migration and (outcome = :outcome or cast(:outcome as varchar(10)) is null) ";

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;
  private final ObjectMapper json;

  MigrationRepository(JdbcClient jdbc, DataSource dataSource, ObjectMapper json) {
    this.jdbc = jdbc;
    this.rows = new JdbcTemplate(dataSource);
    this.json = json;
  }

  /**
   * @return its number
   * @throws org.springframework.dao.DuplicateKeyException if cases of the same version are being moved
   */
  long insert(Migration migration) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into model_migration (process, from_definition, from_version, to_definition, to_version, kind,
          instructions, under_way, started_by, started_at)
        values (:process, :fromDefinition, :fromVersion, :toDefinition, :toVersion, :kind, :instructions,
          :fromDefinition, :by, :at)
        """).param("process", migration.process()).param("fromDefinition", migration.fromDefinition())
        .param("fromVersion", migration.fromVersion()).param("toDefinition", migration.toDefinition())
        .param("toVersion", migration.toVersion()).param("kind", migration.kind().name())
        .param("instructions", written(migration.instructions()))
        .param("by", migration.startedBy()).param("at", utc(migration.startedAt())).update(key, "migration_id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  void insertItems(long migrationId, List<OpenProcess> processes) {
    rows.batchUpdate("""
        insert into model_migration_item (migration_id, process_id, business_key, case_number) values (?, ?, ?, ?)
        """, processes, processes.size() + 1, (row, process) -> {
          String key = process.businessKey();
          row.setLong(1, migrationId);
          row.setString(2, process.processId());
          row.setString(3, key);
          row.setString(4, key == null ? null : MatterKey.caseNumberIn(key));
        });
  }

  /** Whether orders to move from one version to another name all of these processes. */
  boolean nameAll(Version from, Version to, List<OpenProcess> processes) {
    return jdbc.sql("""
        select count(distinct i.process_id) from model_migration_item i
          join model_migration m on m.migration_id = i.migration_id
         where m.from_definition = :from and m.to_definition = :to and i.process_id in (:processes)
        """).param("from", from.definitionId()).param("to", to.definitionId())
        .param("processes", processes.stream().map(OpenProcess::processId).toList()).query(Integer.class).single()
        == processes.size();
  }

  Optional<Migration> find(long migrationId) {
    return jdbc.sql(SELECT + "where migration_id = :migration").param("migration", migrationId)
        .query(this::read).optional();
  }

  /** Those that are not finished, the oldest first. */
  List<Migration> underWay() {
    return jdbc.sql(SELECT + "where finished_at is null order by migration_id").query(this::read).list();
  }

  /** The newest first. */
  List<Migration> newest(int page, int size) {
    return jdbc.sql(SELECT + "order by migration_id desc limit :size offset :offset").param("size", size)
        .param("offset", (long) page * size).query(this::read).list();
  }

  long count() {
    return jdbc.sql("select count(*) from model_migration").query(Long.class).single();
  }

  /** Those that led from one of these versions to another of them, the oldest first. */
  List<Migration> among(Collection<String> definitionIds) {
    return jdbc.sql(SELECT + """
        where from_definition in (:definitions) and to_definition in (:definitions) order by migration_id
        """).param("definitions", definitionIds).query(this::read).list();
  }

  Progress progress(long migrationId) {
    return jdbc.sql("""
        select count(*) as total, count(case when outcome = 'MOVED' then 1 end) as moved,
               count(case when outcome = 'STAYED' then 1 end) as stayed,
               count(case when outcome = 'ENDED' then 1 end) as ended
          from model_migration_item where migration_id = :migration
        """).param("migration", migrationId).query((row, number) -> new Progress(row.getLong("total"),
            row.getLong("moved"), row.getLong("stayed"), row.getLong("ended"))).single();
  }

  /** Takes the next cases whose turn it is, that no other node has taken, until the transaction ends. */
  List<Item> claim(long migrationId, Instant now, int limit) {
    return jdbc.sql(SELECT_ITEM + """
         where migration_id = :migration and outcome is null and (not_before is null or not_before <= :now)
         order by process_id limit :limit for update skip locked
        """).param("migration", migrationId).param("now", utc(now)).param("limit", limit)
        .query(MigrationRepository::readItem).list();
  }

  /** Takes those of these cases that nothing became of yet, and that no other node has taken. */
  List<Item> claim(long migrationId, Collection<String> processIds) {
    return jdbc.sql(SELECT_ITEM + """
         where migration_id = :migration and process_id in (:processes) and outcome is null
         order by process_id for update skip locked
        """).param("migration", migrationId).param("processes", processIds)
        .query(MigrationRepository::readItem).list();
  }

  /** Notes what became of cases. */
  void settle(long migrationId, List<Item> items) {
    rows.batchUpdate("""
        update model_migration_item
           set outcome = ?, code = ?, why = ?, element_id = ?, element_name = ?, settled_at = ?
         where migration_id = ? and process_id = ?
        """, items, items.size() + 1, (row, item) -> {
          row.setString(1, Objects.requireNonNull(item.outcome()).name());
          row.setString(2, item.code());
          row.setString(3, item.why());
          row.setString(4, item.element());
          row.setString(5, item.elementName());
          row.setObject(6, utc(Objects.requireNonNull(item.settledAt())));
          row.setLong(7, migrationId);
          row.setString(8, item.processId());
        });
  }

  /** Lets a case wait, and says how often that happened to it. */
  int postpone(long migrationId, String processId, Instant notBefore) {
    jdbc.sql("""
        update model_migration_item set tries = tries + 1, not_before = :notBefore
         where migration_id = :migration and process_id = :process
        """).param("notBefore", utc(notBefore)).param("migration", migrationId).param("process", processId).update();
    return jdbc.sql("""
        select tries from model_migration_item where migration_id = :migration and process_id = :process
        """).param("migration", migrationId).param("process", processId).query(Integer.class).single();
  }

  /** All whose turn did not come stay. */
  void leaveTheRest(long migrationId, Obstacle why, Instant now) {
    jdbc.sql("""
        update model_migration_item set outcome = 'STAYED', code = :code, why = :why, settled_at = :now
         where migration_id = :migration and outcome is null
        """).param("code", why.name()).param("why", why.words()).param("now", utc(now))
        .param("migration", migrationId).update();
  }

  /** Ends a migration of which no case is left; does nothing to another. */
  void finish(long migrationId, Instant now) {
    jdbc.sql("""
        update model_migration set finished_at = :now, under_way = null
         where migration_id = :migration and finished_at is null and not exists (
           select 1 from model_migration_item i where i.migration_id = :migration and i.outcome is null)
        """).param("now", utc(now)).param("migration", migrationId).update();
  }

  /** @param outcome null for all */
  List<Item> items(long migrationId, @Nullable Outcome outcome, int page, int size) {
    return jdbc.sql(SELECT_ITEM + OF_OUTCOME + "order by business_key, process_id limit :size offset :offset")
        .param("migration", migrationId).param("outcome", outcome == null ? null : outcome.name())
        .param("size", size).param("offset", (long) page * size).query(MigrationRepository::readItem).list();
  }

  long count(long migrationId, @Nullable Outcome outcome) {
    return jdbc.sql("select count(*) from model_migration_item" + OF_OUTCOME).param("migration", migrationId)
        .param("outcome", outcome == null ? null : outcome.name()).query(Long.class).single();
  }

  /** Keeps the instructions that came with a version. */
  void keepInstructions(String definitionId, MigrationInstructions instructions) {
    String content = written(instructions);
    int there = jdbc.sql("update migration_instructions set content = :content where definition_id = :definition")
        .param("content", content).param("definition", definitionId).update();
    if (there == 0) {
      jdbc.sql("insert into migration_instructions (definition_id, content) values (:definition, :content)")
          .param("content", content).param("definition", definitionId).update();
    }
  }

  /** The instructions that came with a version. */
  Optional<MigrationInstructions> instructionsOf(String definitionId) {
    return jdbc.sql("select content from migration_instructions where definition_id = :definition")
        .param("definition", definitionId).query(String.class).optional().map(this::instructions);
  }

  private String written(MigrationInstructions instructions) {
    try {
      return json.writeValueAsString(instructions);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private MigrationInstructions instructions(String content) {
    try {
      return json.readValue(content, MigrationInstructions.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Migration read(ResultSet row, int number) throws SQLException {
    return new Migration(row.getLong("migration_id"), row.getString("process"), row.getString("from_definition"),
        row.getString("from_version"), row.getString("to_definition"), row.getString("to_version"),
        MigrationKind.valueOf(row.getString("kind")), instructions(row.getString("instructions")),
        row.getString("started_by"), instant(row, "started_at"), instantOrNull(row, "finished_at"));
  }

  private static Item readItem(ResultSet row, int number) throws SQLException {
    String outcome = row.getString("outcome");
    return new Item(row.getString("process_id"), row.getString("business_key"),
        outcome == null ? null : Outcome.valueOf(outcome), row.getString("code"), row.getString("why"),
        row.getString("element_id"), row.getString("element_name"), instantOrNull(row, "settled_at"));
  }
}
