package io.remit.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/**
 * What a password must be like. It is all that there is to log in with, so it has the length that NIST SP 800-63B-4
 * (section 3.1.1.2) asks for then; as there, no kinds of characters are asked for, and what is guessed first is
 * refused.
 */
final class PasswordRules implements PasswordPolicy {

  /** In characters, whatever their script. */
  static final int LEAST_LENGTH = 15;
  /** A name of two letters is in many words. */
  private static final int SHORTEST_NAME = 3;

  private final List<PasswordPolicyRule> rules;

  PasswordRules() {
    CommonPasswords common = new CommonPasswords();
    rules = List.of(
        new PasswordRule("PASSWORD_POLICY_LENGTH", Map.of("minLength", String.valueOf(LEAST_LENGTH)),
            (password, user) -> password.codePointCount(0, password.length()) >= LEAST_LENGTH),
        new PasswordRule("PASSWORD_POLICY_USER_DATA", Map.of(),
            (password, user) -> user == null || !names(password, user)),
        new PasswordRule("It must not be a common password", Map.of(),
            (password, user) -> !common.contains(password)));
  }

  @Override
  public List<PasswordPolicyRule> getRules() {
    return rules;
  }

  /** @param user whose password it will be */
  boolean allow(String password, User user) {
    return rules.stream().allMatch(rule -> rule.execute(password, user));
  }

  private static boolean names(String password, User user) {
    String typed = password.toLowerCase(Locale.ROOT);
    return Stream.of(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail())
        .filter(Objects::nonNull)
        .flatMap(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split("[\\s@]+")))
        .anyMatch(name -> name.length() >= SHORTEST_NAME && typed.contains(name));
  }
}
