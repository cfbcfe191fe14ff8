package io.remit.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.database.PostgresDatabase;
import io.remit.eventlog.CaseProofs;
import io.remit.eventlog.EventLog;
import io.remit.eventlog.Finding;
import io.remit.eventlog.Finding.Rule;
import io.remit.portfolio.World.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases live for two weeks, with messages, calls, promises, payments and holds: all of them conform. Then somebody
 * alters the tables of some behind Remit's back, each in another way. The proof finds each of them and says what is
 * wrong, and nothing about those that nobody touched. {@code -Dremit.test.cases=10000} says how many cases there are,
 * {@code -Dremit.test.database=postgresql} that they are on PostgreSQL.
 */
@Tag("own-application")
class BrokenHistoriesTest {

  private static final int CASES = Integer.getInteger("remit.test.cases", 60);
  /** Each is a call over REST with a password, which takes its time. */
  private static final int MOST_HELD = 40;
  private static final int IN_CONTACT_HOURS = 3 * 3600;
  private static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
  private static final String COLUMNS = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_name,phone,email,time_zone\n";
  private static final String STEP = "proc_inst_id_ = :process and act_id_ = '%s'";

  private static Optional<PostgresDatabase> postgres;
  private static World world;
  private static JdbcClient database;

  /** How a case came to be where it is, and how old its debt was at the beginning. */
  private enum Life {
    /** It got messages, grew older, and is to be called. */
    CALLED(20),
    /** It is to be called, and nothing else happened. */
    YOUNG_CALL(35),
    PAID(10), HELD(12), MESSAGES(8),
    /** The debtor promised to pay in a call; every other one did. */
    PROMISED(40),
    TO_VISIT(95), TO_SUE(185), TO_PLACE(380);

    private final int days;

    Life(int days) {
      this.days = days;
    }
  }

  /**
   * What somebody does to one case.
   *
   * @param statements SQL, with the case's number, and its process, or that of the call that it waits for
   */
  private record Damage(String name, Life life, Rule rule, String... statements) {
  }

  private static String step(String element) {
    return STEP.formatted(element);
  }

