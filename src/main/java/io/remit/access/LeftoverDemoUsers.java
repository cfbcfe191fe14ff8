package io.remit.access;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Users that a demo left in a real database, with passwords that everybody knows. */
@Component
@Profile("!demo")
class LeftoverDemoUsers {

  private final IdentityService identities;
  private final AuditTrail audit;
  private final boolean remove;

  LeftoverDemoUsers(IdentityService identities, AuditTrail audit,
      @Value("${remit.demo.remove-users:false}") boolean remove) {
    this.identities = identities;
    this.audit = audit;
    this.remove = remove;
  }

  /**
   * Removes them, if {@code remit.demo.remove-users} is set.
   *
   * @throws StartRefused if it is not, and there is one
   */
  void mustBeGone() {
    List<String> found = Stream.of(DemoUser.values()).map(DemoUser::id)
        .filter(id -> identities.createUserQuery().userId(id).count() > 0)
        .filter(id -> identities.checkPassword(id, id))
        .toList();
    if (!found.isEmpty() && !remove) {
      throw new StartRefused("Start once with --remit.demo.remove-users=true: this database has users of the demo, "
          + "whose passwords everybody knows: " + String.join(", ", found) + ". It removes them.");
    }
    for (String id : found) {
      identities.deleteUser(id);
      audit.record(Kind.CHANGE, null, "start: removed the demo's user " + id);
    }
  }
}
