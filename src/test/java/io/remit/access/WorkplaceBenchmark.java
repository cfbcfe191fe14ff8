package io.remit.access;

import static io.remit.Benchmark.print;

import io.remit.Benchmark;
import io.remit.figures.DailySnapshot;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long 200 people wait at Tasklist and Cockpit with 100,000 open tasks, on a PostgreSQL that writes to the disk,
 * with the engine's authorizations on, over HTTP and in a session each. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=WorkplaceBenchmark
 * mvn test -Dtest=WorkplaceBenchmark -Dremit.benchmark.tasks=5000 -Dremit.benchmark.seconds=20
 * mvn test -Dtest=WorkplaceBenchmark -Dremit.benchmark.seconds=0 -Dremit.benchmark.database=jdbc:postgresql://...
 * }</pre>
 *
 * With 0 seconds each works alone. A PostgreSQL of one's own, whose user is {@code postgres} without a password, is
 * filled the first time and used as it is from then on: so that two states of the program meet the same rows, and
 * somebody can look into it meanwhile.
 */
class WorkplaceBenchmark {

  private static final int TASKS = Integer.getInteger("remit.benchmark.tasks", 100_000);
  private static final int SECONDS = Integer.getInteger("remit.benchmark.seconds", 180);
  private static final int TIMES = Integer.getInteger("remit.benchmark.times", 10);
  private static final String DATABASE = System.getProperty("remit.benchmark.database");
  private static final int AT_ONCE = 8;
  /** Everybody does something every so often, and Tasklist asks by itself. */
  private static final int THINKS_MILLIS = 20_000;
  private static final int BEAT_MILLIS = 10_000;

  /** A Monday morning. */
  private static final String BEGIN = "2026-03-02T09:00:00Z";
  private static final LocalDate MONTH_BEFORE = LocalDate.parse("2026-02-02");
  private static final LocalDate YESTERDAY = LocalDate.parse("2026-03-02");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-03");

  private static final List<String> COLLECTORS = ids("collector", 160);
  private static final List<String> FIELD_AGENTS = ids("field", 20);
  private static final List<String> LEGAL_OFFICERS = ids("legal", 5);
  private static final List<String> OUTSOURCING_OFFICERS = ids("outsourcing", 5);
  private static final List<String> SUPERVISORS = ids("supervisor", 6);
  private static final List<String> MANAGERS = ids("manager", 4);

  private final List<Consumer<Colleague>> collecting = List.of(each -> each.look("Calls due now"),
      each -> each.workNext("Calls due now"), each -> each.look("My calls"), Colleague::count,
      each -> each.takeNobodys("Calls due now"), this::lookUp);
  private static final List<Consumer<Colleague>> VISITING =
      List.of(each -> each.look("Visits"), each -> each.look("High-value visits"), Colleague::count);
  private static final List<Consumer<Colleague>> REVIEWING = List.of(each -> each.look("Cases to review"));
  private static final List<Consumer<Colleague>> PLACING = List.of(each -> each.look("Placements to approve"));
  private static final List<Consumer<Colleague>> SUPERVISING =
      List.of(each -> each.look("Overdue tasks"), each -> each.look("All open tasks"), Colleague::count);

  @TempDir
  private Path folder;
  private final Timings timings = new Timings();
  private Collection<List<Desk>> teams;
  private List<Known> known;
  private final AtomicInteger calls = new AtomicInteger();

  /** What somebody who rings up may name. */
  private record Known(String caseNumber, String debtorId, String accountNumber) {
  }

  /** Somebody, and what he does in turn. */
  private record Desk(Colleague who, List<Consumer<Colleague>> routine) {

    void act(int turn) {
      routine.get(turn % routine.size()).accept(who);
    }
  }

  @Test
  void twoHundredPeopleAtAHundredThousandTasks() throws Exception {
    if (DATABASE != null) {
      measureOn(DATABASE);
      return;
    }
    try (EmbeddedPostgres postgres = Benchmark.startPostgres()) {
      measureOn(postgres.getJdbcUrl("postgres", "postgres"));
    }
  }

