package io.remit.access;

import io.remit.partner.Partner;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/**
 * What the engine grants by itself when a user, a group or a task comes into being.
 *
 * <p>A task is granted to nobody, because staff hold one grant for all tasks of a process (see {@link WorkProcess}).
 * The exception is a task offered to a partner's group: partners share a process, but must not see each other's cases.
 * When the offer is taken back, so is the grant.
 *
 * <p>The engine asks here at each change of a task's assignee, too, on whichever way it comes about; so this is where
 * {@link TaskHandOver} looks at it.
 */
class TaskGrants extends DefaultAuthorizationProvider {

  private static final AuthorizationEntity[] NONE = {};

  @Override
  public AuthorizationEntity[] newUser(User user) {
    // not the engine's ALL: nobody deletes themselves
    return new AuthorizationEntity[] {createGrantAuthorization(
        user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE)};
  }

  @Override
  public AuthorizationEntity[] newGroup(Group group) {
    List<AuthorizationEntity> granted = new ArrayList<>(List.of(super.newGroup(group)));
    if (Partner.isGroup(group.getId())) {
      partnerGrants(group.getId()).stream().map(GrantSetup::authorizationFor).forEach(granted::add);
    }
    return granted.toArray(NONE);
  }

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
    TaskHandOver.check(task, newAssignee);
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskOwner(Task task, String oldOwner, String newOwner) {
    TaskHandOver.checkOwner(newOwner);
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String userId, String type) {
    return NONE;
  }

  @Override
  public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
    return offersToPartner(groupId, type) ? super.newTaskGroupIdentityLink(task, groupId, type) : NONE;
  }

  @Override
  public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
    if (!offersToPartner(groupId, type)) {
      return NONE;
    }
    AuthorizationEntity granted = getGrantAuthorizationByGroupId(groupId, Resources.TASK, task.getId());
    return granted == null ? NONE : new AuthorizationEntity[] {granted};
  }

  @Override
  protected Permission[] getRuntimePermissions(boolean enforceSpecificVariablePermission) {
    return new Permission[] {TaskPermissions.READ, TaskPermissions.TASK_WORK};
  }

  private static boolean offersToPartner(String groupId, String type) {
    return IdentityLinkType.CANDIDATE.equals(type) && Partner.isGroup(groupId);
  }

  private List<Grant> partnerGrants(String groupId) {
    List<Grant> grants = new ArrayList<>(GrantTable.partner(groupId));
    for (TaskFilter taskFilter : FilterTable.all()) {
      if (taskFilter.audience().partners()) {
        Filter filter = Context.getProcessEngineConfiguration().getFilterService().createFilterQuery()
            .filterName(taskFilter.name()).singleResult();
        if (filter != null) {
          grants.add(FilterSetup.readGrant(groupId, filter.getId()));
        }
      }
    }
    return grants;
  }
}
