package io.remit.process;

import io.remit.cases.CaseFigures;
import io.remit.contact.ContactLedger;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the decision {@code task-marks} what makes a task stand out in the lists. */
@Component
class TaskMarks {

  private final DecisionTables tables;
  private final ContactLedger contacts;

  TaskMarks(DecisionTables tables, ContactLedger contacts) {
    this.tables = tables;
    this.contacts = contacts;
  }

  /** The names of the marks, each of which is a variable of the task; none for most tasks. */
  Set<String> of(CaseFigures.Figures figures) {
    Map<String, Object> facts = Map.of("overdueAmount", figures.overdueAmount(), "lastOutcome",
        contacts.lastOutcome(figures.caseNumber()).orElse("NONE"));
    return tables.rows(CaseModel.MARKS_DECISION, facts).stream().map(row -> (String) row.get("mark"))
        .collect(Collectors.toSet());
  }
}
