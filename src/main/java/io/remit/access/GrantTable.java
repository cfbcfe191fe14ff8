package io.remit.access;

import static io.remit.access.StaffGroup.ADMINISTRATORS;
import static io.remit.access.StaffGroup.COLLECTORS;
import static io.remit.access.StaffGroup.FIELD_AGENTS;
import static io.remit.access.StaffGroup.LEGAL_OFFICERS;
import static io.remit.access.StaffGroup.MANAGERS;
import static io.remit.access.StaffGroup.OPERATORS;
import static io.remit.access.StaffGroup.OUTSOURCING_OFFICERS;
import static io.remit.access.StaffGroup.PROCESS_OWNERS;
import static io.remit.access.StaffGroup.SUPERVISORS;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;

/**
 * What each group may see and do in the engine's web apps, except for the task lists (see {@link FilterTable}).
 *
 * <ul>
 *   <li>Who works on tasks reads, claims and completes those of the group's own process. Tasklist's cards need the
 *       permission to read the instance, its comments that to read the history. To take a task away from somebody, to
 *       give it back or to move its due date is up to the supervisors.
 *   <li>Managers read everything in Cockpit. Operators do too, and may retry what failed: they run the nodes. Both may
 *       suspend a batch and let it go on.
 *   <li>Process owners see the deployed models and rules in Cockpit, but no case.
 *   <li>Nobody but administrators may save a filter: a filter is the one place where an expression that a user typed
 *       would be evaluated.
 * </ul>
 */
final class GrantTable {

  private static final String MAIN_PROCESS = "collection-case";
  private static final List<StaffGroup> TASKLIST_USERS =
      List.of(COLLECTORS, FIELD_AGENTS, LEGAL_OFFICERS, OUTSOURCING_OFFICERS, SUPERVISORS);

  private GrantTable() {
  }

  static List<Grant> staff() {
    List<Grant> grants = new ArrayList<>();
    administrators(grants);
    taskWorkers(grants);
    supervisors(grants);
    cockpitReaders(grants, MANAGERS);
    cockpitReaders(grants, OPERATORS, RETRY_JOB);
    processOwners(grants);
    return List.copyOf(grants);
  }

  /** A partner's group opens Tasklist, and nothing else; its tasks are granted as they are placed with it. */
  static List<Grant> partner(String groupId) {
    return List.of(new Grant(groupId, APPLICATION, "tasklist", List.of(Permissions.ACCESS)));
  }

  private static void administrators(List<Grant> grants) {
    for (Resources resource : Resources.values()) {
      grants.add(Grant.of(ADMINISTRATORS, resource, ANY, Permissions.ALL));
    }
  }

  private static void taskWorkers(List<Grant> grants) {
    for (StaffGroup group : TASKLIST_USERS) {
      grants.add(Grant.of(group, APPLICATION, "tasklist", Permissions.ACCESS));
      // Tasklist shows a task's assignee by name
      grants.add(Grant.of(group, USER, ANY, Permissions.READ));
    }
    // who may read all users as whoever opens Cockpit may
    grants.add(Grant.of(OPERATORS, APPLICATION, "tasklist", Permissions.ACCESS));
    for (WorkProcess process : WorkProcess.values()) {
      if (process.workers() != SUPERVISORS) {
        grants.add(Grant.of(process.workers(), PROCESS_DEFINITION, process.key(),
            ProcessDefinitionPermissions.READ, READ_TASK, READ_INSTANCE, READ_HISTORY, TASK_WORK));
      }
    }
  }

  private static void supervisors(List<Grant> grants) {
    grants.add(Grant.of(SUPERVISORS, GROUP, ANY, Permissions.READ));
    grants.add(Grant.of(SUPERVISORS, PROCESS_DEFINITION, MAIN_PROCESS, ProcessDefinitionPermissions.READ));
    // one grant to read all tasks: the engine compares each task in a list with each grant to read some
    grants.add(Grant.of(SUPERVISORS, TASK, ANY, TaskPermissions.READ));
    for (WorkProcess process : WorkProcess.values()) {
      grants.add(Grant.of(SUPERVISORS, PROCESS_DEFINITION, process.key(),
          ProcessDefinitionPermissions.READ, READ_INSTANCE, READ_HISTORY, TASK_WORK, TASK_ASSIGN));
    }
  }

  private static void cockpitReaders(List<Grant> grants, StaffGroup group, ProcessDefinitionPermissions... more) {
    List<Permission> onProcesses = new ArrayList<>(
        List.of(ProcessDefinitionPermissions.READ, READ_INSTANCE, READ_TASK, READ_HISTORY));
    onProcesses.addAll(List.of(more));
    grants.add(new Grant(group.id(), PROCESS_DEFINITION, ANY, onProcesses));
    // the count of tasks by group asks for this, though they may read each of them already
    grants.add(Grant.of(group, TASK, ANY, TaskPermissions.READ));
    grants.add(Grant.of(group, DECISION_DEFINITION, ANY,
        Permissions.READ, Permissions.READ_HISTORY));
    grants.add(Grant.of(group, BATCH, ANY, Permissions.READ, Permissions.READ_HISTORY, Permissions.UPDATE));
    grants.add(Grant.of(group, USER, ANY, Permissions.READ));
    cockpitWithModels(grants, group);
  }

  private static void processOwners(List<Grant> grants) {
    grants.add(Grant.of(PROCESS_OWNERS, PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ));
    grants.add(Grant.of(PROCESS_OWNERS, DECISION_DEFINITION, ANY, Permissions.READ));
    cockpitWithModels(grants, PROCESS_OWNERS);
  }

  private static void cockpitWithModels(List<Grant> grants, StaffGroup group) {
    grants.add(Grant.of(group, APPLICATION, "cockpit", Permissions.ACCESS));
    grants.add(Grant.of(group, DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
    grants.add(Grant.of(group, DEPLOYMENT, ANY, Permissions.READ));
  }
}
