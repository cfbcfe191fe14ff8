package io.remit.access;

/** The users of the demo. Each one's password is the id. */
public enum DemoUser {

  ADMIN("admin", "Administrator", "One", StaffGroup.ADMINISTRATORS.id()),
  OPERATOR("operator", "Operator", "One", StaffGroup.OPERATORS.id()),
  COLLECTOR_1("collector1", "Collector", "One", StaffGroup.COLLECTORS.id()),
  COLLECTOR_2("collector2", "Collector", "Two", StaffGroup.COLLECTORS.id()),
  FIELD_1("field1", "Field agent", "One", StaffGroup.FIELD_AGENTS.id()),
  FIELD_2("field2", "Field agent", "Two", StaffGroup.FIELD_AGENTS.id()),
  LEGAL_1("legal1", "Legal officer", "One", StaffGroup.LEGAL_OFFICERS.id()),
  OUTSOURCING_1("outsourcing1", "Outsourcing officer", "One", StaffGroup.OUTSOURCING_OFFICERS.id()),
  SUPERVISOR_1("supervisor1", "Supervisor", "One", StaffGroup.SUPERVISORS.id()),
  SUPERVISOR_2("supervisor2", "Supervisor", "Two", StaffGroup.SUPERVISORS.id()),
  MANAGER_1("manager1", "Manager", "One", StaffGroup.MANAGERS.id()),
  OWNER_1("owner1", "Process owner", "One", StaffGroup.PROCESS_OWNERS.id()),
  PARTNER_1("partner1", "Partner", "One", "partneragency1");

  private final String id;
  private final String firstName;
  private final String lastName;
  private final String groupId;

  DemoUser(String id, String firstName, String lastName, String groupId) {
    this.id = id;
    this.firstName = firstName;
    this.lastName = lastName;
    this.groupId = groupId;
  }

  /** The user id, and the password. */
  public String id() {
    return id;
  }

  String firstName() {
    return firstName;
  }

  String lastName() {
    return lastName;
  }

  String groupId() {
    return groupId;
  }
}
