package io.remit.process;

/** The people who complete tasks, each with the group that gives him the right to. */
enum Worker {
  COLLECTOR("collector1", "collectors"),
  OTHER_COLLECTOR("collector2", "collectors"),
  FIELD_AGENT("field1", "fieldAgents"),
  LEGAL_OFFICER("legal1", "legalOfficers"),
  OUTSOURCING_OFFICER("outsourcing1", "outsourcingOfficers"),
  SUPERVISOR("supervisor1", "supervisors"),
  OTHER_SUPERVISOR("supervisor2", "supervisors"),
  THIRD_SUPERVISOR("supervisor3", "supervisors");

  private final String id;
  private final String group;

  Worker(String id, String group) {
    this.id = id;
    this.group = group;
  }

  String id() {
    return id;
  }

  String group() {
    return group;
  }
}
