package io.remit.access;

import io.remit.access.EngineUsers.Found;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the engine's users say what the provider says at each login: they are made, renamed, put into groups and taken
 * out of them. Who is in none of ours any more loses all of them, and with them every session. Each change is written
 * down like any other of a user, as made by {@link #AUTHOR}.
 */
@Component
class ProviderAccounts {

  /** No user can be called so. Who decides on what was proposed must not have been changed by it since. */
  static final String AUTHOR = "login-provider";
  private static final int RANDOM_BYTES = 36;

  private final ProviderSettings settings;
  private final ProviderUsers bindings;
  private final PasswordLogins passwords;
  private final IdentityService identities;
  private final EngineUsers users;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  ProviderAccounts(ProviderSettings settings, ProviderUsers bindings, PasswordLogins passwords,
      IdentityService identities, EngineUsers users, TransactionTemplate transaction) {
    this.settings = settings;
    this.bindings = bindings;
    this.passwords = passwords;
    this.identities = identities;
    this.users = users;
    this.transaction = transaction;
  }

  /** Why somebody is not let in; the name of each is part of the name of its sentence. */
  enum Refusal {
    /** The claim names nobody that a user can be called. */
    NAME,
    /** There is a user of that name who is somebody else, or nearly of that name. */
    TAKEN,
    /** In none of the groups that count here. */
    GROUPS
  }

  /**
   * What came of a login.
   *
   * @param userId whose it is; null if there is no such user
   * @param refusal null for who is let in
   */
  record Outcome(@Nullable String userId,
      @Nullable Refusal refusal) {
  }

  /** One login after another, so that two at once do not make a user twice. */
  synchronized Outcome bring(ProviderPerson person) {
    return Objects.requireNonNull(transaction.execute(status -> users.as(AUTHOR, () -> tryToBring(person))));
  }

  private Outcome tryToBring(ProviderPerson person) {
    Set<String> groups = new HashSet<>(person.groupIds());
    groups.removeIf(group -> identities.createGroupQuery().groupId(group).count() == 0);
    Optional<String> known = bindings.userOf(person.subject());
    if (known.isPresent() && passwords.isKept(known.get())) {
      return new Outcome(known.get(), Refusal.TAKEN);
    }
    if (known.isEmpty()) {
      Optional<Refusal> refusal = refusalOfNew(person, groups);
      if (refusal.isPresent()) {
        return new Outcome(null, refusal.get());
      }
      bind(Objects.requireNonNull(person.name()), person);
    }
    String userId = known.orElseGet(() -> Objects.requireNonNull(person.name()));
    describe(userId, person);
    regroup(userId, groups);
    return new Outcome(userId, groups.isEmpty() ? Refusal.GROUPS : null);
  }

  private Optional<Refusal> refusalOfNew(ProviderPerson person, Set<String> groups) {
    String name = person.name();
    if (name == null) {
      return Optional.of(Refusal.NAME);
    }
    if (groups.isEmpty()) {
      return Optional.of(Refusal.GROUPS);
    }
    boolean alike = identities.createUserQuery().list().stream().map(User::getId)
        .anyMatch(other -> other.equalsIgnoreCase(name) && !other.equals(name));
    boolean here = users.isUser(name) && !settings.takeOver();
    return alike || here || passwords.isKept(name) || bindings.isTaken(name)
        ? Optional.of(Refusal.TAKEN) : Optional.empty();
  }

  /** A user who was here already loses the password: from now on the provider alone lets them in. */
  private void bind(String userId, ProviderPerson person) {
    bindings.bind(userId, person.subject());
    User user = identities.createUserQuery().userId(userId).singleResult();
    if (user != null) {
      byte[] bytes = new byte[RANDOM_BYTES];
      random.nextBytes(bytes);
      user.setPassword(Base64.getUrlEncoder().encodeToString(bytes));
      identities.saveUser(user);
    }
  }

  private void describe(String userId, ProviderPerson person) {
    User known = identities.createUserQuery().userId(userId).singleResult();
    User user = known == null ? identities.newUser(userId) : known;
    if (known == null || !person.firstName().equals(user.getFirstName())
        || !person.lastName().equals(user.getLastName()) || !person.email().equals(user.getEmail())) {
      user.setFirstName(person.firstName());
      user.setLastName(person.lastName());
      user.setEmail(person.email());
      identities.saveUser(user);
    }
  }

  private void regroup(String userId, Set<String> groups) {
    Set<String> now = users.withId(userId).map(Found::groupIds).orElseGet(Set::of);
    now.stream().filter(group -> !groups.contains(group))
        .forEach(group -> identities.deleteMembership(userId, group));
    groups.stream().filter(group -> !now.contains(group))
        .forEach(group -> identities.createMembership(userId, group));
  }
}
