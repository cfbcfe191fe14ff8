package io.remit.access;

import io.remit.complaint.Staff;
import io.remit.division.Workforce;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's users as the capabilities must know them; the engine is asked as the system. */
@Component
class EngineWorkforce implements Workforce, Staff {

  private final IdentityService identities;
  private final CommandExecutor commands;

  EngineWorkforce(@Lazy IdentityService identities, @Lazy CommandExecutor commands) {
    this.identities = identities;
    this.commands = commands;
  }

  @Override
  public Set<String> collectors() {
    return asSystem(() -> identities.createUserQuery().memberOfGroup(StaffGroup.COLLECTORS.id()).list().stream()
        .map(User::getId).collect(Collectors.toSet()));
  }

  @Override
  public boolean isUser(String userId) {
    return asSystem(() -> identities.createUserQuery().userId(userId).count() > 0);
  }

  private <T> T asSystem(Supplier<T> question) {
    return commands.execute(context -> context.runWithoutAuthorization(question::get));
  }
}
