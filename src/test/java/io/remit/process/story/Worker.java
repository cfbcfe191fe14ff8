package io.remit.process.story;

import org.camunda.bpm.engine.IdentityService;

/** The people who complete tasks, each with the group that gives him the right to. */
public enum Worker {
  COLLECTOR("collector1", "collectors"),
  OTHER_COLLECTOR("collector2", "collectors"),
  FIELD_AGENT("field1", "fieldAgents"),
  OTHER_FIELD_AGENT("field2", "fieldAgents"),
  LEGAL_OFFICER("legal1", "legalOfficers"),
  OUTSOURCING_OFFICER("outsourcing1", "outsourcingOfficers"),
  SUPERVISOR("supervisor1", "supervisors"),
  OTHER_SUPERVISOR("supervisor2", "supervisors"),
  THIRD_SUPERVISOR("supervisor3", "supervisors"),
  OPERATOR("operator", "operators");

  private final String id;
  private final String group;

  Worker(String id, String group) {
    this.id = id;
    this.group = group;
  }

  /** Makes users of those who are none yet. */
  public static void employAll(IdentityService users) {
    for (Worker worker : values()) {
      if (users.createUserQuery().userId(worker.id).count() == 0) {
        users.saveUser(users.newUser(worker.id));
        users.createMembership(worker.id, worker.group);
      }
    }
  }

  /** Has somebody work for a group, such as a partner's; both are made if there are none. */
  public static void employ(IdentityService users, String userId, String groupId) {
    if (users.createGroupQuery().groupId(groupId).count() == 0) {
      users.saveGroup(users.newGroup(groupId));
    }
    if (users.createUserQuery().userId(userId).count() == 0) {
      users.saveUser(users.newUser(userId));
    }
    users.createMembership(userId, groupId);
  }

  public String id() {
    return id;
  }

  public String group() {
    return group;
  }
}
