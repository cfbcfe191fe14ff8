package io.remit.access;

import io.remit.complaint.Staff;
import io.remit.division.Workforce;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine's users as the capabilities must know them. */
@Component
class EngineWorkforce implements Workforce, Staff {

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
  public boolean isUser(String userId) {
    return users.isUser(userId);
  }
}
