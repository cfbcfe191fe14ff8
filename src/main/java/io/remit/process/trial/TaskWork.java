package io.remit.process.trial;

import io.remit.cases.BusinessCalendar;
import io.remit.trial.Lived.Work;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the tasks that were made in a copy. It had no history, so that all there is was made in it. */
@Component
@Profile("trial")
class TaskWork {

  /** Of tasks that are somebody's from their beginning, or a partner's. */
  private static final String NOBODY_IN_PARTICULAR = "-";

  private final JdbcClient jdbc;
  private final RepositoryService repository;
  private final BusinessCalendar calendar;

  TaskWork(JdbcClient jdbc, RepositoryService repository, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.repository = repository;
    this.calendar = calendar;
  }

  private record Drawn(String definitionId, String task) {
  }

  /** The tasks of each day and group. */
  List<Work> byDayAndGroup() {
    Map<Drawn, String> groups = new HashMap<>();
    Map<Work, Long> counts = new HashMap<>();
    jdbc.sql("select proc_def_id_, task_def_key_, start_time_ from act_hi_taskinst where proc_def_id_ is not null")
        .query(row -> {
          Drawn drawn = new Drawn(row.getString(1), row.getString(2));
          LocalDate day = calendar.dayOf(row.getTimestamp(3).toInstant());
          counts.merge(new Work(day, groups.computeIfAbsent(drawn, this::groupOf), 0), 1L, Long::sum);
        });
    List<Work> all = new ArrayList<>();
    counts.forEach((of, count) -> all.add(new Work(of.day(), of.group(), count)));
    return all;
  }

  private String groupOf(Drawn task) {
    ProcessDefinition drawing = repository.getProcessDefinition(task.definitionId());
    TaskDefinition drawn = ((ProcessDefinitionEntity) drawing).getTaskDefinitions().get(task.task());
    String groups = Objects.requireNonNull(drawn, task.task()).getCandidateGroupIdExpressions().stream()
        .filter(each -> each.isLiteralText()).map(each -> each.getExpressionText()).sorted()
        .collect(Collectors.joining(" "));
    return groups.isEmpty() ? NOBODY_IN_PARTICULAR : groups;
  }
}
