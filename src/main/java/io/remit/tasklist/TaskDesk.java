package io.remit.tasklist;

import io.remit.casefile.GateAnswers;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.process.task.OneCollectorPerDebtor;
import io.remit.tasklist.OpenTasks.OpenTask;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Map;
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
  private final CaseCards cards;
  private final GateAnswers answers;
  private final OneCollectorPerDebtor oneCollector;
  private final CaseDocuments documents;

  TaskDesk(OpenTasks tasks, CaseCards cards, GateAnswers answers, OneCollectorPerDebtor oneCollector,
      CaseDocuments documents) {
    this.tasks = tasks;
    this.cards = cards;
    this.answers = answers;
    this.oneCollector = oneCollector;
    this.documents = documents;
  }

  /**
   * What somebody who works a task has to know at this moment.
   *
   * @param contact what the gate says to a contact now; null if the task is none
   * @param otherCall somebody else's call to the same debtor, or null
   */
  record Situation(CaseCards.Card card, CollectionCase.Status status, BigDecimal outstandingAmount,
      GateAnswers.@Nullable Answer contact, OneCollectorPerDebtor.@Nullable OtherCall otherCall,
      List<CaseDocuments.Document> documents) {
  }

  @GetMapping("/cards")
  @Operation(summary = "What the cards of some open tasks show; those that are not open any more, or about no case,"
      + " are left out")
  List<CaseCards.Card> cards(@RequestParam List<String> task) {
    if (task.size() > MOST_CARDS) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "task: at most " + MOST_CARDS);
    }
    return cards.of(tasks.find(task));
  }

  @GetMapping("/{taskId}")
  @Operation(summary =
      "The case of an open task as it is now, and whether its debtor may be contacted; 204 if the task is"
      + " about no case, such as a payment to identify")
  ResponseEntity<Situation> situation(@PathVariable String taskId, Principal user) {
    OpenTask task = tasks.find(taskId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such open task"));
    return cards.caseOf(task).map(its -> ResponseEntity.ok(situation(task, its, user)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  private Situation situation(OpenTask task, CaseCards.TaskCase its, Principal user) {
    Channel channel = CONTACTS.get(task.key());
    return new Situation(its.card(), its.current().status(), its.figures().outstanding(),
        channel == null ? null : answers.of(its.current(), channel),
        channel == Channel.CALL ? oneCollector.callOfAnother(task.caseNumber(), user.getName()).orElse(null) : null,
        documents.of(task.caseNumber()));
  }
}
