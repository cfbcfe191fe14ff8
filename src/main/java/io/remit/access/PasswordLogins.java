package io.remit.access;

import org.springframework.stereotype.Component;

/**
 * Whom a password lets in. Without a provider of logins that is everybody who has one; with it people log in there, and
 * passwords are left to those alone whom the settings name: one for emergencies, and programs.
 */
@Component
class PasswordLogins {

  private final ProviderSettings settings;

  /** @throws StartRefused if the settings of the provider are not complete */
  PasswordLogins(ProviderSettings settings) {
    settings.check();
    this.settings = settings;
  }

  boolean openWebApps(String userId) {
    return !settings.isUsed() || settings.emergencyUser().equals(userId);
  }

  boolean openRest(String userId) {
    return openWebApps(userId) || settings.machines().contains(userId);
  }

  /** Whether the provider must never name somebody so, or nearly so: the name is one of a password's. */
  boolean isKept(String userId) {
    return settings.emergencyUser().equalsIgnoreCase(userId)
        || settings.machines().stream().anyMatch(userId::equalsIgnoreCase);
  }
}
