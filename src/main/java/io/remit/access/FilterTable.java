package io.remit.access;

import static io.remit.access.StaffGroup.COLLECTORS;
import static io.remit.access.StaffGroup.FIELD_AGENTS;
import static io.remit.access.StaffGroup.LEGAL_OFFICERS;
import static io.remit.access.StaffGroup.OPERATORS;
import static io.remit.access.StaffGroup.OUTSOURCING_OFFICERS;
import static io.remit.access.StaffGroup.SUPERVISORS;
import static io.remit.access.WorkProcess.CASE_PROOF;
import static io.remit.access.WorkProcess.COMPLAINT;
import static io.remit.access.WorkProcess.DISPUTE;
import static io.remit.access.WorkProcess.FIND_DEBTOR;
import static io.remit.access.WorkProcess.HARDSHIP;
import static io.remit.access.WorkProcess.HOLD_REVIEW;
import static io.remit.access.WorkProcess.IDENTIFY_PAYMENT;
import static io.remit.access.WorkProcess.MANDATE_END;
import static io.remit.access.WorkProcess.PARTNER_ADMISSION;
import static io.remit.access.WorkProcess.PARTNER_APPLICATION;
import static io.remit.access.WorkProcess.PARTNER_CARE;
import static io.remit.access.WorkProcess.PARTNER_KEY;
import static io.remit.access.WorkProcess.PAYMENT_SEARCH;
import static io.remit.access.WorkProcess.PLACEMENT_BATCH;
import static io.remit.access.WorkProcess.PLAN;
import static io.remit.access.WorkProcess.PROMISE;
import static io.remit.access.WorkProcess.SAME_PERSON;
import static io.remit.access.WorkProcess.SETTLEMENT_OFFER;
import static io.remit.access.WorkProcess.SETTLE_MESSAGE;
import static io.remit.access.WorkProcess.STATEMENT_DIFFERENCE;
import static io.remit.access.WorkProcess.TELL_COURT;
import static io.remit.access.WorkProcess.TELL_PARTNER;
import static io.remit.contact.treatment.CallPriority.BROKEN_PROMISE;

import io.remit.access.TaskFilter.Audience;
import io.remit.dispute.Disputes;
import io.remit.process.engine.QueryExpression;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The task lists of each group. They have no order of their own: it would go before the one that a user chose, and
 * before the one by which Next finds the best task. The list of a group with the lowest number is the one that Tasklist
 * opens.
 *
 * <p>Long lists name the one element of a model of which they hold the tasks, and not the process: then PostgreSQL
 * finds a page in an index that begins with it, while a process is several versions of a model.
 *
 * <p>These are the only queries with expressions in them, and the engine evaluates no others in a query.
 */
final class FilterTable {

  private static final String ME = QueryExpression.ME.text();
  private static final String MY_GROUPS = QueryExpression.MY_GROUPS.text();
  private static final String NOW = QueryExpression.NOW.text();
  private static final String TODAY = QueryExpression.TODAY.text();

  private static final String BLUE = "#2563eb";
  private static final String GREEN = "#15803d";
  private static final String RED = "#b91c1c";
  private static final String GREY = "#6b7280";

  private FilterTable() {
  }

