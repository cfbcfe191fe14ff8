package io.remit.intake;

import io.remit.intake.delivery.IntakeStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Takes in files, one after another, as a process of its own: accounts, and a payment for each. Says {@code ready} when
 * it begins, and {@code accounts <number>} and {@code payments <number>} when it has answered that a file is applied.
 */
public final class IntakeNode {

  /** So many rows a file has. */
  public static final int ROWS = 5;

  private IntakeNode() {
  }

  /** @param arguments the database, the work folder, the number of the first file, and how many to take in */
  public static void main(String[] arguments) throws IOException {
    ConfigurableApplicationContext application =
        MoneyApplication.start("spring.profiles.active=demo", "spring.datasource.url=" + arguments[0],
            "remit.work-folder=" + arguments[1]);
    ArrearsIntake arrears = application.getBean(ArrearsIntake.class);
    PaymentsIntake payments = application.getBean(PaymentsIntake.class);
    System.out.println("ready");
    int first = Integer.parseInt(arguments[2]);
    for (int file = first; file < first + Integer.parseInt(arguments[3]); file++) {
      int number = file;
      say("accounts", number, arrears.apply(content("account_number,product,currency,outstanding_amount,overdue_amount,"
          + "oldest_due_date,debtor_id,debtor_name,time_zone", row -> account(number, row)
          + ",LOAN,EUR,100.00,100.00,2026-01-01,D" + number + "-" + row + ",Ann Example,UTC"), false).status());
      say("payments", number, payments.apply(content(IntakeFixture.PAYMENTS_HEADER, row -> payment(number, row) + ","
          + account(number, row) + ",PAYMENT,40.00,EUR,2026-11-02,")).status());
    }
    application.close();
  }

  private static void say(String what, int number, IntakeStatus status) {
    if (status == IntakeStatus.REFUSED) {
      throw new IllegalStateException(what + " " + number + " were refused");
    }
    System.out.println(what + " " + number);
  }

  private static ByteArrayInputStream content(String header, IntFunction<String> row) {
    return new ByteArrayInputStream((header + "\n" + IntStream.range(0, ROWS).mapToObj(row)
        .collect(Collectors.joining("\n")) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The number of an account of a file. */
  public static String account(int file, int row) {
    return "A" + file + "-" + row;
  }

  /** The reference of the payment for it. */
  public static String payment(int file, int row) {
    return "P" + file + "-" + row;
  }
}
