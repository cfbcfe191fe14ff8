package io.remit.access;

import io.remit.audit.UserChange.What;
import io.remit.audit.UserChanges;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Writes down who was there before changes of users were (see {@link RecordedIdentities}). */
@Component
class UsersFound {

  private final UserChanges changes;

  UsersFound(UserChanges changes) {
    this.changes = changes;
  }

  /** Writes down the users of a database whose changes were not written down yet. */
  void findUsers(IdentityService identities) {
    identities.createUserQuery().list().stream().filter(user -> !changes.knows(user.getId()))
        .forEach(user -> changes.add(What.FOUND, user.getId(), null, RecordedIdentities.nameOf(user), null));
  }
}