  private static final List<Damage> DAMAGES = List.of(
      new Damage("a decision was never made", Life.CALLED, Rule.MISSING_STEP,
          "delete from act_hi_actinst where " + step("decide_telephone_treatment")),
      new Damage("a gateway was left out", Life.MESSAGES, Rule.MISSING_STEP,
          "delete from act_hi_actinst where " + step("which_stage")),
      new Damage("a message that no way leads to", Life.YOUNG_CALL, Rule.IMPOSSIBLE_STEP,
          "update act_hi_actinst set act_id_ = 'end_cured', end_time_ = start_time_ where " + step("case_opened")),
      new Damage("a step of no model", Life.MESSAGES, Rule.UNKNOWN_STEP,
          "update act_hi_actinst set act_id_ = 'task_forgive_all' where " + step("decide_stage")),
      new Damage("an end before the beginning", Life.CALLED, Rule.ENDED_BEFORE_BEGUN,
          "update act_hi_actinst set end_time_ = timestamp '2025-01-01 00:00:00' where " + step("decide_stage")),
      new Damage("a stage before what leads to it", Life.YOUNG_CALL, Rule.BEGUN_TOO_EARLY,
          "update act_hi_actinst set end_time_ = timestamp '2026-01-25 00:00:00' where "
          + step("opened_on_hold")),
      new Damage("a step in a sub-process of nobody", Life.CALLED, Rule.OUTSIDE_ITS_SCOPE,
          "update act_hi_actinst set parent_act_inst_id_ = 'nowhere' where "
          + step("decide_telephone_treatment")),
      new Damage("a stage of a closed case goes on", Life.PAID, Rule.STILL_OPEN,
          "update act_hi_actinst set end_time_ = null where " + step("stage_message")),
      new Damage("a step that nothing broke off", Life.MESSAGES, Rule.BROKEN_OFF,
          "update act_hi_actinst set act_inst_state_ = 2 where " + step("decide_stage")),
      new Damage("what it waits for is forgotten", Life.MESSAGES, Rule.NOTHING_FOLLOWED,
          "delete from act_hi_actinst where end_time_ is null and " + step("message_treatment_due")),
      new Damage("the call's history is gone", Life.YOUNG_CALL, Rule.CALL_WITHOUT_PROCESS,
          "delete from act_hi_procinst where super_process_instance_id_ = :process"),
      new Damage("the call was called by nobody", Life.YOUNG_CALL, Rule.PROCESS_WITHOUT_CALL,
          "update act_hi_actinst set call_proc_inst_id_ = null where " + step("call_in_telephone")),
      new Damage("the whole history is gone", Life.MESSAGES, Rule.NO_HISTORY,
          "delete from act_hi_actinst where proc_inst_id_ = :process",
          "delete from act_hi_procinst where id_ = :process"),
      new Damage("the process ended in silence", Life.MESSAGES, Rule.OPEN_WITHOUT_PROCESS,
          "update act_hi_procinst set end_time_ = start_time_ where id_ = :process"),
      new Damage("closed by hand", Life.MESSAGES, Rule.CLOSED_WITH_PROCESS,
          "update collection_case set status = 'CLOSED', closed_at = opened_at, close_reason = 'CURED'"
          + " where case_number = :case"),
      new Damage("a second process", Life.MESSAGES, Rule.TWO_PROCESSES,
          "insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_,"
          + " start_act_id_, state_) select 'second', 'second', business_key_, proc_def_key_, proc_def_id_,"
          + " start_time_, start_act_id_, state_ from act_hi_procinst where id_ = :process"),
      new Damage("another process than the case says", Life.MESSAGES, Rule.OTHER_PROCESS,
          "update collection_case set process_instance_id = 'another' where case_number = :case"),
      new Damage("paid, and told as taken back", Life.PAID, Rule.ENDED_OTHERWISE,
          "update collection_case set close_reason = 'WITHDRAWN' where case_number = :case"),
      new Damage("closed for no reason", Life.PAID, Rule.CLOSED_WITHOUT_REASON,
          "update collection_case set close_reason = null where case_number = :case"),
      new Damage("in no stage", Life.MESSAGES, Rule.NO_STAGE,
          "update act_hi_actinst set end_time_ = start_time_ where end_time_ is null and " + step("stage_message")),
      new Damage("in two stages", Life.MESSAGES, Rule.TWO_STAGES,
          "insert into act_hi_actinst (id_, parent_act_inst_id_, proc_def_key_, proc_def_id_, proc_inst_id_,"
          + " execution_id_, act_id_, act_type_, start_time_, act_inst_state_, sequence_counter_)"
          + " select 'twice', parent_act_inst_id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_,"
          + " 'stage_legal', act_type_, start_time_, act_inst_state_, sequence_counter_ from act_hi_actinst"
          + " where end_time_ is null and " + step("stage_message")),
      new Damage("another stage than its token's", Life.MESSAGES, Rule.OTHER_STAGE,
          "update collection_case set stage = 'VISIT' where case_number = :case"),
      new Damage("open, and on hold in the engine", Life.HELD, Rule.OTHER_STATUS,
          "update collection_case set status = 'OPEN' where case_number = :case"),
      new Damage("a stay in a stage that is forgotten", Life.CALLED, Rule.STAY_DIFFERS,
          "delete from stage_stay where case_number = :case"),
      new Damage("a stay that was made shorter", Life.PAID, Rule.STAY_DIFFERS,
          "update stage_stay set left_at = entered_at where case_number = :case"),
      new Damage("a timeline that tells of no beginning", Life.CALLED, Rule.TOLD_OTHERWISE,
          "delete from case_event where type = 'OPENED' and case_number = :case"),
      new Damage("the token is elsewhere", Life.MESSAGES, Rule.WAITS_ELSEWHERE,
          "update act_ru_execution set act_inst_id_ = 'elsewhere' where act_id_ = 'message_treatment_due'"
          + " and proc_inst_id_ = :process"),
      new Damage("nobody has the task", Life.CALLED, Rule.TASK_GONE,
          "delete from act_ru_identitylink where task_id_ in (select id_ from act_ru_task where proc_inst_id_ = :call)",
          "delete from act_ru_task where proc_inst_id_ = :call"),
      new Damage("the date is gone", Life.MESSAGES, Rule.TIMER_GONE,
          "delete from act_ru_job where process_instance_id_ = :process and handler_cfg_ like '%telephone%'"),
      new Damage("it hears of nothing", Life.HELD, Rule.DEAF,
          "delete from act_ru_event_subscr where proc_inst_id_ = :process"),
      new Damage("a step that is not tried any more", Life.MESSAGES, Rule.STOPPED,
          "update act_ru_job set retries_ = 0 where process_instance_id_ = :process"),
      new Damage("a date that passed", Life.MESSAGES, Rule.OVERDUE,
          "update act_ru_job set duedate_ = timestamp '2026-01-10 00:00:00' where process_instance_id_ = :process"),
      new Damage("a date that never comes", Life.MESSAGES, Rule.NO_REASON_TO_WAIT,
          "update act_ru_job set duedate_ = timestamp '9999-01-01 00:00:00' where process_instance_id_ = :process"),
      new Damage("a token in no state", Life.MESSAGES, Rule.NO_STATE,
          "update act_ru_execution set act_id_ = 'somewhere' where act_id_ = 'message_treatment_due'"
          + " and proc_inst_id_ = :process"));

