package io.remit.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The staff, who work open tasks by their forms: not all, not at once, and not always at an hour that is allowed. */
final class Desk {

  private static final int WORK = 2;
  private static final int A_DAY = 20;

  private final World world;
  private final long seed;
  private final Map<Integer, DrawnDebtor> debtors;
  private final Map<String, Integer> debtorsOfCases = new HashMap<>();
  private final Map<String, Integer> done = new TreeMap<>();

  Desk(World world, long seed, Map<Integer, DrawnDebtor> debtors) {
    this.world = world;
    this.seed = seed;
    this.debtors = debtors;
  }

  /** An open task. */
  private record Open(String id, String key, String assignee, String caseNumber) {
  }

  /** How many forms of each kind were taken and refused. */
  Map<String, Integer> done() {
    return done;
  }

  DrawnDebtor debtorOf(String caseNumber) {
    return debtors.get(debtorsOfCases.computeIfAbsent(caseNumber, number -> DrawnDebtor.numberOf(world.database()
        .sql("select debtor_id from collection_case where case_number = :case").param("case", number)
        .query(String.class).single())));
  }

  void work(int day, int slot) {
    for (Open task : open()) {
      if (!task.caseNumber().matches("C\\d+")) {
        if (task.key().equals("task_approve_closing") && slot == 2) {
          submit("supervisor1", task, Map.of("outcome", "APPROVED"));
        }
        continue;
      }
      DrawnDebtor debtor = debtorOf(task.caseNumber());
      Draw draw = Draw.of(seed, WORK, debtor.number(), day, task.key().hashCode());
      if (draw.percent(A_DAY) && slotOf(debtor, draw) == slot) {
        work(task, debtor, draw);
      }
    }
  }

  private List<Open> open() {
    return world.database().sql("""
        select t.ID_, t.TASK_DEF_KEY_, t.ASSIGNEE_, e.BUSINESS_KEY_ from ACT_RU_TASK t
          join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_ order by e.BUSINESS_KEY_, t.TASK_DEF_KEY_
        """).query((row, number) -> new Open(row.getString(1), row.getString(2), row.getString(3),
            row.getString(4) == null ? "" : row.getString(4).replaceAll("-.*", ""))).list();
  }

  /** Mostly when it is day where the debtor lives, as far as the creditor's file says. */
  private int slotOf(DrawnDebtor debtor, Draw draw) {
    if (draw.percent(8)) {
      return draw.between(0, Life.SLOTS.size() - 1);
    }
    ZoneId zone = debtor.rowPlace().zone();
    for (int slot = 0; slot < Life.SLOTS.size(); slot++) {
      LocalTime there = world.today().atTime(Life.SLOTS.get(slot)).atZone(ZoneId.of("UTC")).withZoneSameInstant(zone)
          .toLocalTime();
      if (there.getHour() >= 9 && there.getHour() < 20) {
        return slot;
      }
    }
    return 0;
  }

  private void work(Open task, DrawnDebtor debtor, Draw draw) {
    LocalDate today = world.today();
    switch (task.key()) {
      case "task_call_debtor" -> talk(task, debtor, draw, user(task, draw, "collectors"), "NOT_REACHED",
          "NOT_REACHED", "NOT_REACHED", "NOT_REACHED", "PROMISED", "PROMISED", "PLAN_ASKED", "REFUSED", "DISPUTED",
          "HARDSHIP", "PAUSE", "WRONG_NUMBER", "THIRD_PARTY");
      case "task_visit_debtor" -> talk(task, debtor, draw, user(task, draw, "fieldAgents"), "NOBODY_MET",
          "NOBODY_MET", "PROMISED", "REFUSED", "DISPUTED", "HARDSHIP", "MOVED_AWAY");
      case "task_decide_dispute" -> {
        String outcome = draw.oneOf("REJECTED", "REJECTED", "UPHELD_CLOSE", "MORE_TIME");
        submit(user(task, draw, "supervisors"), task, Map.of("outcome", outcome, "reason", "DELIVERED",
            "moreTimeUntil", today.plusDays(5).toString(), "note", "drawn"));
      }
      case "task_review_hold" -> {
        String outcome = draw.oneOf("RESUME", "RESUME", "EXTEND", "UPHELD");
        submit(user(task, draw, "supervisors"), task, Map.of("outcome", outcome, "reviewDate",
            today.plusDays(10).toString(), "note", "drawn"));
      }
      case "task_decide_relief" -> submit(user(task, draw, "supervisors"), task, Map.of("outcome",
          draw.oneOf("REFUSED", "LOWER_INSTALMENTS"), "planInstalments", "4", "planFirstDate",
          today.plusDays(10).toString(), "note", "drawn"));
      case "task_review_relief" -> submit(user(task, draw, "supervisors"), task, Map.of("outcome", "END"));
      case "task_record_acceptance" -> submit(user(task, draw, "supervisors"), task, Map.of("outcome",
          draw.oneOf("ACCEPTED", "REFUSED"), "acceptedHow", "EMAIL", "acceptedOn", today.toString()));
      case "task_review_court_case" -> submit(user(task, draw, "legalOfficers"), task,
          Map.of("outcome", draw.oneOf("APPROVED", "DECLINED", "DECLINED", "DECLINED"), "note", "drawn"));
      case "task_record_court_result" -> submit(user(task, draw, "legalOfficers"), task,
          Map.of("outcome", draw.oneOf("JUDGMENT", "DISMISSED", "SETTLED"), "note", "drawn"));
      case "task_approve_placement" -> submit(user(task, draw, "outsourcingOfficers"), task,
          Map.of("outcome", draw.oneOf("APPROVED", "DECLINED"), "partnerId", "agency1", "note", "drawn"));
      case "task_follow_placement" -> submit(user(task, draw, "outsourcingOfficers"), task,
          Map.of("outcome", draw.oneOf("RETURNED", "RECALLED"), "note", "drawn"));
      case "task_handle_complaint" -> submit(user(task, draw, "supervisors"), task,
          Map.of("outcome", draw.oneOf("UPHELD", "NOT_UPHELD"), "note", "drawn"));
      case "task_find_debtor" -> submit(user(task, draw, "supervisors"), task,
          Map.of("outcome", "NOT_FOUND", "nextLook", today.plusDays(draw.between(1, 180)).toString()));
      case "task_search_payment" -> submit(user(task, draw, "supervisors"), task, Map.of("outcome", "NOT_FOUND"));
      case "task_check_evidence", "task_settle_message", "task_identify_payment", "task_decide_difference",
          "task_evaluate_partner" -> { }
      default -> submit(user(task, draw, "supervisors"), task,
          Map.of("outcome", draw.oneOf("APPROVED", "APPROVED", "REJECTED"), "note", "drawn"));
    }
  }