  private void measureOn(String database) throws Exception {
    try (StartedDemo demo = new StartedDemo(folder, BEGIN, "--spring.datasource.username=postgres",
        "--spring.datasource.url=" + database)) {
      if (new ManyTasks(demo.bean(JdbcClient.class)).openTasks() == 0) {
        fill(demo);
      }
      known = demo.bean(JdbcClient.class).sql("""
          select c.case_number, c.debtor_id, a.account_number from collection_case c
            join account a on a.case_number = c.case_number order by md5(c.case_number) limit 1000
          """).query(Known.class).list();
      teams = logIn(demo.port());
      oneOfEach(2);
      timings.report("(warm-up)");
      oneOfEach(TIMES);
      timings.report("alone");
      if (SECONDS > 0) {
        eightAtOnce();
        timings.report("8 at once");
        together();
        timings.report("200 people");
      }
    }
  }

  private void fill(StartedDemo demo) {
    openCases(demo);
    JdbcClient database = demo.bean(JdbcClient.class);
    ManyTasks tasks = new ManyTasks(database);
    tasks.copyUntil(TASKS);
    IdentityService users = demo.bean(IdentityService.class);
    employ(users, StaffGroup.COLLECTORS, COLLECTORS);
    employ(users, StaffGroup.FIELD_AGENTS, FIELD_AGENTS);
    employ(users, StaffGroup.LEGAL_OFFICERS, LEGAL_OFFICERS);
    employ(users, StaffGroup.OUTSOURCING_OFFICERS, OUTSOURCING_OFFICERS);
    employ(users, StaffGroup.SUPERVISORS, SUPERVISORS);
    employ(users, StaffGroup.MANAGERS, MANAGERS);
    tasks.spread(COLLECTORS);
    twoSnapshots(demo.bean(DailySnapshot.class), database);
    database.sql("vacuum analyze").update();
    print("%d open tasks: %s", tasks.openTasks(), tasks.byKind());
  }

  /** A few cases of each stage that has tasks, and a day for their tasks to come up. */
  private static void openCases(StartedDemo demo) {
    StringBuilder file = new StringBuilder("account_number,product,currency,outstanding_amount,overdue_amount,"
        + "oldest_due_date,debtor_id,debtor_name,phone,address,city,region,country,time_zone,owns_property\n");
    for (int number = 0; number < 100; number++) {
      String due = number < 70 ? "2026-01-15" : number < 90 ? "2025-11-15" : number < 95 ? "2025-08-15" : "2025-01-15";
      int amount = 200 + 9 * number;
      file.append("L%d,%s,EUR,%d,%d,%s,D%d,Ann Example,+49301234%03d,Street 1,Town,DE-%s,DE,Etc/UTC,true%n".formatted(
          number, number % 3 == 0 ? "CARD" : "LOAN", amount, amount, due, number, number,
          number % 4 == 0 ? "BY" : "BE"));
    }
    demo.deliver("arrears", file.toString());
    demo.moveTo(TODAY + "T10:00:00Z");
  }

