package io.remit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** Arrears of many debtors in London, for benchmarks: accounts {@code L-0}, {@code L-1} and so on of {@code D0}, ... */
public final class ManyArrears {

  private static final String HEADER = "account_number,product,currency,outstanding_amount,overdue_amount,"
      + "oldest_due_date,debtor_id,debtor_type,debtor_name,phone,email,address,city,region,country,time_zone\n";

  private ManyArrears() {
  }

  /** Due dates drawn by chance: two in three accounts are younger than a month, as in the real files. */
  public static Supplier<LocalDate> agesOfRealFiles(LocalDate today, long seed) {
    Random random = new Random(seed);
    return () -> today.minusDays(random.nextInt(3) < 2 ? random.nextInt(30) : random.nextInt(400));
  }

  /**
   * A file of the accounts from one number to before another.
   *
   * @param debtor the number of the debtor whose account one of a number is
   */
  static String file(int from, int to, Supplier<LocalDate> dueDates, IntUnaryOperator debtor) {
    return IntStream.range(from, to).mapToObj(number -> "L-" + number + ",LOAN,EUR,460.00,460.00," + dueDates.get()
        + ",D" + debtor.applyAsInt(number) + ",PERSON,Ann Example " + number + ",+4420794"
        + String.format("%05d", number % 100_000) + ",d" + number + "@example.com,\"1 High Street\",London,GB-LND,GB,"
        + "Europe/London\n").collect(Collectors.joining("", HEADER, ""));
  }

  /** Opens a case for each of them. */
  public static void open(ApplicationContext application, int from, int to, Supplier<LocalDate> dueDates)
      throws IOException {
    assertThat(application.getBean(ArrearsIntake.class).apply(new ByteArrayInputStream(
        file(from, to, dueDates, IntUnaryOperator.identity()).getBytes(StandardCharsets.UTF_8)), false).opened())
        .isEqualTo(to - from);
  }
}