  /** Whose task it is, or one of the group. */
  private String user(Open task, Draw draw, String group) {
    List<String> members = world.members(group);
    String drawn = draw.oneOf(members);
    return task.assignee() != null && members.contains(task.assignee()) ? task.assignee() : drawn;
  }

  private void talk(Open task, DrawnDebtor debtor, Draw draw, String userId, String... outcomes) {
    if (task.key().equals("task_call_debtor") && task.assignee() == null && draw.percent(10)) {
      world.engine().getTaskService().claim(task.id(), userId);
      return;
    }
    String outcome = draw.oneOf(outcomes);
    LocalDate today = world.today();
    Instant now = world.now();
    Map<String, Object> fields = new HashMap<>(Map.of("outcome", outcome, "note", "drawn"));
    if (task.key().equals("task_visit_debtor")) {
      fields.putAll(Map.of("identityShown", "YES", "entry", "STAYED_OUTSIDE", "othersTold", "NO", "secondAgent",
          world.members("fieldAgents").stream().filter(other -> !other.equals(userId)).findFirst().orElse("")));
    }
    if (outcome.equals("PROMISED")) {
      fields.putAll(Map.of("promiseAmount", overdueOf(task.caseNumber(), debtor, now, today).toPlainString(),
          "promiseDate", today.plusDays(draw.between(2, 12)).toString(), "promiseMethod", "BANK_TRANSFER",
          "promiseReminder", draw.oneOf("YES", "NO")));
    } else if (outcome.equals("PLAN_ASKED")) {
      fields.putAll(Map.of("planInstalments", "3", "planFirstDate", today.plusDays(10).toString()));
    } else if (outcome.equals("PAUSE")) {
      fields.put("holdReason", draw.oneOf("BREATHING_SPACE", "INSOLVENCY", "DECEASED", "FRAUD", "VULNERABLE"));
    }
    if (draw.percent(6) && !outcome.equals("NOT_REACHED")) {
      fields.put("initiative", "DEBTOR");
    }
    boolean taken = submit(userId, task, fields);
    if (taken && outcome.equals("WRONG_NUMBER")) {
      debtor.numberIsWrong(now);
    } else if (taken && outcome.equals("MOVED_AWAY")) {
      debtor.addressIsWrong(now);
    }
  }

  private BigDecimal overdueOf(String caseNumber, DrawnDebtor debtor, Instant now, LocalDate today) {
    String currency = world.database().sql("select currency from collection_case where case_number = :case")
        .param("case", caseNumber).query(String.class).single();
    return debtor.accountsIn(currency, now).stream().map(account -> account.known(now, today).overdue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean submit(String userId, Open task, Map<String, Object> fields) {
    String refused = world.submit(userId, task.id(), fields);
    String name = task.key().replace("task_", "") + " " + fields.get("outcome");
    if (refused == null) {
      done.merge(name + " taken", 1, Integer::sum);
      if (task.caseNumber().matches("C\\d+")) {
        debtorOf(task.caseNumber()).workedAt(world.now());
      }
    } else {
      String why = refused.replaceAll("\\d+", "0");
      done.merge(name + " refused: " + why.substring(0, Math.min(110, why.length())), 1, Integer::sum);
    }
    return refused == null;
  }
}