  @BeforeAll
  static void begin() {
    postgres = "postgresql".equals(System.getProperty("remit.test.database"))
        ? Optional.of(PostgresDatabase.create()) : Optional.empty();
    world = new World(BEGIN, postgres);
    database = world.database();
  }

  @AfterAll
  static void end() {
    world.close();
    postgres.ifPresent(PostgresDatabase::close);
  }

  /** By life as many cases as are damaged, and one more that nobody touches. */
  private static Map<Life, List<String>> live() {
    StringBuilder arrears = new StringBuilder(COLUMNS);
    StringBuilder payments =
        new StringBuilder("payment_reference,account_number,type,amount,currency,value_date,reverses\n");
    Map<Life, List<String>> accounts = new EnumMap<>(Life.class);
    for (Life life : Life.values()) {
      long many = Math.max(DAMAGES.stream().filter(damage -> damage.life() == life).count() + 1,
          CASES / Life.values().length);
      for (int i = 0; i < many; i++) {
        String account = life + "-" + i;
        accounts.computeIfAbsent(life, key -> new ArrayList<>()).add(account);
        arrears.append("%s,LOAN,EUR,500.00,500.00,%s,D-%s,Some Body,+87030%07d,%s@example.org,UTC%n".formatted(account,
            BEGIN.minusSeconds(life.days * 86_400L).toString().substring(0, 10), account,
            life.ordinal() * 10_000 + i, account.toLowerCase(Locale.ROOT)));
        if (life == Life.PAID) {
          payments.append("P-%s,%s,PAYMENT,500.00,EUR,2026-01-08,%n".formatted(account, account));
        }
      }
    }
    taken(world.post("operator1", "/api/intake/arrears", "text/csv", arrears.toString()));
    world.time().moveTo(BEGIN.plusSeconds(3 * 86_400L));
    Map<Life, List<String>> cases = new EnumMap<>(Life.class);
    accounts.forEach((life, all) -> cases.put(life, all.stream().map(account -> database.sql(
        "select case_number from account where account_number = :account").param("account", account)
        .query(String.class).single()).toList()));
    taken(world.post("operator1", "/api/intake/payments", "text/csv", payments.toString()));
    cases.get(Life.HELD).stream().limit(MOST_HELD).forEach(held -> taken(world.post("supervisor1",
        "/api/cases/" + held + "/holds", Map.of("reason", "CREDITOR_REQUEST", "reviewOn", "2026-02-20"))));
    world.time().moveTo(BEGIN.plusSeconds(3 * 86_400L + IN_CONTACT_HOURS));
    List<String> promises = promise(cases.get(Life.PROMISED));
    world.time().moveTo(BEGIN.plusSeconds(4 * 86_400L));
    StringBuilder kept =
        new StringBuilder("payment_reference,account_number,type,amount,currency,value_date,reverses\n");
    for (int i = 0; i < promises.size(); i += 2) {
      kept.append("K-%s,%s,PAYMENT,500.00,EUR,2026-01-09,%n".formatted(i, accounts.get(Life.PROMISED).get(i)));
    }
    taken(world.post("operator1", "/api/intake/payments", "text/csv", kept.toString()));
    world.time().moveTo(BEGIN.plusSeconds(13 * 86_400L));
    return cases;
  }

