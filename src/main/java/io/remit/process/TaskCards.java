package io.remit.process;

import io.remit.cases.CaseFigures;
import io.remit.contact.ContactAttempts;
import io.remit.process.decision.DecisionTables;
import io.remit.process.decision.Tables;
import java.util.Map;
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

  TaskCards(CaseFigures figures, ContactAttempts contacts, DecisionTables tables) {
    this.figures = figures;
    this.contacts = contacts;
    this.tables = tables;
  }

  /** Local variables for every task of a case. */
  public Map<String, Object> variablesFor(String caseNumber) {
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
