package io.remit.access;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/** The engine's service, which answers a password that breaks the rules as bad input, not as a failure of its own. */
class StrictIdentityService extends IdentityServiceImpl {

  static final String AGAINST_THE_RULES = "password: must have at least " + PasswordRules.LEAST_LENGTH
      + " characters, and not be a common one, a number or contain the user's name";

  @Override
  public void saveUser(User user, boolean skipPasswordPolicy) {
    if (!skipPasswordPolicy && user instanceof UserEntity entity && entity.hasNewPassword()
        && !commandExecutor.execute(context -> entity.checkPasswordAgainstPolicy())) {
      throw new BadUserRequestException(AGAINST_THE_RULES);
    }
    super.saveUser(user, skipPasswordPolicy);
  }
}
