package io.remit.access;

import io.remit.audit.UserChange.What;
import io.remit.audit.UserChanges;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has all changes of users written down (see {@link RecordedIdentities}), and who was there before that. */
@Component
class UserRecording extends AbstractProcessEnginePlugin {

  private final ObjectProvider<UserChanges> changes;

  /** @param changes asked for at the first change: the engine is made before it can be */
  UserRecording(ObjectProvider<UserChanges> changes) {
    this.changes = changes;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setIdentityProviderSessionFactory(new SessionFactory() {

      @Override
      public Class<?> getSessionType() {
        return DbIdentityServiceProvider.class;
      }

      @Override
      public Session openSession() {
        return new RecordedIdentities(changes.getObject());
      }
    });
  }

  /** Writes down the users of a database whose changes were not written down yet. */
  void findUsers(IdentityService identities) {
    UserChanges known = changes.getObject();
    identities.createUserQuery().list().stream().filter(user -> !known.knows(user.getId()))
        .forEach(user -> known.add(What.FOUND, user.getId(), null, RecordedIdentities.nameOf(user), null));
  }
}