  private static List<String> ids(String kind, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> "many" + kind + number).toList();
  }

  private static void employ(IdentityService users, StaffGroup group, List<String> ids) {
    ids.forEach(id -> {
      User user = users.newUser(id);
      user.setPassword(Office.password(id));
      users.saveUser(user);
      users.createMembership(id, group.id());
    });
  }

  /** All accounts as they are now, as if it had been so a month ago and yesterday. */
  private static void twoSnapshots(DailySnapshot snapshots, JdbcClient database) {
    database.sql("delete from account_day").update();
    database.sql("delete from account_entry").update();
    database.sql("delete from snapshot_day where business_day < :today").param("today", TODAY).update();
    snapshots.closeDaysBefore(TODAY.plusDays(2));
    for (String table : List.of("account_day", "account_entry", "snapshot_day")) {
      database.sql("update " + table + " set business_day = :before where business_day = :today")
          .param("before", MONTH_BEFORE).param("today", TODAY).update();
      database.sql("update " + table + " set business_day = :yesterday where business_day = :tomorrow")
          .param("yesterday", YESTERDAY).param("tomorrow", TODAY.plusDays(1)).update();
    }
    database.sql("update snapshot_day set business_day = :today where finished_at is null").param("today", TODAY)
        .update();
  }

  /** Somebody rings up, each time somebody else. */
  private void lookUp(Colleague colleague) {
    Known caller = known.get(calls.getAndIncrement() % known.size());
    colleague.lookUp(caller.caseNumber(), caller.debtorId(), caller.accountNumber(), TODAY);
  }

  private Collection<List<Desk>> logIn(int port) {
    List<Consumer<Colleague>> managing = managing(Colleague.atCockpit(port, MANAGERS.get(0), timings));
    return List.of(tasklist(port, COLLECTORS, collecting), tasklist(port, FIELD_AGENTS, VISITING),
        tasklist(port, LEGAL_OFFICERS, REVIEWING), tasklist(port, OUTSOURCING_OFFICERS, PLACING),
        tasklist(port, SUPERVISORS, SUPERVISING),
        MANAGERS.stream().map(id -> new Desk(Colleague.atCockpit(port, id, timings), managing)).toList());
  }

  private List<Desk> tasklist(int port, List<String> ids, List<Consumer<Colleague>> routine) {
    return ids.stream().map(id -> new Desk(Colleague.atTasklist(port, id, timings), routine)).toList();
  }

  private static List<Consumer<Colleague>> managing(Colleague manager) {
    Stream<Consumer<Colleague>> cockpit =
        Stream.of(Colleague::openCockpit, Colleague::openProcesses, Colleague::openCases);
    Stream<Consumer<Colleague>> pages =
        Stream.concat(Stream.of("/api/portfolio"), manager.figures(MONTH_BEFORE, YESTERDAY).stream())
            .map(path -> each -> each.openPage(path));
    return Stream.concat(cockpit, pages).toList();
  }

  /** One of each team does all that he does, several times, and nobody else anything. */
  private void oneOfEach(int times) {
    for (List<Desk> team : teams) {
      IntStream.range(0, times * team.get(0).routine().size()).forEach(team.get(0)::act);
    }
  }

  /** Eight of a team, or all if it is smaller, without a pause; one team after the other. */
  private void eightAtOnce() throws Exception {
    ExecutorService busy = Executors.newFixedThreadPool(AT_ONCE);
    for (List<Desk> team : teams) {
      List<Callable<Object>> work = IntStream.range(0, AT_ONCE).mapToObj(number -> Executors.callable(() -> {
        Desk desk = team.get(number % team.size());
        IntStream.range(number, number + 3 * desk.routine().size()).forEach(desk::act);
      })).toList();
      for (Future<Object> done : busy.invokeAll(work)) {
        done.get();
      }
    }
    busy.shutdown();
  }

  /** Everybody at his own pace, and not in step with the others. */
  private void together() throws Exception {
    List<Desk> people = teams.stream().flatMap(List::stream).toList();
    ScheduledExecutorService day = Executors.newScheduledThreadPool(people.size());
    List<Future<?>> busy = new ArrayList<>();
    for (int number = 0; number < people.size(); number++) {
      Desk desk = people.get(number);
      AtomicInteger turn = new AtomicInteger(number);
      long begins = (long) number * THINKS_MILLIS / people.size();
      busy.add(day.scheduleAtFixedRate(() -> desk.act(turn.getAndIncrement()), begins, THINKS_MILLIS,
          TimeUnit.MILLISECONDS));
      busy.add(day.scheduleAtFixedRate(desk.who()::beat, begins + BEAT_MILLIS / 3, BEAT_MILLIS,
          TimeUnit.MILLISECONDS));
    }
    day.awaitTermination(SECONDS, TimeUnit.SECONDS);
    for (Future<?> each : busy.stream().filter(Future::isDone).toList()) {
      each.get();
    }
    day.shutdownNow();
  }
}
