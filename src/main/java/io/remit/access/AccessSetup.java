package io.remit.access;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings groups, users, grants and task lists into the engine at every start, before the ports open. What is as it
 * should be is left untouched, so a second start changes nothing; a new version of Remit brings its changes along.
 */
@Component
class AccessSetup implements SmartInitializingSingleton {

  private final TransactionTemplate transaction;
  private final UsersFound recording;
  private final IdentityService identities;
  private final GroupSetup groups;
  private final FirstUsers firstUsers;
  private final GrantSetup grants;
  private final FilterSetup filters;

  AccessSetup(TransactionTemplate transaction, UsersFound recording, IdentityService identities, GroupSetup groups,
      FirstUsers firstUsers, GrantSetup grants, FilterSetup filters) {
    this.transaction = transaction;
    this.recording = recording;
    this.identities = identities;
    this.groups = groups;
    this.firstUsers = firstUsers;
    this.grants = grants;
    this.filters = filters;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(status -> ensureAll());
  }

  private void ensureAll() {
    recording.findUsers(identities);
    for (StaffGroup group : StaffGroup.values()) {
      groups.ensure(group);
    }
    firstUsers.ensure();
    List<String> partnerGroupIds = groups.partnerGroupIds();
    GrantTable.staff().forEach(grants::ensure);
    partnerGroupIds.forEach(groupId -> GrantTable.partner(groupId).forEach(grants::ensure));
    FilterTable.all().forEach(filter -> filters.ensure(filter, partnerGroupIds));
  }
}
