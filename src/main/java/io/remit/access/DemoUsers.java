package io.remit.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Creates one or two users of every group, and a partner with his group. */
@Component
@Profile("demo")
class DemoUsers implements FirstUsers {

  private final IdentityService identities;
  private final GroupSetup groups;

  DemoUsers(IdentityService identities, GroupSetup groups) {
    this.identities = identities;
    this.groups = groups;
  }

  @Override
  public void ensure() {
    groups.ensurePartner(DemoUser.PARTNER_1.groupId(), "Agency One");
    for (DemoUser user : DemoUser.values()) {
      if (identities.createUserQuery().userId(user.id()).count() == 0) {
        create(user);
      }
    }
  }

  private void create(DemoUser demoUser) {
    User user = identities.newUser(demoUser.id());
    user.setFirstName(demoUser.firstName());
    user.setLastName(demoUser.lastName());
    user.setPassword(demoUser.id());
    identities.saveUser(user);
    identities.createMembership(demoUser.id(), demoUser.groupId());
  }
}
