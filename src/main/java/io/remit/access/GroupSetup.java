package io.remit.access;

import io.remit.partner.Partner;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** Creates groups in the engine unless they are there. */
@Component
class GroupSetup {

  private final IdentityService identities;

  GroupSetup(IdentityService identities) {
    this.identities = identities;
  }

  void ensure(StaffGroup group) {
    String type = group == StaffGroup.ADMINISTRATORS ? Groups.GROUP_TYPE_SYSTEM : Groups.GROUP_TYPE_WORKFLOW;
    ensure(group.id(), group.displayName(), type);
  }

  void ensurePartner(String groupId, String displayName) {
    ensure(groupId, displayName, Groups.GROUP_TYPE_WORKFLOW);
  }

  List<String> partnerGroupIds() {
    return identities.createGroupQuery().list().stream().map(Group::getId).filter(Partner::isGroup).toList();
  }

  private void ensure(String id, String displayName, String type) {
    if (identities.createGroupQuery().groupId(id).count() == 0) {
      Group group = identities.newGroup(id);
      group.setName(displayName);
      group.setType(type);
      identities.saveGroup(group);
    }
  }
}
