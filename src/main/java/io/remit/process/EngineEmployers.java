package io.remit.process;

import io.remit.gate.Employers;
import io.remit.partner.Partner;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Looks up in the engine's groups for which partners a user works. */
@Component
class EngineEmployers implements Employers {

  private final IdentityService identities;
  private final CurrentUser user;

  EngineEmployers(@Lazy IdentityService identities, CurrentUser user) {
    this.identities = identities;
    this.user = user;
  }

  /** Whoever asks: partners' people may not see groups. */
  @Override
  public Set<String> of(String userId) {
    return user.actingAs(user.id(), () -> identities.createGroupQuery().groupMember(userId).list().stream()
        .map(Group::getId).filter(Partner::isGroup).collect(Collectors.toUnmodifiableSet()));
  }
}
