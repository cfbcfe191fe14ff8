package io.remit.access;

import java.util.List;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** What one group may do with one resource, or with all of its kind if the resource id is {@code *}. */
record Grant(String groupId, Resource resource, String resourceId, List<Permission> permissions) {

  static Grant of(StaffGroup group, Resource resource, String resourceId, Permission... permissions) {
    return new Grant(group.id(), resource, resourceId, List.of(permissions));
  }
}
