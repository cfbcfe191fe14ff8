package io.remit.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Creates one or two users of every group, and a partner with its group. */
@Component
@Profile("demo")
class DemoUsers implements FirstUsers {

  private static final String MARK = "remit.demo";

  private final IdentityService identities;
  private final ManagementService engine;
  private final CommandExecutor commands;
  private final GroupSetup groups;

  DemoUsers(IdentityService identities, ManagementService engine, CommandExecutor commands, GroupSetup groups) {
    this.engine = engine;
    this.identities = identities;
    this.commands = commands;
    this.groups = groups;
  }

  /** @throws StartRefused if the database is that of a real installation: it has users, and the demo was never there */
  @Override
  public void ensure() {
    if (!engine.getProperties().containsKey(MARK)) {
      mustBeNew();
      engine.setProperty(MARK, "true");
    }
    groups.ensurePartner(DemoUser.PARTNER_1.groupId(), "Agency One");
    for (DemoUser user : DemoUser.values()) {
      if (identities.createUserQuery().userId(user.id()).count() == 0) {
        create(user);
      }
    }
  }

  /** Or of a demo that was started when there was no mark yet. */
  private void mustBeNew() {
    if (identities.createUserQuery().count() > 0
        && identities.createUserQuery().userId(DemoUser.PARTNER_1.id()).count() == 0) {
      throw new StartRefused("Start without the profile demo: this database has users, and they are not the demo's.");
    }
  }

  private void create(DemoUser demoUser) {
    User user = identities.newUser(demoUser.id());
    user.setFirstName(demoUser.firstName());
    user.setLastName(demoUser.lastName());
    user.setPassword(demoUser.id());
    // the demo is on this machine alone: its users' passwords need not meet the rules
    commands.execute(new SaveUserCmd(user, true));
    identities.createMembership(demoUser.id(), demoUser.groupId());
  }
}
