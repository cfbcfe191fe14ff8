package io.remit.access;

import static io.remit.access.ApiRoute.delete;
import static io.remit.access.ApiRoute.get;
import static io.remit.access.ApiRoute.post;
import static io.remit.access.ApiRoute.put;
import static io.remit.access.StaffGroup.ADMINISTRATORS;
import static io.remit.access.StaffGroup.COLLECTORS;
import static io.remit.access.StaffGroup.FIELD_AGENTS;
import static io.remit.access.StaffGroup.LEGAL_OFFICERS;
import static io.remit.access.StaffGroup.MANAGERS;
import static io.remit.access.StaffGroup.OPERATORS;
import static io.remit.access.StaffGroup.OUTSOURCING_OFFICERS;
import static io.remit.access.StaffGroup.PROCESS_OWNERS;
import static io.remit.access.StaffGroup.SUPERVISORS;

import java.util.List;

/**
 * Who may call what under {@code /api}, and what operators watch. What no line names is refused; a test holds every
 * route of the code to a line here.
 */
final class ApiRoutes {

  /**
   * Who works on cases or answers for them. Not the partners, who see only what was placed with them, in Tasklist; and
   * not the process owners, who change models and rules and need no debtor's data for it.
   */
  private static final List<StaffGroup> STAFF = List.of(COLLECTORS, FIELD_AGENTS, LEGAL_OFFICERS, OUTSOURCING_OFFICERS,
      SUPERVISORS, MANAGERS, OPERATORS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_SPEAK_WITH_DEBTORS =
      List.of(COLLECTORS, FIELD_AGENTS, SUPERVISORS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_VISIT = List.of(FIELD_AGENTS, SUPERVISORS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_AGREE_TERMS = List.of(COLLECTORS, SUPERVISORS, ADMINISTRATORS);
  private static final List<StaffGroup> SUPERVISING = List.of(SUPERVISORS, ADMINISTRATORS);
  private static final List<StaffGroup> SUPERVISING_OR_MANAGING = List.of(SUPERVISORS, MANAGERS, ADMINISTRATORS);
  private static final List<StaffGroup> MANAGING = List.of(MANAGERS, ADMINISTRATORS);
  private static final List<StaffGroup> OPERATING = List.of(OPERATORS, ADMINISTRATORS);
  private static final List<StaffGroup> OPERATING_OR_SUPERVISING = List.of(OPERATORS, SUPERVISORS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_LOOK_AFTER_CASES =
      List.of(OPERATORS, SUPERVISORS, MANAGERS, ADMINISTRATORS);
  private static final List<StaffGroup> OPERATING_OR_MANAGING = List.of(OPERATORS, MANAGERS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_KEEP_PARTNERS = List.of(OUTSOURCING_OFFICERS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_KEEP_PARTNERS_OR_SUPERVISE =
      List.of(OUTSOURCING_OFFICERS, SUPERVISORS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_KNOW_PARTNERS =
      List.of(OUTSOURCING_OFFICERS, SUPERVISORS, MANAGERS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_BRING_FILES =
      List.of(OPERATORS, OUTSOURCING_OFFICERS, LEGAL_OFFICERS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_KNOW_LEGAL_HOLDS =
      List.of(LEGAL_OFFICERS, SUPERVISORS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_CHANGE_MODELS = List.of(PROCESS_OWNERS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_DECIDE_ON_MODELS = List.of(PROCESS_OWNERS, SUPERVISORS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_SEE_MODELS =
      List.of(PROCESS_OWNERS, SUPERVISORS, MANAGERS, OPERATORS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_MOVE_CASES = List.of(PROCESS_OWNERS, OPERATORS, ADMINISTRATORS);
  private static final List<StaffGroup> WHO_KNOW_MOVED_CASES =
      List.of(PROCESS_OWNERS, OPERATORS, MANAGERS, ADMINISTRATORS);
  private static final List<StaffGroup> ADMINISTERING = List.of(ADMINISTRATORS);
  private static final List<StaffGroup> EVERY_USER = List.of();

  static final List<ApiRoute> ALL = List.of(
      post("/api/intake/**", OPERATING),
      get("/api/intake/files", OPERATING),
      get("/api/intake/files/*", OPERATING),
      get("/api/waiting-orders", OPERATING_OR_SUPERVISING),
      post("/api/waiting-orders/*/rejection", SUPERVISING),
      get("/api/follow-ups", WHO_LOOK_AFTER_CASES),
      get("/api/waiting-cases", WHO_LOOK_AFTER_CASES),
      get("/api/case-proofs", WHO_LOOK_AFTER_CASES),
      post("/api/case-proofs", OPERATING_OR_MANAGING),
      get("/api/case-proofs/*", WHO_LOOK_AFTER_CASES),
      get("/api/event-log.xes", OPERATING_OR_MANAGING),
      get("/api/event-log.jsonocel", OPERATING_OR_MANAGING),
      post("/api/cases/*/restart", SUPERVISING),
      get("/api/cases", STAFF),
      get("/api/cases/*", STAFF),
      get("/api/cases/*/timeline", STAFF),
      get("/api/cases/*/standing", MANAGING),
      post("/api/cases/*/holds", SUPERVISING),
      post("/api/cases/*/holds/*/contact", SUPERVISING),
      post("/api/cases/*/holds/*/evidence", WHO_SPEAK_WITH_DEBTORS),
      get("/api/cases/*/holds/*/evidence", STAFF),
      post("/api/cases/*/holds/*/evidence/*/verdict", SUPERVISING),
      post("/api/cases/*/hardship", WHO_SPEAK_WITH_DEBTORS),
      get("/api/cases/*/reliefs", STAFF),
      post("/api/cases/*/complaints", WHO_SPEAK_WITH_DEBTORS),
      get("/api/cases/*/complaints", SUPERVISING_OR_MANAGING),
      get("/api/regional-rules", STAFF),
      post("/api/regional-rules", SUPERVISING),
      post("/api/regional-rules/*/end", SUPERVISING),
      post("/api/cases/*/withdrawal", SUPERVISING),
      get("/api/tasks/*", STAFF),
      get("/api/cases/*/visits", STAFF),
      get("/api/visits/day", WHO_VISIT),
      get("/api/visits/day.pdf", WHO_VISIT),
      post("/api/visits/day", WHO_VISIT).alsoFromPages(),
      post("/api/visits/day/handover", SUPERVISING),
      get("/api/visits/agents", SUPERVISING_OR_MANAGING),
      put("/api/visits/agents/*", SUPERVISING),
      get("/api/cases/*/plans", STAFF),
      post("/api/cases/*/plans", WHO_AGREE_TERMS),
      post("/api/cases/*/plans/preview", WHO_AGREE_TERMS),
      post("/api/cases/*/plans/*/cancellation", SUPERVISING),
      get("/api/cases/*/offers", STAFF),
      post("/api/cases/*/offers", WHO_AGREE_TERMS),
      get("/api/accounts/balance", STAFF),
      get("/api/accounts/ledger", STAFF),
      get("/api/debtors/access-report", SUPERVISING_OR_MANAGING),
      get("/api/debtors/*/access-report", SUPERVISING_OR_MANAGING),
      get("/api/debtors/reachability", STAFF),
      post("/api/debtors/channels", WHO_SPEAK_WITH_DEBTORS),
      post("/api/debtors/numbers", WHO_SPEAK_WITH_DEBTORS),
      post("/api/debtors/agreed-hours", WHO_SPEAK_WITH_DEBTORS),
      get("/api/debtors/safety-notes", WHO_SPEAK_WITH_DEBTORS),
      post("/api/debtors/safety-notes", WHO_VISIT),
      post("/api/debtors/safety-notes/*/end", SUPERVISING),
      get("/api/debtors/data", SUPERVISING),
      get("/api/debtors/data.pdf", SUPERVISING),
      get("/api/debtors/corrections", SUPERVISING),
      post("/api/debtors/corrections", SUPERVISING),
      get("/api/debtors/erasure", SUPERVISING),
      post("/api/debtors/erasure", SUPERVISING),
      post("/api/debtors/erasure/decision", SUPERVISING),
      get("/api/debtors/legal-holds", WHO_KNOW_LEGAL_HOLDS),
      post("/api/debtors/legal-holds", List.of(LEGAL_OFFICERS)),
      post("/api/debtors/legal-holds/*/end", List.of(LEGAL_OFFICERS)),
      get("/api/accounts/*/balance", STAFF),
      get("/api/accounts/*/ledger", STAFF),
      get("/api/books/exports", OPERATING),
      post("/api/books/exports", OPERATING),
      get("/api/books/differences", SUPERVISING),
      get("/api/books/credits", SUPERVISING),
      get("/api/contacts", STAFF),
      post("/api/cases/*/contacts", WHO_SPEAK_WITH_DEBTORS).orPartners().alsoFromPages(),
      post("/api/cases/*/contacts/result", WHO_SPEAK_WITH_DEBTORS).orPartners(),
      get("/api/near-by", ADMINISTERING).orPartners(),
      post("/api/near-by/*/taking", ADMINISTERING).orPartners(),
      post("/api/near-by/*/refusal", ADMINISTERING).orPartners(),
      get("/api/debtors/*/reachability", STAFF),
      post("/api/debtors/*/channels", WHO_SPEAK_WITH_DEBTORS),
      post("/api/debtors/*/numbers", WHO_SPEAK_WITH_DEBTORS),
      post("/api/debtors/*/agreed-hours", WHO_SPEAK_WITH_DEBTORS),
      get("/api/debtors/*/safety-notes", WHO_SPEAK_WITH_DEBTORS),
      post("/api/debtors/*/safety-notes", WHO_VISIT),
      post("/api/debtors/*/safety-notes/*/end", SUPERVISING),
      get("/api/debtors/*/data", SUPERVISING),
      get("/api/debtors/*/data.pdf", SUPERVISING),
      get("/api/debtors/*/corrections", SUPERVISING),
      post("/api/debtors/*/corrections", SUPERVISING),
      get("/api/debtors/*/erasure", SUPERVISING),
      post("/api/debtors/*/erasure", SUPERVISING),
      post("/api/debtors/*/erasure/decision", SUPERVISING),
      get("/api/debtors/*/legal-holds", WHO_KNOW_LEGAL_HOLDS),
      post("/api/debtors/*/legal-holds", List.of(LEGAL_OFFICERS)),
      post("/api/debtors/*/legal-holds/*/end", List.of(LEGAL_OFFICERS)),
      get("/api/portfolio", MANAGING),
      get("/api/collectors", SUPERVISING_OR_MANAGING),
      get("/api/collectors/*", SUPERVISING_OR_MANAGING),
      put("/api/collectors/*", SUPERVISING),
      delete("/api/collectors/*", SUPERVISING),
      post("/api/collectors/*/absences", SUPERVISING),
      delete("/api/collectors/*/absences/*", SUPERVISING),
      post("/api/division/preview", SUPERVISING),
      post("/api/division/run", SUPERVISING),
      post("/api/division/move", SUPERVISING),
      get("/api/division/runs", SUPERVISING_OR_MANAGING),
      get("/api/division/runs/*", SUPERVISING_OR_MANAGING),
      get("/api/exchange/doubts", WHO_BRING_FILES),
      post("/api/exchange/doubts/*", WHO_BRING_FILES),
      get("/api/partners", WHO_KNOW_PARTNERS),
      post("/api/partners", WHO_KEEP_PARTNERS),
      get("/api/partners/*", WHO_KNOW_PARTNERS),
      get("/api/partners/*/statements/*", WHO_KNOW_PARTNERS),
      put("/api/partners/*", WHO_KEEP_PARTNERS),
      post("/api/partners/*/key", WHO_KEEP_PARTNERS),
      post("/api/partners/*/key/confirmation", SUPERVISING),
      get("/api/partners/*/batches", WHO_KNOW_PARTNERS),
      post("/api/partners/*/batches", WHO_KEEP_PARTNERS),
      get("/api/partners/*/batches/*", WHO_KNOW_PARTNERS),
      get("/api/partners/*/batches/next", WHO_KNOW_PARTNERS),
      get("/api/partners/*/batches/proposed", WHO_KNOW_PARTNERS),
      post("/api/partners/*/batches/*/delivery", WHO_KEEP_PARTNERS),
      get("/api/partners/*/files", WHO_KNOW_PARTNERS),
      get("/api/partners/*/deletion-proofs", WHO_KNOW_PARTNERS),
      post("/api/partners/*/deletion-proofs", WHO_KEEP_PARTNERS),
      post("/api/partners/*/recall", WHO_KEEP_PARTNERS),
      post("/api/partners/*/sale-basis", WHO_KEEP_PARTNERS),
      post("/api/partners/*/sale-basis/legal-signature", List.of(LEGAL_OFFICERS)),
      post("/api/partners/*/sale-basis/supervisor-signature", List.of(SUPERVISORS)),
      get("/api/partners/*/changes", WHO_KNOW_PARTNERS),
      get("/api/partners/*/changes/*", WHO_KNOW_PARTNERS),
      post("/api/partners/*/changes/*/delivery", WHO_KEEP_PARTNERS),
      post("/api/partners/*/suspension", WHO_KEEP_PARTNERS_OR_SUPERVISE),
      post("/api/partners/*/suspension/end", WHO_KEEP_PARTNERS_OR_SUPERVISE),
      get("/api/batches", SUPERVISING_OR_MANAGING),
      post("/api/batches", SUPERVISING_OR_MANAGING).alsoFromPages(),
      post("/api/batches/preview", SUPERVISING_OR_MANAGING).alsoFromPages(),
      get("/api/batches/*", SUPERVISING_OR_MANAGING),
      get("/api/batches/*/report", SUPERVISING_OR_MANAGING),
      get("/api/models/running", WHO_SEE_MODELS),
      get("/api/models/releases", WHO_SEE_MODELS),
      get("/api/models/releases/*", WHO_SEE_MODELS),
      get("/api/models/releases/*/file", WHO_SEE_MODELS),
      get("/api/models/releases/*/differences", WHO_SEE_MODELS),
      get("/api/models/releases/*/picture", WHO_SEE_MODELS),
      get("/api/models/releases/*/trial", WHO_SEE_MODELS),
      post("/api/models/releases/*/trial", WHO_DECIDE_ON_MODELS).alsoFromPages(),
      post("/api/models/releases", WHO_CHANGE_MODELS).alsoFromPages(),
      post("/api/models/releases/*/decision", WHO_DECIDE_ON_MODELS).alsoFromPages(),
      post("/api/models/releases/*/rollback", WHO_CHANGE_MODELS).alsoFromPages(),
      get("/api/models/migrations", WHO_KNOW_MOVED_CASES),
      post("/api/models/migrations", WHO_MOVE_CASES).alsoFromPages(),
      get("/api/models/migrations/*", WHO_KNOW_MOVED_CASES),
      get("/api/models/migrations/*/report", WHO_KNOW_MOVED_CASES),
      get("/api/access-limits", ADMINISTERING),
      put("/api/access-limits/*/*", ADMINISTERING),
      delete("/api/access-limits/*/*", ADMINISTERING),
      delete("/api/users/*/second-factor", ADMINISTERING),
      get("/api/audit", MANAGING),
      get("/api/audit/verification", MANAGING),
      post("/api/audit/verification", MANAGING),
      get("/api/audit/users", MANAGING),
      get("/api/audit/users/*", MANAGING),
      get("/api/figures", MANAGING),
      get("/api/figures/*", MANAGING),
      get("/api/figures/*/cases", MANAGING),
      get("/api/processes/*/heat", MANAGING),
      get("/api/me", EVERY_USER),
      get("/api/words", EVERY_USER),
      get("/api/clock", ADMINISTERING),
      post("/api/clock/**", ADMINISTERING),
      get("/actuator/prometheus", OPERATING),
      get("/api/docs/**", EVERY_USER),
      get("/api/docs.yaml", EVERY_USER));

  private ApiRoutes() {
  }
}
