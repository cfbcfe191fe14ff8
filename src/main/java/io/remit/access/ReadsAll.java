package io.remit.access;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_REVOKE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Whether somebody may read every process, instance and task, as managers may: then what they are told is the same. */
@Component
class ReadsAll {

  private final AuthorizationService authorizations;
  private final IdentityService identities;

  ReadsAll(AuthorizationService authorizations, IdentityService identities) {
    this.authorizations = authorizations;
    this.identities = identities;
  }

  /** As it is granted at this moment; nobody does where anything is taken from anybody. */
  boolean is(String userId) {
    List<String> groups =
        identities.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
    return Stream.of(READ, READ_INSTANCE, READ_TASK).allMatch(permission -> authorizations.isUserAuthorized(userId,
        groups, permission, Resources.PROCESS_DEFINITION))
        && authorizations.isUserAuthorized(userId, groups, TaskPermissions.READ, Resources.TASK)
        && authorizations.createAuthorizationQuery().authorizationType(AUTH_TYPE_REVOKE).count() == 0;
  }
}
