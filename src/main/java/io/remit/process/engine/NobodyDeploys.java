package io.remit.process.engine;

import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * Which models there are, and when a process begins, is decided by Remit alone. Nobody who asks the engine by himself
 * may, whatever the grants: administrators neither. What Remit's own code does for a user is not asked for here.
 */
class NobodyDeploys extends AuthorizationCommandChecker {

  @Override
  public void checkCreateDeployment() {
    refuse(Permissions.CREATE, Resources.DEPLOYMENT, null);
  }

  @Override
  public void checkDeleteDeployment(String deploymentId) {
    refuse(Permissions.DELETE, Resources.DEPLOYMENT, deploymentId);
  }

  @Override
  public void checkRegisterDeployment() {
    refuse(Permissions.CREATE, Resources.DEPLOYMENT, null);
  }

  @Override
  public void checkUnregisterDeployment() {
    refuse(Permissions.DELETE, Resources.DEPLOYMENT, null);
  }

  @Override
  public void checkRegisterProcessApplication() {
    refuse(Permissions.CREATE, Resources.DEPLOYMENT, null);
  }

  @Override
  public void checkUnregisterProcessApplication() {
    refuse(Permissions.DELETE, Resources.DEPLOYMENT, null);
  }

  @Override
  public void checkDeleteProcessDefinitionById(String definitionId) {
    refuse(Permissions.DELETE, Resources.PROCESS_DEFINITION, definitionId);
  }

  @Override
  public void checkDeleteProcessDefinitionByKey(String definitionKey) {
    refuse(Permissions.DELETE, Resources.PROCESS_DEFINITION, definitionKey);
  }

  @Override
  public void checkCreateProcessInstance(ProcessDefinition definition) {
    refuse(Permissions.CREATE, Resources.PROCESS_INSTANCE, definition.getKey());
  }

  @Override
  public void checkCreateMigrationPlan(ProcessDefinition source, ProcessDefinition target) {
    refuse(Permissions.MIGRATE_INSTANCE, Resources.PROCESS_DEFINITION, target.getKey());
  }

  @Override
  public void checkMigrateProcessInstance(ExecutionEntity instance, ProcessDefinition target) {
    refuse(Permissions.MIGRATE_INSTANCE, Resources.PROCESS_DEFINITION, target.getKey());
  }

  private static void refuse(Permissions permission, Resources resource, String id) {
    asking().ifPresent(user -> {
      throw new AuthorizationException(user, permission.getName(), resource.resourceName(), id);
    });
  }

  /** Who asks the engine directly; empty if Remit's own code does. */
  private static Optional<String> asking() {
    CommandContext command = Context.getCommandContext();
    return command.isAuthorizationCheckEnabled() ? Optional.ofNullable(command.getAuthenticatedUserId())
        : Optional.empty();
  }
}
