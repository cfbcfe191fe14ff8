package io.remit.tasklist;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.Stage;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import io.remit.tasklist.OpenTasks.OpenTask;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the cards of open tasks show of their cases. */
@Component
class CaseCards {

  private final CaseRepository cases;
  private final AccountRepository accounts;
  private final CaseFigures figures;
  private final Promises promises;

  CaseCards(CaseRepository cases, AccountRepository accounts, CaseFigures figures, Promises promises) {
    this.cases = cases;
    this.accounts = accounts;
    this.figures = figures;
    this.promises = promises;
  }

  /**
   * A task's case in short.
   *
   * @param overdueAmount in the currency
   * @param promiseBroken whether the debtor did not keep the last promise
   * @param priority of the task: the more the more urgent; 50 is usual
   */
  record Card(String taskId, String caseNumber, Stage stage, long daysPastDue, String currency,
      BigDecimal overdueAmount, boolean promiseBroken, int priority) {
  }

  /** The case of a task. */
  record TaskCase(CollectionCase current, CaseFigures.Figures figures, Card card) {
  }

  /** The cards of tasks; one that is about no case has none. */
  List<Card> of(List<OpenTask> open) {
    Map<String, List<Account>> owed = accounts.ofCases(open.stream().map(OpenTask::caseNumber).distinct().toList())
        .stream().collect(Collectors.groupingBy(Account::caseNumber));
    return open.stream().flatMap(each -> cases.find(each.caseNumber()).map(current -> card(each,
        figures.of(current, owed.getOrDefault(each.caseNumber(), List.of())))).stream()).toList();
  }

  /** The case of a task; empty if it is about none. */
  Optional<TaskCase> caseOf(OpenTask task) {
    return cases.find(task.caseNumber()).map(current -> {
      CaseFigures.Figures amounts = figures.of(current, accounts.ofCase(task.caseNumber()));
      return new TaskCase(current, amounts, card(task, amounts));
    });
  }

  private Card card(OpenTask task, CaseFigures.Figures amounts) {
    return new Card(task.taskId(), task.caseNumber(), amounts.stage(), amounts.daysPastDue(), amounts.currency(),
        amounts.overdue(), promises.newest(task.caseNumber()).filter(Promise.Status::isNotKept).isPresent(),
        task.priority());
  }
}
