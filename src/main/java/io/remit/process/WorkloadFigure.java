package io.remit.process;

import io.remit.figures.Figure;
import io.remit.figures.Measure;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How much work waits for whom: from the engine's open tasks, which know no history, so of now whatever the period. */
@Configuration(proxyBeanMethods = false)
class WorkloadFigure {

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
              from act_ru_task t
              join act_ru_execution e on e.id_ = t.proc_inst_id_
              join collection_case c
                on c.case_number = substring(e.business_key_ from 1 for position('-' in e.business_key_ || '-') - 1)
              left join act_ru_identitylink i
                on i.task_id_ = t.id_ and i.type_ = 'candidate' and i.group_id_ is not null
            """);
  }
}
