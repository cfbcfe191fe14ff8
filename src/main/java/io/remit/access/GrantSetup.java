package io.remit.access;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/** Makes the engine's authorizations say what a {@link Grant} says; those that no grant names stay as they are. */
@Component
class GrantSetup {

  private final AuthorizationService authorizations;

  GrantSetup(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  void ensure(Grant grant) {
    AuthorizationEntity wanted = authorizationFor(grant);
    AuthorizationEntity existing = (AuthorizationEntity) authorizations.createAuthorizationQuery()
        .authorizationType(Authorization.AUTH_TYPE_GRANT)
        .groupIdIn(grant.groupId())
        .resourceType(grant.resource())
        .resourceId(grant.resourceId())
        .singleResult();
    if (existing == null) {
      authorizations.saveAuthorization(wanted);
    } else if (existing.getPermissions() != wanted.getPermissions()) {
      existing.setPermissions(wanted.getPermissions());
      authorizations.saveAuthorization(existing);
    }
  }

  static AuthorizationEntity authorizationFor(Grant grant) {
    AuthorizationEntity authorization = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
    authorization.setGroupId(grant.groupId());
    authorization.setResource(grant.resource());
    authorization.setResourceId(grant.resourceId());
    grant.permissions().forEach(authorization::addPermission);
    return authorization;
  }
}
