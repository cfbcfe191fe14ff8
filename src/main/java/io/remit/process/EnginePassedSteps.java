package io.remit.process;

import io.remit.eventlog.ModelGraph;
import io.remit.eventlog.ModelNode;
import io.remit.eventlog.ModelNode.Kind;
import io.remit.eventlog.ModelNode.Needs;
import io.remit.eventlog.PassedStep;
import io.remit.eventlog.PassedSteps;
import io.remit.eventlog.ProcessTrace;
import io.remit.eventlog.ProcessTrace.PastMove;
import io.remit.release.migration.Migrations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the engine's history of many cases at once, and where they wait. */
@Component
class EnginePassedSteps implements PassedSteps {

  private static final int CANCELLED = 2;
  /** Where processes begin that go on with what was begun before, by the keys of their models. */
  private static final Map<String, String> ENTRIES = Map.of(CaseModel.PROMISE, "reminder_wanted", CaseModel.PLAN,
      "plan_in_force", CaseModel.CALL, "which_outcome", CaseModel.VISIT, "which_outcome");
  private static final String MATTERS = "business_key_ like :matter";

  private final JdbcClient jdbc;
  private final RepositoryService repository;
  private final Migrations migrations;
  private final Map<String, ModelGraph> graphs = new ConcurrentHashMap<>();

  EnginePassedSteps(JdbcClient jdbc, @Lazy RepositoryService repository, @Lazy Migrations migrations) {
    this.jdbc = jdbc;
    this.repository = repository;
    this.migrations = migrations;
  }

  @Override
  public List<ProcessTrace> of(Collection<String> caseNumbers) {
    if (caseNumbers.isEmpty()) {
      return List.of();
    }
    Keys keys = new Keys(caseNumbers);
    Map<String, List<PassedStep>> steps = new HashMap<>();
    jdbc.sql("""
        select a.id_, a.proc_inst_id_, a.parent_act_inst_id_, a.act_id_, a.act_name_, a.proc_def_id_,
               a.call_proc_inst_id_, a.sequence_counter_, a.start_time_, a.end_time_, a.act_inst_state_
          from act_hi_procinst p join act_hi_actinst a on a.proc_inst_id_ = p.id_
         where %s
        """.formatted(keys.condition("p"))).params(keys.parameters()).query((row, number) ->
            steps.computeIfAbsent(row.getString("proc_inst_id_"), process -> new ArrayList<>()).add(step(row))).list();
    return jdbc.sql("""
        select p.id_, p.proc_def_key_, p.proc_def_id_, p.business_key_, p.super_process_instance_id_,
               p.start_time_, p.end_time_, p.state_
          from act_hi_procinst p where %s order by p.start_time_, p.id_
        """.formatted(keys.condition("p"))).params(keys.parameters())
        .query((row, number) -> trace(row, steps.getOrDefault(row.getString("id_"), List.of()))).list();
  }

  private static PassedStep step(ResultSet row) throws SQLException {
    return new PassedStep(row.getString("id_"), row.getString("parent_act_inst_id_"), row.getString("act_id_"),
        row.getString("act_name_"), row.getString("proc_def_id_"), row.getString("call_proc_inst_id_"),
        row.getLong("sequence_counter_"), moment(row, "start_time_"), moment(row, "end_time_"),
        row.getInt("act_inst_state_") == CANCELLED);
  }

  private ProcessTrace trace(ResultSet row, List<PassedStep> steps) throws SQLException {
    return new ProcessTrace(row.getString("id_"), row.getString("proc_def_key_"), row.getString("proc_def_id_"),
        row.getString("business_key_"), row.getString("super_process_instance_id_"),
        beganInside(row.getString("id_"), row.getString("proc_def_key_"), steps),
        moment(row, "start_time_"), moment(row, "end_time_"),
        String.valueOf(row.getString("state_")).endsWith("TERMINATED"),
        steps.stream().sorted(PassedStep.AS_HAPPENED).toList(), moves(row.getString("proc_def_id_"), steps));
  }

  private List<PastMove> moves(String definitionId, List<PassedStep> steps) {
    Set<String> definitions = steps.stream().map(PassedStep::definitionId).collect(Collectors.toSet());
    definitions.add(definitionId);
    return migrations.between(definitions).stream()
        .map(move -> new PastMove(move.fromDefinition(), move.toDefinition(), move.elements())).toList();
  }

  /** The engine does not say where a process was begun: it passed no start, and one of the places where that may be. */
  private boolean beganInside(String process, String model, List<PassedStep> steps) {
    String entry = ENTRIES.get(model);
    return entry != null && steps.stream().anyMatch(step -> step.elementId().equals(entry))
        && steps.stream().filter(step -> step.parentId().equals(process))
            .map(step -> graph(step.definitionId()).nodes().get(step.elementId()))
            .noneMatch(node -> node != null && node.kind() == Kind.START);
  }

  /** The engine keeps its times without a zone. */
  private static Instant moment(ResultSet row, String column) throws SQLException {
    Timestamp moment = row.getTimestamp(column);
    return moment == null ? null : moment.toInstant();
  }

