package io.remit.access;

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
 * apps would let whoever comes first make himself administrator.
 */
@Component
@Profile("!demo")
class FirstAdministrator implements FirstUsers {

  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final String USER_ID = "admin";

  private final IdentityService identities;
  private final String password;

  FirstAdministrator(IdentityService identities, @Value("${remit.admin.password:}") String password) {
    this.identities = identities;
    this.password = password;
  }

  @Override
  public void ensure() {
    String administrators = StaffGroup.ADMINISTRATORS.id();
    if (identities.createUserQuery().memberOfGroup(administrators).count() > 0) {
      return;
    }
    if (password.isBlank()) {
      throw new StartRefused("Set REMIT_ADMIN_PASSWORD to the password that the first administrator, \"" + USER_ID
          + "\", shall have: this database has no administrator yet.");
    }
    User user = identities.createUserQuery().userId(USER_ID).singleResult();
    if (user == null) {
      user = identities.newUser(USER_ID);
      user.setFirstName("First");
      user.setLastName("Administrator");
    }
    user.setPassword(password);
    identities.saveUser(user);
    identities.createMembership(USER_ID, administrators);
    log.info("Created the first administrator, {}", USER_ID);
  }
}
