package io.remit.process;

import io.remit.cases.Timeline;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who acts in the engine now. */
@Component
public class CurrentUser {

  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl configuration;

  CurrentUser(@Lazy IdentityService identity, @Lazy ProcessEngineConfigurationImpl configuration) {
    this.identity = identity;
    this.configuration = configuration;
  }

  /** The user id, or Remit's own name where nobody is logged in. */
  public String id() {
    Authentication authentication = identity.getCurrentAuthentication();
    return authentication == null || authentication.getUserId() == null ? Timeline.SYSTEM
        : authentication.getUserId();
  }

  /** Whether somebody is logged in. */
  public boolean isKnown() {
    return !id().equals(Timeline.SYSTEM);
  }

  /**
   * Lets the engine do something in the name of a user. What they may do was checked where they asked for it: their
   * grants in the engine do not count here.
   */
  public <T> T actingAs(String userId, Supplier<T> work) {
    Authentication before = identity.getCurrentAuthentication();
    identity.setAuthenticatedUserId(userId);
    try {
      return configuration.getCommandExecutorTxRequired()
          .execute(context -> context.runWithoutAuthorization(work::get));
    } finally {
      identity.setAuthentication(before);
    }
  }
}