  @Override
  public List<Waiting> waiting(Collection<String> caseNumbers) {
    if (caseNumbers.isEmpty()) {
      return List.of();
    }
    Keys keys = new Keys(caseNumbers);
    List<Waiting> waiting = new ArrayList<>(jdbc.sql("""
        select p.id_ as process, p.business_key_, e.act_inst_id_, e.act_id_
          from act_ru_execution p join act_ru_execution e on e.proc_inst_id_ = p.id_
         where %s and e.act_id_ is not null
        """.formatted(keys.condition("p"))).params(keys.parameters()).query((row, number) ->
            new Waiting(row.getString("process"), row.getString("business_key_"), By.TOKEN,
                row.getString("act_inst_id_"), row.getString("act_id_"), null, false, Set.of())).list());
    waiting.addAll(jdbc.sql("""
        select p.id_ as process, p.business_key_, d.act_id_, j.type_, j.duedate_, j.retries_
          from act_ru_execution p join act_ru_job j on j.process_instance_id_ = p.id_
          left join act_ru_jobdef d on d.id_ = j.job_def_id_
         where %s
        """.formatted(keys.condition("p"))).params(keys.parameters()).query((row, number) ->
            new Waiting(row.getString("process"), row.getString("business_key_"),
                "timer".equals(row.getString("type_")) ? By.TIMER : By.JOB, null,
                row.getString("act_id_"), moment(row, "duedate_"), row.getInt("retries_") == 0, Set.of())).list());
    waiting.addAll(jdbc.sql("""
        select p.id_ as process, p.business_key_, s.activity_id_
          from act_ru_execution p join act_ru_event_subscr s on s.proc_inst_id_ = p.id_
         where %s
        """.formatted(keys.condition("p"))).params(keys.parameters()).query((row, number) ->
            new Waiting(row.getString("process"), row.getString("business_key_"), By.MESSAGE, null,
                row.getString("activity_id_"), null, false, Set.of())).list());
    waiting.addAll(tasks(keys));
    return waiting;
  }

  private List<Waiting> tasks(Keys keys) {
    Map<String, Set<String>> groups = jdbc.sql("""
        select t.id_, l.group_id_
          from act_ru_execution p join act_ru_task t on t.proc_inst_id_ = p.id_
          join act_ru_identitylink l on l.task_id_ = t.id_
         where %s and l.group_id_ is not null
        """.formatted(keys.condition("p"))).params(keys.parameters())
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    return jdbc.sql("""
        select p.id_ as process, p.business_key_, t.id_ as task, t.task_def_key_, t.due_date_
          from act_ru_execution p join act_ru_task t on t.proc_inst_id_ = p.id_
         where %s
        """.formatted(keys.condition("p"))).params(keys.parameters()).query((row, number) ->
            new Waiting(row.getString("process"), row.getString("business_key_"), By.TASK, null,
                row.getString("task_def_key_"), moment(row, "due_date_"), false,
                groups.getOrDefault(row.getString("task"), Set.of()))).list();
  }

  @Override
  public ModelGraph graph(String definitionId) {
    return graphs.computeIfAbsent(definitionId, this::read);
  }

  private ModelGraph read(String definitionId) {
    try {
      return new ModelGraph(repository.getBpmnModelInstance(definitionId).getModelElementsByType(FlowNode.class)
          .stream().map(EnginePassedSteps::node).collect(Collectors.toUnmodifiableMap(ModelNode::id, node -> node)));
    } catch (NullValueException deleted) {
      return new ModelGraph(Map.of());
    }
  }

  private static ModelNode node(FlowNode node) {
    BoundaryEvent border = node instanceof BoundaryEvent event ? event : null;
    return new ModelNode(node.getId(), node.getName(), kind(node),
        node.getParentElement() instanceof SubProcess within ? within.getId() : null,
        border == null ? null : border.getAttachedTo().getId(), border != null && border.cancelActivity(),
        node.isCamundaAsyncBefore(), needs(node),
        node.getOutgoing().stream().map(SequenceFlow::getTarget).map(FlowNode::getId)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Kind kind(FlowNode node) {
    if (node instanceof BoundaryEvent) {
      return Kind.BORDER;
    }
    if (node instanceof StartEvent) {
      return Kind.START;
    }
    if (node instanceof EndEvent) {
      return Kind.END;
    }
    if (node instanceof CallActivity) {
      return Kind.CALL;
    }
    if (node instanceof SubProcess) {
      return Kind.SUB_PROCESS;
    }
    if (node instanceof ParallelGateway) {
      return Kind.PARALLEL;
    }
    return node instanceof ExclusiveGateway || node instanceof EventBasedGateway ? Kind.CHOICE : Kind.WORK;
  }

  private static Needs needs(FlowNode node) {
    if (node instanceof UserTask) {
      return Needs.TASK;
    }
    if (node instanceof ReceiveTask task) {
      return task.getMessage() == null ? Needs.NOTHING : Needs.MESSAGE;
    }
    if (node instanceof CatchEvent event && !(node instanceof StartEvent)) {
      if (event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)) {
        return Needs.TIMER;
      }
      if (event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance)) {
        return Needs.MESSAGE;
      }
    }
    return Needs.NOTHING;
  }

  /** The processes of cases and of the matters beside them, by their business keys. */
  private record Keys(List<String> caseNumbers) {

    Keys(Collection<String> caseNumbers) {
      this(List.copyOf(caseNumbers));
    }

    String condition(String table) {
      StringBuilder condition = new StringBuilder("(").append(table).append(".business_key_ in (:cases)");
      for (int i = 0; i < caseNumbers.size(); i++) {
        condition.append(" or ").append(table).append('.').append(MATTERS).append(i);
      }
      return condition.append(')').toString();
    }

    Map<String, Object> parameters() {
      Map<String, Object> parameters = new HashMap<>();
      parameters.put("cases", caseNumbers);
      for (int i = 0; i < caseNumbers.size(); i++) {
        parameters.put("matter" + i, caseNumbers.get(i) + "-%");
      }
      return parameters;
    }
  }
}
