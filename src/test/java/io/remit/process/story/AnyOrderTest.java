package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Stage;
import io.remit.ledger.PaymentOrder;
import io.remit.ledger.PaymentOrder.Type;
import io.remit.payment.PaymentPosting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same payments and what undoes them, duplicated, late and shuffled, leave a case in the same stage. */
@ProcessTest
class AnyOrderTest {

  private static final long SEED = 20_070_903;
  private static final int PERMUTATIONS = 30;

  @Autowired
  private CaseWorld world;
  @Autowired
  private PaymentPosting payments;

  private record Result(Stage stage, LocalDate baseDueDate, BigDecimal oldestOwes, BigDecimal nextOwes) {
  }

  @Test
  void everyOrderEndsInTheSameStageWithTheSameBalances() {
    Random random = new Random(SEED);
    Set<Result> results = new HashSet<>();
    for (int number = 0; number < PERMUTATIONS; number++) {
      results.add(liveThrough(random));
    }
    assertThat(results).as("seed %d, %d permutations", SEED, PERMUTATIONS).containsExactly(
        new Result(Stage.MESSAGE, world.today().minusDays(20), new BigDecimal("0.00"), new BigDecimal("410.00")));
  }

  private Result liveThrough(Random random) {
    ArrearsRow oldest = world.account(100);
    ArrearsRow next = world.accountOf(oldest.debtorId(), 20);
    world.load(oldest, next);
    List<PaymentOrder> orders = ordersFor(oldest, next);
    List<PaymentOrder> delivered = new ArrayList<>(orders);
    delivered.addAll(orders);
    Collections.shuffle(delivered, random);

    int from = 0;
    while (from < delivered.size()) {
      int to = Math.min(delivered.size(), from + 1 + random.nextInt(3));
      payments.post(delivered.subList(from, to));
      from = to;
    }

    var facts = world.caseOf(next).facts();
    return new Result(facts.stage(), facts.baseDueDate(), world.outstanding(oldest), world.outstanding(next));
  }

  private List<PaymentOrder> ordersFor(ArrearsRow oldest, ArrearsRow next) {
    return List.of(
        order(oldest, "P1", Type.PAYMENT, "400.00", null),
        order(oldest, "P2", Type.PAYMENT, "460.00", null),
        order(oldest, "B1", Type.CHARGEBACK, "400.00", "P1"),
        order(next, "P3", Type.PAYMENT, "460.00", null),
        order(next, "R3", Type.REVERSAL, "460.00", "P3"),
        order(next, "P4", Type.PAYMENT, "50.00", null));
  }

  private PaymentOrder order(ArrearsRow account, String reference, Type type, String amount, String reverses) {
    String number = account.accountNumber();
    return new PaymentOrder(number + reference, number, type, new BigDecimal(amount), "EUR", world.today(),
        reverses == null ? null : number + reverses, 1, 1, null);
  }
}
