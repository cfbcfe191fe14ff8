package io.remit.access;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's users as Spring Security sees them; each group is an authority of the same name. It asks the engine as
 * the system, so that no user needs the right to look themselves up.
 */
@Component
class EngineUsers {

  private static final int LONGEST_ID = 64;

  private final IdentityService identities;
  private final CommandExecutor commands;

  EngineUsers(IdentityService identities, CommandExecutor commands) {
    this.identities = identities;
    this.commands = commands;
  }

  /** A user as the database has it now. */
  record Found(User user, Set<String> groupIds) {

    Authentication authentication() {
      return UsernamePasswordAuthenticationToken.authenticated(user.getId(), null,
          AuthorityUtils.createAuthorityList(groupIds));
    }

    Standing standing() {
      return new Standing(user.getPassword(), groupIds);
    }
  }

  /** What a login was good for: another one as soon as the user has another password, or is in other groups. */
  record Standing(String passwordHash, Set<String> groupIds) implements Serializable {
  }

  /** The user, if there is one with this password, and guesses make nobody wait (see {@link PasswordChecks}). */
  Optional<Found> withPassword(String userId, String password) {
    return asSystem(() -> identities.checkPassword(userId, password) ? withId(userId) : Optional.empty());
  }

  /**
   * Whether there could be a user of this id. Anything may stand where people type one; a database that is asked for
   * the NUL character, which none can hold, fails.
   */
  static boolean canBe(String userId) {
    return userId.length() <= LONGEST_ID && userId.chars().noneMatch(Character::isISOControl);
  }

  /** The user that somebody else has made sure of. */
  Optional<Found> withId(String userId) {
    if (!canBe(userId)) {
      return Optional.empty();
    }
    return asSystem(() -> Optional.ofNullable(identities.createUserQuery().userId(userId).singleResult())
        .map(user -> new Found(user, groupsOf(userId))));
  }

  /** Gives a user the password that the user chose. */
  void choosePassword(String userId, String password) {
    as(userId, () -> {
      User user = identities.createUserQuery().userId(userId).singleResult();
      user.setPassword(password);
      identities.saveUser(user);
      return user;
    });
  }

  /** Does something with all rights, of which the changes are written down as this user's. */
  <T> T as(String author, Supplier<T> work) {
    org.camunda.bpm.engine.impl.identity.Authentication before = identities.getCurrentAuthentication();
    identities.setAuthenticatedUserId(author);
    try {
      return asSystem(work);
    } finally {
      identities.setAuthentication(before);
    }
  }

  boolean isUser(String userId) {
    return canBe(userId) && asSystem(() -> identities.createUserQuery().userId(userId).count() > 0);
  }

  /** The ids of a group's members. */
  Set<String> membersOf(StaffGroup group) {
    return asSystem(() -> identities.createUserQuery().memberOfGroup(group.id()).list().stream().map(User::getId)
        .collect(Collectors.toSet()));
  }

  boolean isGroup(String groupId) {
    return asSystem(() -> identities.createGroupQuery().groupId(groupId).count() > 0);
  }

  private Set<String> groupsOf(String userId) {
    return identities.createGroupQuery().groupMember(userId).list().stream().map(Group::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private <T> T asSystem(Supplier<T> question) {
    return commands.execute(context -> context.runWithoutAuthorization(question::get));
  }
}
