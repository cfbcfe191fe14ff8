package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.faults.FaultSite.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sixteen people and programs do all kinds of things with the same ten cases at the same moment, over REST and by
 * forms, while the node works on them too. Each is told that it was done or why not, and in the end the judge is
 * content. 8 operations each, or as many as {@code remit.faults.operations} says.
 */
@Tag("faults")
@Order(4)
class ThreadsTest {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadsTest.class);
  private static final int OPERATIONS = Integer.getInteger("remit.faults.operations", 8);
  private static final int THREADS = 16;
  private static final int CASES = 10;
  private static final String PAYMENTS =
      "payment_reference,account_number,type,amount,currency,value_date,reverses\n";

  private final FaultSite site = FaultSite.shared();
  private final long seed = Seed.of(ThreadsTest.class).nextLong();
  private final Map<String, BigDecimal> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();

  @Test
  void whoeverWorksOnTheSameCasesAtOnceIsAnsweredAndTheEndIsRight() throws Exception {
    site.send("arrears", "text/csv", Home.HEADER + "\n" + IntStream.range(0, CASES)
        .mapToObj(number -> row(number, "500.00")).collect(Collectors.joining("\n")) + "\n");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> work = new ArrayList<>();
    site.jobExecutor().start();
    try {
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        work.add(threads.submit(() -> operate(number, new Random(seed + number))));
      }
      for (Future<?> each : work) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
      site.jobExecutor().shutdown();
    }
    LOG.info("{} threads, {} operations each: {}", THREADS, OPERATIONS, new TreeMap<>(answers));
    assertThat(faults).isEmpty();
    assertThat(FaultJudge.missing(site.dataSource(), acknowledged)).as("acknowledged and not booked").isEmpty();
    assertThat(answers.keySet()).as("what was done").contains("payment 200", "snapshot 200", "hold 204",
        "opt-out 204");
    site.liveUntil(site.now().plus(Duration.ofDays(1)));
    assertThat(site.count("act_ru_incident")).isZero();
    assertThat(site.broken()).isEmpty();
  }

  private void operate(int thread, Random random) {
    List<String> paid = new ArrayList<>();
    for (int operation = 0; operation < OPERATIONS; operation++) {
      int number = random.nextInt(CASES);
      String reference = "THREAD-" + thread + "-" + operation;
      switch (random.nextInt(8)) {
        case 0, 1 -> {
          if (pay(reference, number, (1 + random.nextInt(random.nextInt(5) == 0 ? 600 : 60)) + ".00")) {
            paid.add(reference + "," + number);
          }
        }
        case 2 -> {
          if (!paid.isEmpty()) {
            String[] payment = paid.remove(random.nextInt(paid.size())).split(",");
            count("reversal", site.send("payments", "text/csv", PAYMENTS + reference + ",ATHREADS" + payment[1]
                + ",REVERSAL," + acknowledged.get(payment[0]) + ",EUR," + site.today() + "," + payment[0] + "\n"));
          }
        }
        case 3 -> ofCase("promise", number, "collector1", "/contacts/result",
            "{\"channel\": \"CALL\", \"outcome\": \"PROMISED\", \"initiative\": \"DEBTOR\","
                + " \"promiseAmount\": \"300.00\", \"promiseDate\": \"" + site.today().plusDays(3) + "\"}");
        case 4 -> ofCase("hold", number, "supervisor1", "/holds",
            "{\"reason\": \"CREDITOR_REQUEST\", \"note\": \"drawn\"}");
        case 5 -> release(number);
        case 6 -> count(random.nextBoolean() ? "opt-out" : "correction", random.nextBoolean()
            ? site.post("collector1", "/api/debtors/THREADS" + number + "/channels", "application/json",
                "{\"channel\": \"EMAIL\", \"wanted\": " + random.nextBoolean() + "}")
            : site.post("supervisor1", "/api/debtors/THREADS" + number + "/corrections", "application/json",
                "{\"field\": \"NAME\", \"value\": \"Bea Example\", \"reason\": \"misspelt\"}"));
        default -> count("snapshot", site.send("arrears", "text/csv",
            Home.HEADER + "\n" + row(number, 100 + random.nextInt(500) + ".00") + "\n"));
      }
    }
  }

  private String row(int number, String amount) {
    return Home.LONDON.row("THREADS" + number, amount, site.today().minusDays(40), 60_000 + number);
  }

  private boolean pay(String reference, int number, String amount) {
    Answer answer = count("payment", site.send("payments", "text/csv", PAYMENTS + reference + ",ATHREADS" + number
        + ",PAYMENT," + amount + ",EUR," + site.today() + ",\n"));
    boolean posted = answer.body().contains("\"posted\":1");
    if (posted) {
      acknowledged.put(reference, new BigDecimal(amount));
    } else {
      faults.add("not posted: " + answer);
    }
    return posted;
  }

  private void ofCase(String what, int number, String userId, String path, String body) {
    List<String> open = site.database().sql("""
        select case_number from collection_case where debtor_id = :debtor and status <> 'CLOSED'
        """).param("debtor", "THREADS" + number).query(String.class).list();
    if (!open.isEmpty()) {
      count(what, site.post(userId, "/api/cases/" + open.get(0) + path, "application/json", body));
    }
  }

  private void release(int number) {
    List<String> tasks = site.database().sql("""
        select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
          join collection_case c on e.business_key_ like c.case_number || '%'
         where c.debtor_id = :debtor and t.task_def_key_ = 'task_review_hold'
        """).param("debtor", "THREADS" + number).query(String.class).list();
    if (!tasks.isEmpty()) {
      try {
        site.submit("supervisor1", tasks.get(0), Map.of("outcome", "RESUME", "note", "drawn"));
        answers.merge("release", 1, Integer::sum);
      } catch (ProcessEngineException refused) {
        answers.merge("release refused: " + refused.getClass().getSimpleName(), 1, Integer::sum);
      }
    }
  }

  private Answer count(String what, Answer answer) {
    answers.merge(what + " " + answer.status(), 1, Integer::sum);
    if (answer.status() >= 500 || answer.status() == 401) {
      faults.add(what + " " + answer);
    }
    return answer;
  }
}
