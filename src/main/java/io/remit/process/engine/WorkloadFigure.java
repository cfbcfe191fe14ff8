package io.remit.process.engine;

import io.remit.figures.Figure;
import io.remit.figures.Measure;
import io.remit.figures.Ratio;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much work waits for whom: of the open tasks and cases, which know no history, so of now whatever the period. */
@Configuration(proxyBeanMethods = false)
class WorkloadFigure {

  private static final String TASKS = """
      act_ru_task t
              join act_ru_execution e on e.id_ = t.proc_inst_id_
              join collection_case c
                on c.case_number = substring(e.business_key_ from 1 for position('-' in e.business_key_ || '-') - 1)
              left join act_ru_identitylink i
                on i.task_id_ = t.id_ and i.type_ = 'candidate' and i.group_id_ is not null
      """;
  private static final int WEEK = 7;

  @Bean
  Figure openTasksFigure() {
    return new Figure("workload", "Open tasks by group and collector",
        "tasks that are open now, and those of them whose due date is over, whatever period is asked for",
        "none: two counts", "the engine's tasks", Figure.Needs.NO_SNAPSHOT,
        List.of("team", "collector", "task"),
        List.of(Measure.cases(), Measure.count("open_tasks"), Measure.count("overdue_tasks")), List.of(), false,
        scope -> """
            select c.case_number, c.currency, coalesce(i.group_id_, 'none') as team,
                   coalesce(t.assignee_, 'unassigned') as collector, t.task_def_key_ as task, 1 as open_tasks,
                   case when t.due_date_ < :now then 1 else 0 end as overdue_tasks
              from %s
            """.formatted(TASKS));
  }

  /**
   * The minutes are those by which the cases are divided. Whoever was a collector and is none any more has work, if
   * any, and no capacity; so has everybody of the groups whose capacity nobody knows.
   */
  @Bean
  Figure capacityFigure() {
    return new Figure("capacity", "Work against capacity",
        "minutes of work that the open cases are expected to be in a week; beside them tasks open now, and those due "
            + "before tomorrow; whatever period is asked for",
        "minutes of the collector's working days from today until in six days, without absences; empty where no "
            + "capacity is known",
        "the engine's tasks, collection_case, collector, collector_absence", Figure.Needs.NO_SNAPSHOT,
        List.of("team", "collector"),
        List.of(Measure.cases(), Measure.count("open_tasks"), Measure.count("due_tasks"),
            Measure.count("work_minutes"), Measure.count("capacity_minutes")),
        List.of(new Ratio("load", "work_minutes", "capacity_minutes", List.of("team", "collector"))), false,
        scope -> """
            select c.case_number, c.currency, coalesce(i.group_id_, 'none') as team,
                   coalesce(t.assignee_, 'unassigned') as collector, 1 as open_tasks,
                   case when t.due_date_ < :tomorrow then 1 else 0 end as due_tasks,
                   cast(null as integer) as work_minutes, cast(null as integer) as capacity_minutes
              from %s
            union all
            select case_number, currency, 'collectors', coalesce(collector, 'unassigned'), 0, 0, expected_minutes, null
              from collection_case
             where status = 'OPEN' and stage not in ('REMINDER', 'MESSAGE') and expected_minutes > 0
            union all
            select null, null, 'collectors', k.user_id, 0, 0, 0, k.daily_minutes
              from collector k
              join act_id_membership m on m.user_id_ = k.user_id and m.group_id_ = 'collectors'
              join %s on position(d.weekday in k.working_days) > 0
             where not exists (select 1 from collector_absence a
                                where a.user_id = k.user_id and d.on_day between a.first_day and a.last_day)
            """.formatted(TASKS, week(scope.calendar().today())));
  }

  /** The days of a week as a table: each {@code on_day} with its {@code weekday}. */
  private static String week(LocalDate first) {
    return first.datesUntil(first.plusDays(WEEK))
        .map(day -> "(date '%s', '%s')".formatted(day, day.getDayOfWeek()))
        .collect(Collectors.joining(", ", "(values ", ") as d(on_day, weekday)"));
  }
}
