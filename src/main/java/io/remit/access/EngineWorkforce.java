package io.remit.access;

import io.remit.division.Workforce;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The members of the collectors' group; the engine is asked as the system. */
@Component
class EngineWorkforce implements Workforce {

  private final IdentityService identities;
  private final CommandExecutor commands;

  EngineWorkforce(@Lazy IdentityService identities, @Lazy CommandExecutor commands) {
    this.identities = identities;
    this.commands = commands;
  }

  @Override
  public Set<String> collectors() {
    return commands.execute(context -> context.runWithoutAuthorization(() -> identities.createUserQuery()
        .memberOfGroup(StaffGroup.COLLECTORS.id()).list().stream().map(User::getId).collect(Collectors.toSet())));
  }
}