  /** Collectors call the debtors, who promise to pay what is due. */
  private static List<String> promise(List<String> cases) {
    for (String called : cases) {
      String task = database.sql("""
          select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
           where e.business_key_ = :case and t.task_def_key_ = 'task_call_debtor'
          """).param("case", called).query(String.class).single();
      assertThat(world.submit("collector1", task, Map.of("outcome", "PROMISED", "promiseAmount", "500.00",
          "promiseDate", "2026-01-14", "promiseMethod", "BANK_TRANSFER", "promiseReminder", "YES", "note", "")))
          .isNull();
    }
    return cases;
  }

  private static void taken(Answer answer) {
    assertThat(answer.isTaken()).as(answer.body().toString()).isTrue();
  }

  @Test
  void eachBrokenHistoryIsFoundAndNothingElse() throws IOException {
    Map<Life, List<String>> cases = live();
    CaseProofs proofs = world.bean(CaseProofs.class);
    long begin = System.nanoTime();
    CaseProofs.Report before = proofs.checkAll();
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    Files.createDirectories(Path.of("target", "event-log"));
    Files.writeString(Path.of("target", "event-log", "proof.txt"),
        before.cases() + " cases in " + took + " ms: " + before.states() + ", not right " + before.notRight().size());
    assertThat(before.notRight()).as("before anybody touches them").isEmpty();
    assertThat(before.cases()).isGreaterThanOrEqualTo((long) CASES / Life.values().length * Life.values().length);
    assertThat(before.states().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(before.cases());
    WrittenLog.of(world.bean(EventLog.class)).mustBeWhole(before.cases());

    Map<String, Damage> damaged = new TreeMap<>();
    Map<Life, Integer> used = new EnumMap<>(Life.class);
    for (Damage damage : DAMAGES) {
      String caseNumber = cases.get(damage.life()).get(used.merge(damage.life(), 1, Integer::sum));
      damaged.put(caseNumber, damage);
      apply(damage, caseNumber);
    }

    CaseProofs.Report report = proofs.checkAll();
    report.notRight().forEach(one -> {
      Damage damage = damaged.get(one.caseNumber());
      assertThat(damage).as("nobody touched " + one).isNotNull();
      assertThat(one.findings()).as(damage.name()).extracting(Finding::rule).contains(damage.rule());
      assertThat(one.findings()).allSatisfy(finding -> {
        assertThat(finding.caseNumber()).isEqualTo(one.caseNumber());
        assertThat(finding.rule().sentence()).isNotBlank();
      });
    });
    Set<String> found = new TreeSet<>(report.notRight().stream().map(one -> one.caseNumber()).toList());
    assertThat(found).hasSizeGreaterThanOrEqualTo(20).isEqualTo(damaged.keySet());
    assertThat(DAMAGES.stream().map(Damage::rule).distinct().toList()).as("each rule is broken once")
        .containsExactlyInAnyOrder(Rule.values());

    List<String> tasks = openTasks();
    assertThat(tasks).as("a task for each").hasSize(DAMAGES.size());
    proofs.check();
    assertThat(openTasks()).as("and none twice").isEqualTo(tasks);

    String caseNumber = cases.get(Life.PAID).get(2);
    assertThat(damaged.get(caseNumber).rule()).isEqualTo(Rule.ENDED_OTHERWISE);
    database.sql("update collection_case set close_reason = 'CURED' where case_number = :case")
        .param("case", caseNumber).update();
    proofs.check();
    assertThat(openTasks()).as("it is gone when the case is right again").hasSize(tasks.size() - 1);
  }

  private static List<String> openTasks() {
    return database.sql("select id_ from act_ru_task where task_def_key_ = 'task_put_case_right' order by id_")
        .query(String.class).list();
  }

  private static void apply(Damage damage, String caseNumber) {
    String process = database.sql("select process_instance_id from collection_case where case_number = :case")
        .param("case", caseNumber).query(String.class).single();
    String call = database.sql("select max(id_) from act_hi_procinst where super_process_instance_id_ = :process")
        .param("process", process).query(String.class).optional().orElse("none");
    int changed = 0;
    for (String statement : damage.statements()) {
      changed += database.sql(statement).params(Map.of("case", caseNumber, "process", process, "call", call)).update();
    }
    assertThat(changed).as("rows that were changed: " + damage.name()).isPositive();
  }
}
