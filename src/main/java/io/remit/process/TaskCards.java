package io.remit.process;

import io.remit.cases.CaseFigures;
import io.remit.contact.ContactAttempts;
import io.remit.legal.firm.FirmCases;
import io.remit.outsourcing.Placements;
import io.remit.partner.DataField;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.remit.process.decision.DecisionTables;
import io.remit.process.decision.Tables;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The few values that a task's card in Tasklist shows and lists look for: no personal data. */
@Component
public class TaskCards {

  public static final String OVERDUE_AMOUNT = "overdueAmount";
  public static final String DUE_SINCE = "dueSince";

  private final CaseFigures figures;
  private final ContactAttempts contacts;
  private final DecisionTables tables;
  private final Placements placements;
  private final PartnerRegister register;
  private final FirmCases firms;

  TaskCards(CaseFigures figures, ContactAttempts contacts, DecisionTables tables, Placements placements,
      PartnerRegister register, FirmCases firms) {
    this.figures = figures;
    this.contacts = contacts;
    this.tables = tables;
    this.placements = placements;
    this.register = register;
    this.firms = firms;
  }

  /**
   * Local variables for a task of a case.
   *
   * @param taskKey the task's element: on a partner's own stands only what that partner may be told
   */
  public Map<String, Object> variablesFor(String caseNumber, String taskKey) {
    if (taskKey.equals(CaseModel.CONFIRM_DELETION_TASK)) {
      return Map.of();
    }
    Map<String, Object> variables = variablesFor(caseNumber);
    if (taskKey.equals(CaseModel.NEAR_BY_TASK)) {
      variables.clear();
    } else if (taskKey.equals(CaseModel.WORK_PLACED_TASK)) {
      variables.keySet().retainAll(toldTo(placements.partnerThatHas(caseNumber).map(register::get)));
    } else if (taskKey.equals(CaseModel.FIRM_STEP_TASK) || taskKey.equals(CaseModel.FIRM_ENFORCEMENT_TASK)) {
      variables.keySet().retainAll(toldTo(firms.firmThatHas(caseNumber)));
    }
    return variables;
  }

  private static Set<String> toldTo(Optional<Partner> partner) {
    return partner.map(each -> toldTo(each.scope().dataFields())).orElse(Set.of());
  }

  private static Set<String> toldTo(Set<DataField> allowed) {
    Set<String> told = new HashSet<>(Set.of(CaseModel.STAGE));
    if (allowed.contains(DataField.OVERDUE_AMOUNT)) {
      told.add(OVERDUE_AMOUNT);
    }
    if (allowed.contains(DataField.OLDEST_DUE_DATE)) {
      told.add(DUE_SINCE);
    }
    return told;
  }

  private Map<String, Object> variablesFor(String caseNumber) {
    CaseFigures.Figures of = figures.of(caseNumber);
    VariableMap variables = Variables.createVariables();
    variables.put(CaseModel.STAGE, of.stage().name());
    variables.put(OVERDUE_AMOUNT, of.currency() + " " + of.overdue().toPlainString());
    variables.put(DUE_SINCE, of.baseDueDate().toString());
    tables.rows(Tables.MARKS, new Tables.OfTask(of.overdueAmount(), contacts.lastOutcome(caseNumber).orElse("NONE")))
        .forEach(row -> variables.put(row.mark(), true));
    return variables;
  }
}
