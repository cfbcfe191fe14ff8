package io.remit.access;

import org.camunda.bpm.engine.authorization.Groups;

/** The groups of the creditor's own people; partners have a group each: {@link io.remit.partner.Partner#groupOf}. */
enum StaffGroup {

  COLLECTORS("collectors", "Collectors"),
  FIELD_AGENTS("fieldAgents", "Field agents"),
  LEGAL_OFFICERS("legalOfficers", "Legal officers"),
  OUTSOURCING_OFFICERS("outsourcingOfficers", "Outsourcing officers"),
  SUPERVISORS("supervisors", "Supervisors"),
  PROCESS_OWNERS("processOwners", "Process owners"),
  MANAGERS("managers", "Managers"),
  OPERATORS("operators", "Operators"),
  /** The engine's own group of administrators: it may do everything. */
  ADMINISTRATORS(Groups.CAMUNDA_ADMIN, "Administrators");

  private final String id;
  private final String displayName;

  StaffGroup(String id, String displayName) {
    this.id = id;
    this.displayName = displayName;
  }

  String id() {
    return id;
  }

  String displayName() {
    return displayName;
  }
}
