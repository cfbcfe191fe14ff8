package io.remit.access;

import io.remit.complaint.Staff;
import io.remit.division.Workforce;
import io.remit.partner.Partner;
import io.remit.visit.FieldAgents;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's users as the capabilities must know them. */
@Component
class EngineWorkforce implements Workforce, Staff, FieldAgents {

  private final EngineUsers users;

  EngineWorkforce(@Lazy EngineUsers users) {
    this.users = users;
  }

  @Override
  public Set<String> collectors() {
    return users.membersOf(StaffGroup.COLLECTORS);
  }

  @Override
  public Set<String> groupsOf(String userId) {
    return users.withId(userId).map(EngineUsers.Found::groupIds).orElse(Set.of());
  }

  @Override
  public boolean isFieldAgent(String userId) {
    return groupsOf(userId).contains(StaffGroup.FIELD_AGENTS.id());
  }

  @Override
  public boolean mayAccompany(String agent, String other) {
    Set<String> ofOther = groupsOf(other);
    boolean ofTheSamePartner = groupsOf(agent).stream().filter(Partner::isGroup).anyMatch(ofOther::contains);
    return !other.equals(agent) && (ofOther.contains(StaffGroup.FIELD_AGENTS.id()) || ofTheSamePartner);
  }

  @Override
  public boolean isUser(String userId) {
    return users.isUser(userId);
  }
}
