package io.remit.access;

import io.remit.audit.UserChanges;
import io.remit.cases.News;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How the engine keeps, checks and changes passwords. */
@Component
class IdentitySettings extends AbstractProcessEnginePlugin {

  private final PasswordHash hashing;
  private final ObjectProvider<UserChanges> changes;
  private final ObjectProvider<PasswordChecks> checks;
  private final ObjectProvider<RememberedPasswords> remembered;
  private final ObjectProvider<OwedPasswords> owed;
  private final ObjectProvider<LoginPlaces> places;
  private final ObjectProvider<ProviderUsers> atProvider;
  private final ObjectProvider<SecondFactors> factors;
  private final ObjectProvider<News> news;

  /** Each provider is asked when the engine has its first session: the engine is made before they can be. */
  IdentitySettings(PasswordHash hashing, ObjectProvider<UserChanges> changes, ObjectProvider<PasswordChecks> checks,
      ObjectProvider<RememberedPasswords> remembered, ObjectProvider<OwedPasswords> owed,
      ObjectProvider<LoginPlaces> places, ObjectProvider<ProviderUsers> atProvider,
      ObjectProvider<SecondFactors> factors, ObjectProvider<News> news) {
    this.hashing = hashing;
    this.changes = changes;
    this.checks = checks;
    this.remembered = remembered;
    this.owed = owed;
    this.places = places;
    this.atProvider = atProvider;
    this.factors = factors;
    this.news = news;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setPasswordEncryptor(hashing);
    engine.setEnablePasswordPolicy(true);
    engine.setPasswordPolicy(new PasswordRules());
    engine.setIdentityService(new StrictIdentityService());
    engine.setIdentityProviderSessionFactory(new GuardedIdentitiesFactory());
  }

  private final class GuardedIdentitiesFactory implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return GuardedIdentities.class;
    }

    @Override
    public Session openSession() {
      return new GuardedIdentities(changes.getObject(), checks.getObject(), remembered.getObject(), owed.getObject(),
          places.getObject(), atProvider.getObject(), factors.getObject(), news.getObject());
    }
  }
}
