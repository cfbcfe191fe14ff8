package io.remit.access;

import io.remit.access.EngineUsers.Found;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who gives a code beside the password: those who can do what harms most. */
@Component
class SecondFactorDuty {

  private static final Logger LOG = LoggerFactory.getLogger(SecondFactorDuty.class);
  private static final Set<String> GROUPS = Set.of(StaffGroup.ADMINISTRATORS.id(),
      StaffGroup.SUPERVISORS.id(), StaffGroup.PROCESS_OWNERS.id());

  private final SecondFactorSettings settings;
  private final ProviderSettings provider;

  SecondFactorDuty(SecondFactorSettings settings, ProviderSettings provider) {
    this.settings = settings;
    this.provider = provider;
    if (isMissing()) {
      LOG.warn("Administrators, supervisors and process owners log in with a password alone. Set "
          + "REMIT_SECOND_FACTOR_KEY, or a provider of logins.");
    }
  }

  boolean isRequired() {
    return settings.isRequired();
  }

  /** Whether a password is all that stands before the work of everybody. */
  boolean isMissing() {
    return !isRequired() && !provider.isUsed();
  }

  /** Who logs in at the provider is asked for more there, and not here. */
  boolean isOn(Found user) {
    return isRequired() && user.groupIds().stream().anyMatch(GROUPS::contains);
  }
}
