package io.remit.release;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;
import static io.remit.sql.Moments.utcOrNull;

import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The releases with their files, kept for good, and which of them runs. */
@Repository
class ReleaseRepository {

  private static final String SELECT = """
      select release_number, label, comment_text, based_on, sha256, status, proposed_by, proposed_at, decided_by,
             decided_at, decision_note, deployed_at, restores, deployment_id
        from model_release
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;

  ReleaseRepository(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.rows = new JdbcTemplate(dataSource);
  }

  /** The number of the release that runs; empty before there is one. */
  Optional<Integer> running() {
    return Optional.ofNullable(jdbc.sql("select release_number from running_release").query(
        (row, number) -> new Pointer(row.getObject(1, Integer.class))).single().number());
  }

  /** The same, and nobody else proposes or deploys until the transaction ends. */
  Optional<Integer> lockRunning() {
    jdbc.sql("select running_id from running_release where running_id = 1 for update").query(Integer.class).single();
    return running();
  }

  private record Pointer(@Nullable Integer number) {
  }

  void setRunning(int number) {
    jdbc.sql("update running_release set release_number = :number where running_id = 1").param("number", number)
        .update();
  }

  Optional<Release> find(int number) {
    return jdbc.sql(SELECT + "where release_number = :number").param("number", number)
        .query(ReleaseRepository::read).optional();
  }

  /** The newest first. */
  List<Release> newest(int most) {
    return jdbc.sql(SELECT + "order by release_number desc limit :most").param("most", most)
        .query(ReleaseRepository::read).list();
  }

  /** The release that waits with exactly these files. */
  Optional<Release> waitingWith(String sha256) {
    return jdbc.sql(SELECT + "where sha256 = :sha256 and status = 'PROPOSED' order by release_number limit 1")
        .param("sha256", sha256).query(ReleaseRepository::read).optional();
  }

  /** The newest release that ran with exactly these files, and runs no more. */
  Optional<Release> replacedWith(String sha256) {
    return jdbc.sql(SELECT + "where sha256 = :sha256 and status in ('REPLACED', 'ROLLED_BACK')"
        + " order by release_number desc limit 1").param("sha256", sha256).query(ReleaseRepository::read).optional();
  }

  /** How many releases of somebody wait. */
  int waitingOf(String userId) {
    return jdbc.sql("select count(*) from model_release where status = 'PROPOSED' and proposed_by = :by")
        .param("by", userId).query(Integer.class).single();
  }

  /** Which release each deployment of the engine came with. */
  Map<String, Release> byDeployment() {
    Map<String, Release> found = new HashMap<>();
    jdbc.sql(SELECT + "where deployment_id is not null").query(ReleaseRepository::read).list()
        .forEach(release -> found.put(String.valueOf(release.deploymentId()), release));
    return found;
  }

  /** The number that the next release gets; for who has locked which one runs. */
  int nextNumber() {
    return jdbc.sql("select coalesce(max(release_number), 0) + 1 from model_release").query(Integer.class).single();
  }

  /** Stores a release with its files; content that another release has is not stored twice. */
  void insert(Release release, ModelFolder folder) {
    jdbc.sql("""
        insert into model_release (release_number, label, comment_text, based_on, sha256, status, proposed_by,
          proposed_at, decided_by, decided_at, decision_note, deployed_at, restores, deployment_id)
        values (:number, :label, :comment, :based, :sha256, :status, :proposedBy, :proposedAt, :decidedBy, :decidedAt,
          :note, :deployedAt, :restores, :deployment)
        """).param("number", release.number()).param("label", release.label()).param("comment", release.comment())
        .param("based", release.basedOn()).param("sha256", release.sha256()).param("status", release.status().name())
        .param("proposedBy", release.proposedBy()).param("proposedAt", utc(release.proposedAt()))
        .param("decidedBy", release.decidedBy()).param("decidedAt", utcOrNull(release.decidedAt()))
        .param("note", release.decisionNote()).param("deployedAt", utcOrNull(release.deployedAt()))
        .param("restores", release.restores()).param("deployment", release.deploymentId()).update();
    Map<String, String> digests = ReleaseFiles.digests(folder);
    Set<String> known = new HashSet<>(jdbc.sql("select sha256 from model_content where sha256 in (:digests)")
        .param("digests", digests.values()).query(String.class).list());
    List<ModelFile> unknown =
        folder.files().stream().filter(file -> known.add(digests.get(file.name()))).toList();
    rows.batchUpdate("insert into model_content (sha256, content) values (?, ?)", unknown, unknown.size() + 1,
        (row, file) -> {
          row.setString(1, digests.get(file.name()));
          row.setBytes(2, file.content());
        });
    rows.batchUpdate("insert into model_release_file (release_number, file_name, sha256) values (?, ?, ?)",
        digests.entrySet(), digests.size() + 1, (row, file) -> {
          row.setInt(1, release.number());
          row.setString(2, file.getKey());
          row.setString(3, file.getValue());
        });
  }

  /** The SHA-256 of each file of a release by its name, in the order of the names. */
  List<StoredFile> files(int number) {
    return jdbc.sql("""
        select f.file_name, f.sha256, octet_length(c.content) as size_in_bytes
          from model_release_file f join model_content c on c.sha256 = f.sha256
         where f.release_number = :number
        """).param("number", number).query((row, index) -> new StoredFile(row.getString("file_name"),
            row.getString("sha256"), row.getLong("size_in_bytes"))).list().stream()
        .sorted((one, other) -> one.name().compareTo(other.name())).toList();
  }

  /** A file of a release. */
  record StoredFile(String name, String sha256, long bytes) {
  }

  /** The SHA-256 of one file of a release; empty if it has none of this name. */
  Optional<String> digest(int number, String name) {
    return jdbc.sql("select sha256 from model_release_file where release_number = :number and file_name = :name")
        .param("number", number).param("name", name).query(String.class).optional();
  }

  Optional<byte[]> content(int number, String name) {
    return jdbc.sql("""
        select c.content from model_release_file f join model_content c on c.sha256 = f.sha256
         where f.release_number = :number and f.file_name = :name
        """).param("number", number).param("name", name).query((row, index) -> row.getBytes("content")).optional();
  }

  /** All files of a release. */
  ModelFolder folder(int number) {
    return ModelFolder.of(jdbc.sql("""
        select f.file_name, c.content from model_release_file f join model_content c on c.sha256 = f.sha256
         where f.release_number = :number
        """).param("number", number)
        .query((row, index) -> new ModelFile(row.getString("file_name"), row.getBytes("content"))).list());
  }

  void decided(int number, ReleaseStatus status, String by, Instant at, @Nullable String note) {
    jdbc.sql("""
        update model_release set status = :status, decided_by = :by, decided_at = :at, decision_note = :note
         where release_number = :number
        """).param("status", status.name()).param("by", by).param("at", utc(at)).param("note", note)
        .param("number", number).update();
  }

  void deployed(int number, Instant at, @Nullable String deploymentId) {
    jdbc.sql("""
        update model_release set status = 'RUNNING', deployed_at = :at, deployment_id = :deployment
         where release_number = :number
        """).param("at", utc(at)).param("deployment", deploymentId).param("number", number).update();
  }

  void setStatus(int number, ReleaseStatus status) {
    jdbc.sql("update model_release set status = :status where release_number = :number").param("status", status.name())
        .param("number", number).update();
  }

  /** What waits was changed from models that run no more. */
  void outdateWaiting() {
    jdbc.sql("update model_release set status = 'OUT_OF_DATE' where status = 'PROPOSED'").update();
  }

  private static Release read(ResultSet row, int index) throws SQLException {
    return new Release(row.getInt("release_number"), row.getString("label"), row.getString("comment_text"),
        row.getObject("based_on", Integer.class), row.getString("sha256"),
        ReleaseStatus.valueOf(row.getString("status")), row.getString("proposed_by"), instant(row, "proposed_at"),
        row.getString("decided_by"), instantOrNull(row, "decided_at"), row.getString("decision_note"),
        instantOrNull(row, "deployed_at"), row.getObject("restores", Integer.class), row.getString("deployment_id"));
  }
}
