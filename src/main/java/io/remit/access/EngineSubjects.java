package io.remit.access;

import io.remit.audit.AuditTrail.Subject;
import io.remit.cases.MatterKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom or what an id of the engine means. It is read from the engine's tables, for its queries would ask what the
 * caller may see, and read values that are made when they are read.
 */
@Repository
class EngineSubjects {

  /** Beyond, it is no id of the engine. */
  private static final Pattern ID = Pattern.compile("[\\p{Graph}&&[^\\p{Cntrl}]]{1,64}");

  private final JdbcClient jdbc;

  EngineSubjects(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What has ids, by the word before the id in a path. */
  private enum Thing {
    TASK("task", "act_hi_taskinst", "proc_inst_id_"),
    PROCESS_INSTANCE("process-instance", "act_hi_procinst", "proc_inst_id_"),
    EXECUTION("execution", "act_ru_execution", "proc_inst_id_"),
    VARIABLE("variable-instance", "act_ru_variable", "proc_inst_id_"),
    JOB("job", "act_ru_job", "process_instance_id_"),
    JOB_LOG("job-log", "act_hi_job_log", "process_instance_id_"),
    INCIDENT("incident", "act_ru_incident", "proc_inst_id_"),
    EXTERNAL_TASK("external-task", "act_ru_ext_task", "proc_inst_id_"),
    DECISION("decision-instance", "act_hi_decinst", "proc_inst_id_"),
    USER("user", "act_id_user", null),
    MEMBER("members", "act_id_user", null),
    GROUP("group", "act_id_group", null),
    FILTER("filter", "act_ru_filter", null),
    DEPLOYMENT("deployment", "act_re_deployment", null),
    PROCESS("process-definition", "act_re_procdef", null),
    JOB_DEFINITION("job-definition", "act_ru_jobdef", null),
    BATCH("batch", "act_hi_batch", null);

    private static final Map<String, Thing> BY_WORD =
        Arrays.stream(values()).collect(Collectors.toMap(thing -> thing.word, Function.identity()));

    private final String word;
    private final String table;
    private final @Nullable String instanceColumn;

    /** @param instanceColumn that names the process instance; null where there is none */
    Thing(String word, String table, @Nullable String instanceColumn) {
      this.word = word;
      this.table = table;
      this.instanceColumn = instanceColumn;
    }
  }

  /** Something that exists. */
  private record Found(String id, @Nullable String businessKey) {

    Subject subject() {
      return new Subject(businessKey == null ? null : MatterKey.caseNumberIn(businessKey), null, null, id);
    }
  }

  /** What the last id in a path means, each behind a word that says what it is; nothing if it means nothing. */
  Subject in(List<String> path) {
    Subject subject = Subject.NOTHING;
    for (int i = 1; i < path.size(); i++) {
      Subject found = of(path.get(i - 1), path.get(i));
      subject = found.equals(Subject.NOTHING) ? subject : found;
    }
    return subject;
  }

  private Subject of(String word, String id) {
    if (!ID.matcher(id).matches()) {
      return Subject.NOTHING;
    }
    if (word.equals("authorization")) {
      return holderOfAuthorization(id);
    }
    Thing thing = Thing.BY_WORD.get(word);
    return thing == null ? Subject.NOTHING : find(thing, id).map(Found::subject).orElse(Subject.NOTHING);
  }

  private Optional<Found> find(Thing thing, String id) {
    String query = thing.instanceColumn == null
        ? "select id_, cast(null as varchar(255)) from " + thing.table + " where id_ = :id"
        : "select t.id_, coalesce(i.business_key_, r.business_key_) from " + thing.table + " t"
            + " left join act_hi_procinst i on i.proc_inst_id_ = t." + thing.instanceColumn
            + " left join act_hi_procinst r on r.proc_inst_id_ = i.root_proc_inst_id_ where t.id_ = :id";
    return jdbc.sql(query).param("id", id).query((row, number) -> new Found(row.getString(1), row.getString(2)))
        .optional();
  }

  private Subject holderOfAuthorization(String id) {
    return jdbc.sql("select coalesce(user_id_, group_id_) from act_ru_authorization where id_ = :id").param("id", id)
        .query((row, number) -> new Subject(null, null, null, row.getString(1))).optional().orElse(Subject.NOTHING);
  }

  boolean isUser(String id) {
    return isThere(Thing.USER, id);
  }

  boolean isGroup(String id) {
    return isThere(Thing.GROUP, id);
  }

  private boolean isThere(Thing thing, String id) {
    return ID.matcher(id).matches() && find(thing, id).isPresent();
  }
}
