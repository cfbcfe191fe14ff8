package io.remit.process;

import io.remit.cases.Timeline;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who acts in the engine now. */
@Component
class CurrentUser {

  private final IdentityService identity;

  CurrentUser(@Lazy IdentityService identity) {
    this.identity = identity;
  }

  /** The user id, or Remit's own name where nobody is logged in. */
  String id() {
    Authentication authentication = identity.getCurrentAuthentication();
    return authentication == null || authentication.getUserId() == null ? Timeline.SYSTEM
        : authentication.getUserId();
  }
}
