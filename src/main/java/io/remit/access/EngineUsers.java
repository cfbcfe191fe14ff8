package io.remit.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * The engine's users as Spring Security sees them; each group is an authority of the same name. It asks the engine as
 * the system, so that no user needs the right to look up himself.
 */
@Component
class EngineUsers {

  private final IdentityService identities;
  private final CommandExecutor commands;

  EngineUsers(IdentityService identities, CommandExecutor commands) {
    this.identities = identities;
    this.commands = commands;
  }

  /** The user, if there is one with this password and he is not locked out. */
  Optional<Authentication> withPassword(String userId, String password) {
    return asSystem(() -> identities.checkPassword(userId, password) ? withId(userId) : Optional.empty());
  }

  /** The user that somebody else has made sure of. */
  Optional<Authentication> withId(String userId) {
    return asSystem(() -> isUser(userId)
        ? Optional.of(UsernamePasswordAuthenticationToken.authenticated(userId, null, groupsOf(userId)))
        : Optional.empty());
  }

  boolean isUser(String userId) {
    return asSystem(() -> identities.createUserQuery().userId(userId).count() > 0);
  }

  /** The ids of a group's members. */
  Set<String> membersOf(StaffGroup group) {
    return asSystem(() -> identities.createUserQuery().memberOfGroup(group.id()).list().stream().map(User::getId)
        .collect(Collectors.toSet()));
  }

  boolean isGroup(String groupId) {
    return asSystem(() -> identities.createGroupQuery().groupId(groupId).count() > 0);
  }

  private Collection<? extends GrantedAuthority> groupsOf(String userId) {
    return identities.createGroupQuery().groupMember(userId).list().stream()
        .map(Group::getId)
        .map(SimpleGrantedAuthority::new)
        .toList();
  }

  private <T> T asSystem(Supplier<T> question) {
    return commands.execute(context -> context.runWithoutAuthorization(question::get));
  }
}
