package io.remit.access;

import java.util.Map;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/** One rule for passwords, as the engine asks for it. */
final class PasswordRule implements PasswordPolicyRule {

  private final String placeholder;
  private final Map<String, String> parameters;
  private final BiPredicate<String, @Nullable User> met;

  /**
   * @param placeholder the name of its sentence in the web apps' texts, or the sentence itself, which they show as is
   * @param parameters of the sentence
   * @param met whether a password meets it; the user is null if it is not known whose password it will be
   */
  PasswordRule(String placeholder, Map<String, String> parameters, BiPredicate<String, @Nullable User> met) {
    this.placeholder = placeholder;
    this.parameters = parameters;
    this.met = met;
  }

  @Override
  public String getPlaceholder() {
    return placeholder;
  }

  @Override
  public Map<String, String> getParameters() {
    return parameters;
  }

  @Override
  public boolean execute(String password) {
    return met.test(password, null);
  }

  @Override
  public boolean execute(String password, User user) {
    return met.test(password, user);
  }
}
