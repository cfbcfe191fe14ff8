package io.remit.process.migration;

import io.remit.model.MigrationInstructions;
import io.remit.release.migration.ProcessVersions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of models and what runs in them, as the engine has them. What is counted of many is read by SQL. */
@Component
class EngineProcessVersions implements ProcessVersions {

  private static final int SUSPENDED = 2;

  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final Clock clock;

  EngineProcessVersions(@Lazy ProcessEngine engine, JdbcClient jdbc, Clock clock) {
    this.engine = engine;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<Version> newest() {
    return asRemit(() -> repository().createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey()
        .asc().list().stream().map(EngineProcessVersions::version).toList());
  }

  @Override
  public Optional<Version> newest(String process) {
    return asRemit(() -> repository().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion()
        .list().stream().map(EngineProcessVersions::version).findFirst());
  }

  @Override
  public List<Version> others(String process) {
    return asRemit(() -> repository().createProcessDefinitionQuery().processDefinitionKey(process)
        .orderByProcessDefinitionVersion().desc().list().stream().skip(1).map(EngineProcessVersions::version)
        .toList());
  }

  private static Version version(ProcessDefinition of) {
    return new Version(of.getId(), of.getKey(), of.getName() == null ? of.getKey() : of.getName(),
        of.getVersionTag() == null ? "none" : of.getVersionTag(), of.getVersion());
  }

  @Override
  public List<Place> places(String fromDefinition, String toDefinition, MigrationInstructions instructions) {
    return asRemit(() -> MovePlan.between(engine, fromDefinition, toDefinition, instructions).places());
  }

  @Override
  public long count(String definitionId) {
    return jdbc.sql("select count(*) from act_ru_execution where proc_def_id_ = :definition and parent_id_ is null")
        .param("definition", definitionId).query(Long.class).single();
  }

  @Override
  public long countThatStay(String definitionId, Collection<String> elements) {
    return jdbc.sql("""
        select count(distinct proc_inst_id_) from act_ru_execution
         where proc_def_id_ = :definition and (act_id_ in (:elements) or suspension_state_ = :suspended)
        """).param("definition", definitionId).param("elements", elements.isEmpty() ? List.of("") : elements)
        .param("suspended", SUSPENDED).query(Long.class).single();
  }

  @Override
  public Map<String, Long> standing(String definitionId) {
    Map<String, Long> standing = new HashMap<>();
    jdbc.sql("""
        select act_id_, count(distinct proc_inst_id_) as processes from act_ru_execution
         where proc_def_id_ = :definition and act_id_ is not null group by act_id_
        """).param("definition", definitionId)
        .query(row -> {
          standing.put(row.getString("act_id_"), row.getLong("processes"));
        });
    return standing;
  }

  @Override
  public List<OpenProcess> open(String definitionId, String after, int limit) {
    return jdbc.sql("""
        select id_, business_key_ from act_ru_execution
         where proc_def_id_ = :definition and parent_id_ is null and id_ > :after order by id_ limit :limit
        """).param("definition", definitionId).param("after", after).param("limit", limit)
        .query((row, number) -> new OpenProcess(row.getString("id_"), row.getString("business_key_"))).list();
  }

  @Override
  public List<Standing> standing(String definitionId, Collection<String> processIds) {
    Map<String, List<String>> elements = jdbc.sql("""
        select distinct proc_inst_id_, act_id_ from act_ru_execution
         where proc_inst_id_ in (:processes) and act_id_ is not null order by proc_inst_id_, act_id_
        """).param("processes", processIds)
        .query((row, number) -> Map.entry(row.getString("proc_inst_id_"), row.getString("act_id_"))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    List<String> busy = jdbc.sql("""
        select distinct process_instance_id_ from act_ru_job
         where process_instance_id_ in (:processes) and lock_owner_ is not null and lock_exp_time_ > :now
        """).param("processes", processIds).param("now", Timestamp.from(clock.instant()))
        .query(String.class).list();
    return jdbc.sql("""
        select id_, suspension_state_ from act_ru_execution
         where id_ in (:processes) and proc_def_id_ = :definition
        """).param("processes", processIds).param("definition", definitionId)
        .query((row, number) -> new Standing(row.getString("id_"),
            elements.getOrDefault(row.getString("id_"), List.of()), row.getInt("suspension_state_") == SUSPENDED,
            busy.contains(row.getString("id_")))).list();
  }

  @Override
  public void move(String fromDefinition, String toDefinition, MigrationInstructions instructions,
      List<String> processIds) {
    asRemit(() -> {
      MovePlan plan = MovePlan.between(engine, fromDefinition, toDefinition, instructions);
      try {
        engine.getRuntimeService().newMigration(plan.engines()).processInstanceIds(processIds).skipCustomListeners()
            .skipIoMappings().execute();
      } catch (MigratingProcessInstanceValidationException refused) {
        throw new CannotMoveException(refused.getMessage());
      }
      processIds.forEach(process -> redate(process, instructions));
      return plan;
    });
  }

  private void redate(String processId, MigrationInstructions instructions) {
    if (!instructions.redate().isEmpty()) {
      ManagementService management = engine.getManagementService();
      List<String> timers = new ArrayList<>();
      management.createJobQuery().processInstanceId(processId).timers().list().stream()
          .filter(job -> instructions.redate().contains(((JobEntity) job).getActivityId()))
          .forEach(job -> timers.add(job.getId()));
      timers.forEach(timer -> management.recalculateJobDuedate(timer, false));
    }
  }

  @Override
  public <T> T asRemit(Supplier<T> work) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(work::get));
  }

  private RepositoryService repository() {
    return engine.getRepositoryService();
  }
}
