package io.remit.access;

import io.remit.cases.InvalidInputException;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * Who may give a task to whom. Whoever may work on a task may take it; who gives it to another, or takes it
 * from them, needs the right to assign it, by whichever way of the engine; and the other must be a user who may
 * work on it. What Remit's own steps do in between is not looked at.
 */
final class TaskHandOver {

  private TaskHandOver() {
  }

  /**
   * Looks at a change of assignee before it is made.
   *
   * @param assignee the new one, or null for nobody
   * @throws org.camunda.bpm.engine.AuthorizationException if the current user may not make it
   * @throws BadUserRequestException if the new assignee cannot work on the task
   */
  static void check(Task task, @Nullable String assignee) {
    CommandContext command = Context.getCommandContext();
    if (!askedByAPerson(command) || command.getAuthenticatedUserId().equals(assignee)) {
      return;
    }
    Context.getProcessEngineConfiguration().getCommandCheckers()
        .forEach(checker -> checker.checkTaskAssign((TaskEntity) task));
    if (assignee != null && !command.runWithoutAuthorization(() -> mayWork(assignee, (TaskEntity) task))) {
      throw new BadUserRequestException(
          new InvalidInputException("userId", "is no user who may work on this task").getMessage());
    }
  }

  /** Nobody has an owner's task, and the engine would let its owner do what is up to others. */
  static void checkOwner(String owner) {
    if (owner != null && askedByAPerson(Context.getCommandContext())) {
      throw new BadUserRequestException(new InvalidInputException("owner", "no task has one").getMessage());
    }
  }

  private static boolean askedByAPerson(CommandContext command) {
    return command != null && command.isAuthorizationCheckEnabled() && command.getAuthenticatedUserId() != null;
  }

  private static boolean mayWork(String userId, TaskEntity task) {
    ProcessEngineServices engine = Context.getProcessEngineConfiguration().getProcessEngine();
    List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(userId).list().stream()
        .map(Group::getId).toList();
    boolean known = engine.getIdentityService().createUserQuery().userId(userId).count() > 0;
    return known && (engine.getAuthorizationService().isUserAuthorized(userId, groups,
        ProcessDefinitionPermissions.TASK_WORK, Resources.PROCESS_DEFINITION, task.getProcessDefinition().getKey())
        || engine.getAuthorizationService().isUserAuthorized(userId, groups, TaskPermissions.TASK_WORK, Resources.TASK,
            task.getId()));
  }
}
