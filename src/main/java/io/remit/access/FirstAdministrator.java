package io.remit.access;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Creates the administrator {@code admin} with the password from the environment, once: while any administrator exists
 * the password is neither read nor needed. Without one, and without a password, Remit does not start, because the web
 * apps would let whoever comes first become administrator.
 *
 * <p>It is also the way back for administrators who cannot log in any more: started with
 * {@code remit.admin.reset=true}, Remit gives {@code admin} the password from the environment, and makes it an
 * administrator if it is none, and forgets its second factor. Either way another password has to be chosen before
 * anything else.
 */
@Component
@Profile("!demo")
class FirstAdministrator implements FirstUsers {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String USER_ID = "admin";
  private static final String GROUP = StaffGroup.ADMINISTRATORS.id();

  private final IdentityService identities;
  private final LeftoverDemoUsers leftovers;
  private final OwedPasswords owed;
  private final SecondFactors factors;
  private final AuditTrail audit;
  private final String password;
  private final boolean reset;
  private final PasswordRules rules = new PasswordRules();

  FirstAdministrator(IdentityService identities, LeftoverDemoUsers leftovers, OwedPasswords owed,
      SecondFactors factors, AuditTrail audit,
      @Value("${remit.admin.password:}") String password, @Value("${remit.admin.reset:false}") boolean reset) {
    this.identities = identities;
    this.leftovers = leftovers;
    this.owed = owed;
    this.factors = factors;
    this.audit = audit;
    this.password = password;
    this.reset = reset;
  }

  @Override
  public void ensure() {
    leftovers.mustBeGone();
    long administrators = identities.createUserQuery().memberOfGroup(GROUP).count();
    if (administrators == 0) {
      mustHavePassword("this database has no administrator yet");
      giveAccess();
      LOG.info("Created the first administrator, {}", USER_ID);
    } else if (reset) {
      mustHavePassword("remit.admin.reset is set");
      giveAccess();
      audit.record(Kind.CHANGE, null, "start: " + USER_ID + " was given the password of remit.admin.password");
      LOG.warn("The administrator {} was given the password of remit.admin.password. Start the next time without "
          + "remit.admin.reset, or it is given again.", USER_ID);
    }
    if (identities.createUserQuery().memberOfGroup(GROUP).count() == 1) {
      LOG.warn("There is only one administrator. Make another one, who can help when this one cannot log in.");
    }
  }

  private void mustHavePassword(String why) {
    if (password.isBlank()) {
      throw new StartRefused("Set REMIT_ADMIN_PASSWORD to the password that the first administrator, \"" + USER_ID
          + "\", shall have: " + why + ".");
    }
    User user = found();
    if (!rules.allow(password, user)) {
      throw new StartRefused("Set REMIT_ADMIN_PASSWORD to another password: at least " + PasswordRules.LEAST_LENGTH
          + " characters, not a common password, and without the id and the name of the user in it, which are \""
          + USER_ID + "\", \"" + user.getFirstName() + "\" and \"" + user.getLastName() + "\".");
    }
  }

  private void giveAccess() {
    User user = found();
    user.setPassword(password);
    identities.saveUser(user);
    if (identities.createUserQuery().userId(USER_ID).memberOfGroup(GROUP).count() == 0) {
      identities.createMembership(USER_ID, GROUP);
    }
    owed.owe(USER_ID, null);
    factors.forget(USER_ID);
  }

  private User found() {
    User known = identities.createUserQuery().userId(USER_ID).singleResult();
    if (known != null) {
      return known;
    }
    User user = identities.newUser(USER_ID);
    user.setFirstName("First");
    user.setLastName("Administrator");
    return user;
  }
}
