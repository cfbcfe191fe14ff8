package io.remit.tasklist;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorRepository;
import io.remit.cases.Stage;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.process.task.OneCollectorPerDebtor;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import io.remit.tasklist.OpenTasks.OpenTask;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What Tasklist shows of cases on its cards and beside an open task, as it is now; reading it changes nothing. */
@RestController
@RequestMapping("/api/tasks")
@Tag(name = "Tasks")
class TaskDesk {

  private static final int MOST_CARDS = 100;
  /** How the work at an element reaches the debtor; at any other it does not. */
  private static final Map<String, Channel> CONTACTS =
      Map.of("task_call_debtor", Channel.CALL, "task_visit_debtor", Channel.VISIT);

  private final OpenTasks tasks;
  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final AccountRepository accounts;
  private final CaseFigures figures;
  private final Promises promises;
  private final ContactsByPeople contacts;
  private final OneCollectorPerDebtor oneCollector;
  private final CaseDocuments documents;

  TaskDesk(OpenTasks tasks, CaseRepository cases, DebtorRepository debtors, AccountRepository accounts,
      CaseFigures figures, Promises promises, ContactsByPeople contacts, OneCollectorPerDebtor oneCollector,
      CaseDocuments documents) {
    this.tasks = tasks;
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.figures = figures;
    this.promises = promises;
    this.contacts = contacts;
    this.oneCollector = oneCollector;
    this.documents = documents;
  }

  /**
   * A task's case in short.
   *
   * @param overdueAmount in the currency
   * @param promiseBroken whether the debtor did not keep his last promise
   * @param priority of the task: the more the more urgent; 50 is usual
   */
  record Card(String taskId, String caseNumber, Stage stage, long daysPastDue, String currency,
      BigDecimal overdueAmount, boolean promiseBroken, int priority) {
  }

  /**
   * What somebody who works a task has to know at this moment.
   *
   * @param contact what the gate says to a contact now; null if the task is none
   * @param otherCall somebody else's call to the same debtor, or null
   */
  record Situation(Card card, CollectionCase.Status status, BigDecimal outstandingAmount, @Nullable Answer contact,
      OneCollectorPerDebtor.@Nullable OtherCall otherCall, List<CaseDocuments.Document> documents) {
  }

  /** @param timeZone the debtor's */
  record Answer(Channel channel, GateDecision decision, ZoneId timeZone) {
  }

  @GetMapping("/cards")
  @Operation(summary = "What the cards of some open tasks show; those that are not open any more, or about no case,"
      + " are left out")
  List<Card> cards(@RequestParam List<String> task) {
    if (task.size() > MOST_CARDS) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "task: at most " + MOST_CARDS);
    }
    List<OpenTask> open = tasks.find(task);
    Map<String, List<Account>> owed = accounts.ofCases(open.stream().map(OpenTask::caseNumber).distinct().toList())
        .stream().collect(Collectors.groupingBy(Account::caseNumber));
    return open.stream().flatMap(each -> cases.find(each.caseNumber()).map(current -> card(each,
        figures.of(current, owed.getOrDefault(each.caseNumber(), List.of())))).stream()).toList();
  }

  @GetMapping("/{taskId}")
  @Operation(summary =
      "The case of an open task as it is now, and whether its debtor may be contacted; 204 if the task is"
      + " about no case, such as a payment to identify")
  ResponseEntity<Situation> situation(@PathVariable String taskId, Principal user) {
    OpenTask task = tasks.find(taskId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such open task"));
    return cases.find(task.caseNumber()).map(current -> ResponseEntity.ok(situation(task, current, user)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  private Situation situation(OpenTask task, CollectionCase current, Principal user) {
    CaseFigures.Figures amounts = figures.of(current, accounts.ofCase(task.caseNumber()));
    return new Situation(card(task, amounts), current.status(), amounts.outstanding(), contact(task, current),
        CONTACTS.get(task.key()) == Channel.CALL
            ? oneCollector.callOfAnother(task.caseNumber(), user.getName()).orElse(null) : null,
        documents.of(task.caseNumber()));
  }

  private Card card(OpenTask task, CaseFigures.Figures amounts) {
    return new Card(task.taskId(), task.caseNumber(), amounts.stage(), amounts.daysPastDue(), amounts.currency(),
        amounts.overdue(), promises.newest(task.caseNumber()).filter(Promise.Status::isNotKept).isPresent(),
        task.priority());
  }

  private @Nullable Answer contact(OpenTask task, CollectionCase current) {
    Channel channel = CONTACTS.get(task.key());
    return channel == null ? null : new Answer(channel, contacts.look(task.caseNumber(), channel, Person.DEBTOR),
        debtors.get(current.debtorId()).timeZone());
  }
}