  static List<TaskFilter> all() {
    return List.of(
        new TaskFilter("Calls due now", 10, BLUE, "Calls that are yours or nobody's yet",
            tasks -> mineOrFree(calls(tasks)), Audience.of(COLLECTORS)),
        new TaskFilter("My calls", 11, GREEN, "Calls that you have claimed or been given",
            tasks -> calls(tasks).taskAssigneeExpression(ME), Audience.of(COLLECTORS)),
        new TaskFilter("Calls overdue", 12, RED, "Calls that should have been made before now",
            tasks -> calls(tasks).dueBeforeExpression(NOW), Audience.of(COLLECTORS, SUPERVISORS)),

        new TaskFilter("Broken promises", 13, RED, "Calls to debtors who did not keep their last promise",
            tasks -> mineOrFree(calls(tasks)).taskMinPriority(BROKEN_PROMISE.value()),
            Audience.of(COLLECTORS)),
        new TaskFilter("Call-backs", 14, BLUE, "Debtors who wrote or asked a robot for a person, and wait for us",
            tasks -> marked(mineOrFree(calls(tasks)), "callBack"), Audience.of(COLLECTORS)),
        new TaskFilter("New today", 15, GREEN, "Calls that came up today",
            tasks -> mineOrFree(calls(tasks)).taskCreatedAfterExpression(TODAY), Audience.of(COLLECTORS)),
        new TaskFilter("High value", 16, GREY, "Calls about large debts",
            tasks -> marked(mineOrFree(calls(tasks)), "highValue"), Audience.of(COLLECTORS)),

        new TaskFilter("Visits", 10, BLUE, "Visits that are yours or nobody's yet",
            tasks -> mineOrFree(visits(tasks)), Audience.of(FIELD_AGENTS)),
        new TaskFilter("My visits", 11, GREEN, "Visits that you have claimed or been given",
            tasks -> visits(tasks).taskAssigneeExpression(ME), Audience.of(FIELD_AGENTS)),
        new TaskFilter("New visits", 12, GREEN, "Visits that came up today",
            tasks -> mineOrFree(visits(tasks)).taskCreatedAfterExpression(TODAY),
            Audience.of(FIELD_AGENTS)),
        new TaskFilter("High-value visits", 13, GREY, "Visits about large debts",
            tasks -> marked(mineOrFree(visits(tasks)), "highValue"), Audience.of(FIELD_AGENTS)),
        new TaskFilter("Visits overdue", 14, RED, "Visits that should have been made before now",
            tasks -> visits(tasks).dueBeforeExpression(NOW), Audience.of(FIELD_AGENTS)),

        new TaskFilter("Cases to review", 10, BLUE, "Is it worth going to court, and is the file complete?",
            tasks -> tasks.taskDefinitionKey("task_review_court_case"), Audience.of(LEGAL_OFFICERS)),
        new TaskFilter("At court", 11, GREY, "Filed cases whose result is awaited, and judgments that are enforced",
            tasks -> tasks.taskDefinitionKeyIn("task_record_court_result", "task_enforce_judgment"),
            Audience.of(LEGAL_OFFICERS)),
        new TaskFilter("Court to be told", 12, RED, "Suits of cases that were paid, taken back or paused meanwhile",
            tasks -> of(tasks, TELL_COURT), Audience.of(LEGAL_OFFICERS)),

        new TaskFilter("Placements to approve", 10, BLUE, "Cases that would go to a partner",
            tasks -> tasks.taskDefinitionKey("task_approve_placement"),
            Audience.of(OUTSOURCING_OFFICERS)),
        new TaskFilter("Batches to approve", 11, BLUE, "What is proposed for a partner, to be approved together",
            tasks -> of(tasks, PLACEMENT_BATCH), Audience.of(OUTSOURCING_OFFICERS)),
        new TaskFilter("With partners", 11, GREY, "Placed cases, to watch or to recall",
            tasks -> tasks.taskDefinitionKey("task_follow_placement"),
            Audience.of(OUTSOURCING_OFFICERS)),
        new TaskFilter("Partners to be told", 12, RED, "Placed cases that were paid, taken back or paused meanwhile",
            tasks -> of(tasks, TELL_PARTNER), Audience.of(OUTSOURCING_OFFICERS)),
        new TaskFilter("Partners to look after", 13, BLUE, "Partners to evaluate, and licences that end soon",
            tasks -> of(tasks, PARTNER_CARE), Audience.of(OUTSOURCING_OFFICERS)),
        new TaskFilter("Back from partners", 15, BLUE,
            "Cases that came back, of which an officer decides what comes next",
            tasks -> tasks.taskDefinitionKey("task_decide_after_placement"),
            Audience.of(OUTSOURCING_OFFICERS)),
        new TaskFilter("Proofs and reports to ask for", 16, RED,
            "Partners that did not confirm a deletion in time, or tell nothing of their cases",
            tasks -> tasks.taskDefinitionKeyIn("task_ask_deletion", "task_ask_report"),
            Audience.of(OUTSOURCING_OFFICERS)),
        new TaskFilter("Applications", 14, BLUE, "Lawyers and collectors who want to become partners",
            tasks -> of(tasks, PARTNER_APPLICATION), Audience.of(OUTSOURCING_OFFICERS)),

        new TaskFilter("Holds to review", 10, BLUE, "Other reasons to pause",
            tasks -> of(tasks, HOLD_REVIEW), Audience.of(SUPERVISORS)),
        new TaskFilter("Disputes", 11, BLUE, "Debtors who say that they do not owe this, or not so much",
            tasks -> of(tasks, DISPUTE), Audience.of(SUPERVISORS)),
        new TaskFilter("Disputes late", 12, RED, "Disputes that should have been answered by now",
            tasks -> of(tasks, DISPUTE).taskMinPriority(Disputes.LATE_PRIORITY), Audience.of(SUPERVISORS)),
        new TaskFilter("Hardship", 13, BLUE, "Debtors who cannot pay: evidence to check, relief to decide on",
            tasks -> of(tasks, HARDSHIP), Audience.of(SUPERVISORS)),
        new TaskFilter("Complaints", 14, BLUE, "Debtors who complain about how they were treated",
            tasks -> of(tasks, COMPLAINT), Audience.of(SUPERVISORS)),
        new TaskFilter("Messages in doubt", 15, GREY, "Messages of which no gateway can tell whether they were sent",
            tasks -> of(tasks, SETTLE_MESSAGE), Audience.of(SUPERVISORS)),
        new TaskFilter("Promises to approve", 16, BLUE, "Promises beyond what collectors may take alone",
            tasks -> of(tasks, PROMISE), Audience.of(SUPERVISORS)),
        new TaskFilter("Plans", 17, BLUE, "Plans to approve, and plans to which debtors should answer",
            tasks -> of(tasks, PLAN), Audience.of(SUPERVISORS)),
        new TaskFilter("Offers", 18, BLUE, "Waivers and offers to settle for less that need approval",
            tasks -> of(tasks, SETTLEMENT_OFFER), Audience.of(SUPERVISORS)),
        new TaskFilter("Payments to look for", 19, GREY, "Debtors say that they paid, and we do not see it",
            tasks -> of(tasks, PAYMENT_SEARCH), Audience.of(SUPERVISORS)),
        new TaskFilter("Payments to identify", 20, GREY, "Money of which it is not certain for which account it is",
            tasks -> of(tasks, IDENTIFY_PAYMENT), Audience.of(SUPERVISORS)),
        new TaskFilter("Overdue tasks", 21, RED, "Work of every group that should have been done before now",
            tasks -> ofAnyGroup(tasks).dueBeforeExpression(NOW), Audience.of(SUPERVISORS)),
        new TaskFilter("All open tasks", 22, GREY, "Work of every group",
            FilterTable::ofAnyGroup, Audience.of(SUPERVISORS)),
        new TaskFilter("Changes to approve", 23, RED,
            "Corrections, withdrawals, payments and closings that wait for another person: nothing happens without you",
            tasks -> tasks.taskDefinitionKeyIn("task_approve_change", "task_approve_posting", "task_approve_closing"),
            Audience.of(SUPERVISORS)),
        new TaskFilter("Books that differ", 24, GREY,
            "Statements of the creditor's that contradict what was booked here",
            tasks -> of(tasks, STATEMENT_DIFFERENCE), Audience.of(SUPERVISORS)),
        new TaskFilter("One person?", 25, GREY, "Debtor ids that share a phone number or an e-mail address",
            tasks -> of(tasks, SAME_PERSON), Audience.of(SUPERVISORS)),
        new TaskFilter("Debtors to find", 26, BLUE, "Debtors who can be reached in no way that is known",
            tasks -> of(tasks, FIND_DEBTOR), Audience.of(SUPERVISORS)),
        new TaskFilter("Partners to approve", 27, RED,
            "Keys of partners to confirm, partners to admit, and mandates to end",
            tasks -> tasks.processDefinitionKeyIn(PARTNER_KEY.key(), PARTNER_ADMISSION.key(), MANDATE_END.key()),
            Audience.of(SUPERVISORS)),

        new TaskFilter("Cases to put right", 10, RED,
            "Cases that the nightly check found: a step is missing, a process is gone, or they would wait for ever",
            tasks -> of(tasks, CASE_PROOF), Audience.of(OPERATORS)),

        new TaskFilter("Placed with us", 10, BLUE, "Cases that were placed with you",
            tasks -> tasks.taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks(),
            Audience.allPartners()),
        new TaskFilter("Cases near you", 12, GREEN, "Cases that you may take",
            tasks -> tasks.processDefinitionKey("near-by-case").taskCandidateGroupInExpression(MY_GROUPS)
                .includeAssignedTasks(),
            Audience.allPartners()),
        new TaskFilter("At court with us", 11, BLUE, "Suits that were referred to you",
            tasks -> tasks.processDefinitionKey("firm-case").taskCandidateGroupInExpression(MY_GROUPS)
                .includeAssignedTasks(),
            Audience.allPartners()));
  }

  private static TaskQuery calls(TaskQuery tasks) {
    return tasks.taskDefinitionKey("task_call_debtor");
  }

  private static TaskQuery visits(TaskQuery tasks) {
    return tasks.taskDefinitionKey("task_visit_debtor");
  }

  private static TaskQuery of(TaskQuery tasks, WorkProcess process) {
    return tasks.processDefinitionKey(process.key());
  }

  private static TaskQuery ofAnyGroup(TaskQuery tasks) {
    return tasks.processDefinitionKeyIn(
        Arrays.stream(WorkProcess.values()).map(WorkProcess::key).toArray(String[]::new));
  }

  /** Those that the decision {@code task-marks} marked when they came up. */
  private static TaskQuery marked(TaskQuery tasks, String mark) {
    return tasks.taskVariableValueEquals(mark, true);
  }

  /** A call stays in its list while somebody works on it: nobody must lose sight of what they have just claimed. */
  private static TaskQuery mineOrFree(TaskQuery tasks) {
    return tasks.or().taskAssigneeExpression(ME).taskUnassigned().endOr();
  }
}
