package io.remit.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.statement.BankTransaction.Kind;
import io.remit.statement.EntryParts.Detail;
import io.remit.statement.EntryParts.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of which movements an entry is made, whatever its details say. */
class EntryPartsTest {

  private static final BigDecimal ZERO = new BigDecimal("0.00");

  /**
   * A detail, or the whole, as {@code AMOUNT}, {@code AMOUNT:COLLECTED} or {@code AMOUNT:COLLECTED:CHARGES}; a hyphen
   * is what is not told. A debit is a return.
   */
  private static Detail detail(String told) {
    String[] values = (told + ":-:-").split(":");
    BigDecimal amount = amount(values[0]);
    boolean out = amount != null && amount.signum() < 0;
    return new Detail(amount, out ? Kind.CHARGEBACK : Kind.PAYMENT, amount(values[1]),
        values[2].equals("-") ? ZERO : new BigDecimal(values[2]));
  }

  private static BigDecimal amount(String text) {
    return text.equals("-") ? null : new BigDecimal(text);
  }

  private static List<String> movements(String whole, String details) {
    return told(EntryParts.of(detail(whole).amount(), detail(whole),
        details.isEmpty() ? List.of() : Stream.of(details.split(" ")).map(EntryPartsTest::detail).toList()));
  }

  private static List<String> told(List<Part> parts) {
    return parts.stream().map(part -> part.kind() + " " + part.amount()).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      // details that add up, also with signs of their own
      "300.00 | 100.00 120.00 80.00 | PAYMENT 100.00, PAYMENT 120.00, PAYMENT 80.00",
      "50.00 | 100.00 -50.00 | PAYMENT 100.00, CHARGEBACK -50.00",
      "-70.00 | -100.00 30.00 | CHARGEBACK -100.00, PAYMENT 30.00",
      "0.00 | 50.00 -50.00 | PAYMENT 50.00, CHARGEBACK -50.00",
      // details that do not: the rest is a cost where it is told or small, else somebody is asked
      "-103.00 | -50.00 -50.00 | CHARGEBACK -50.00, CHARGEBACK -50.00, COST_OF_RETURN -3.00",
      "-18.00 | -5.00 -5.00 | CHARGEBACK -5.00, CHARGEBACK -5.00, CHARGEBACK -8.00",
      "-18.00 | -5.00:-:4.00 -5.00:-:4.00 | CHARGEBACK -5.00, CHARGEBACK -5.00, COST_OF_RETURN -8.00",
      "-18.00:-:8.00 | -5.00 -5.00 | CHARGEBACK -5.00, CHARGEBACK -5.00, COST_OF_RETURN -8.00",
      "97.00 | 60.00 40.00 | PAYMENT 60.00, PAYMENT 40.00, BANK_CHARGE -3.00",
      "50.00 | 60.00 40.00 | PAYMENT 60.00, PAYMENT 40.00, CHARGEBACK -50.00",
      "300.00 | 100.00 120.00 | PAYMENT 100.00, PAYMENT 120.00, PAYMENT 80.00",
      "-90.00 | -50.00 -50.00 | CHARGEBACK -50.00, CHARGEBACK -50.00, PAYMENT 10.00",
      "300.00 | 100.00 | PAYMENT 100.00, PAYMENT 200.00",
      // details without amounts: one is the whole or takes the rest, several stay together
      "30.00 | '' | PAYMENT 30.00", "30.00 | - | PAYMENT 30.00", "30.00 | - - | PAYMENT 30.00",
      "30.00 | 0.00 | PAYMENT 30.00", "30.00 | 10.00 - | PAYMENT 10.00, PAYMENT 20.00",
      "30.00 | 10.00 - - | PAYMENT 10.00, PAYMENT 20.00", "30.00 | 30.00 - | PAYMENT 30.00, NOTHING 0.00",
      "0.00 | '' | NOTHING 0.00", "0.00 | 0.00 | NOTHING 0.00", "30.00 | 30.00 0.00 | PAYMENT 30.00, NOTHING 0.00",
      // a return with what it cost
      "-55.50 | -55.50:50.00:5.50 | CHARGEBACK -50.00, COST_OF_RETURN -5.50",
      "-55.50:50.00:5.50 | '' | CHARGEBACK -50.00, COST_OF_RETURN -5.50",
      "-55.50:50.00:5.50 | - | CHARGEBACK -50.00, COST_OF_RETURN -5.50",
      "-53.00 | -53.00:-:3.00 | CHARGEBACK -50.00, COST_OF_RETURN -3.00",
      "-53.00 | -53.00:50.00:- | CHARGEBACK -50.00, COST_OF_RETURN -3.00",
      "-12.00 | -12.00:5.00:7.00 | CHARGEBACK -5.00, COST_OF_RETURN -7.00",
      "-50.00 | -50.00:50.00:3.00 | CHARGEBACK -50.00", "-90.00 | -90.00:50.00 | CHARGEBACK -90.00",
      "-3.00 | -3.00:-:3.00 | CHARGEBACK -3.00", "-50.00 | -50.00:80.00 | CHARGEBACK -50.00",
      "-106.00 | -53.00:50.00:3.00 -53.00:50.00:3.00 | CHARGEBACK -50.00, COST_OF_RETURN -3.00, CHARGEBACK -50.00, "
          + "COST_OF_RETURN -3.00",
      "53.00 | 53.00:50.00:3.00 | PAYMENT 53.00"})
  void theDetailsAreMovementsAndTheRestIsOne(String whole, String details, String movements) {
    assertThat(movements(whole, details)).containsExactly(movements.split(", "));
  }

  @ParameterizedTest
  @CsvSource({"OUTGOING, 0.00, OUTGOING", "OUTGOING, 3.00, BANK_CHARGE", "CHARGEBACK, 0.00, COST_OF_RETURN"})
  void theRestOfADebitIsWhatItsDetailsAre(Kind kind, BigDecimal charges, Kind rest) {
    Detail detail = new Detail(new BigDecimal("-50.00"), kind, null, ZERO);

    assertThat(told(EntryParts.of(new BigDecimal("-103.00"), new Detail(null, kind, null, charges),
        List.of(detail, detail)))).containsExactly(kind + " -50.00", kind + " -50.00", rest + " -3.00");
  }

  @Test
  void whateverTheDetailsSayNoCentAndNoDetailIsLost() {
    Random random = new Random(13);
    for (int run = 0; run < 20_000; run++) {
      BigDecimal booked = randomAmount(random);
      List<Detail> details = new ArrayList<>();
      IntStream.range(0, random.nextInt(5)).forEach(each -> details.add(randomDetail(random)));

      List<Part> parts = EntryParts.of(booked, new Detail(booked, kindOf(random, booked), null, ZERO), details);

      assertThat(parts).as("%s of %s", booked, details).isNotEmpty();
      assertThat(parts.stream().map(Part::amount).reduce(ZERO, BigDecimal::add)).as("%s of %s", booked, details)
          .isEqualByComparingTo(booked);
      assertThat(parts.stream().flatMap(part -> part.details().stream()).distinct().sorted().toList())
          .as("%s of %s", booked, details).isEqualTo(IntStream.range(0, details.size()).boxed().toList());
      assertThat(parts).as("%s of %s", booked, details)
          .allMatch(part -> part.amount().signum() != 0 == (part.kind() != Kind.NOTHING));
    }
  }

  private static Detail randomDetail(Random random) {
    BigDecimal amount = random.nextInt(4) == 0 ? null : randomAmount(random);
    return new Detail(amount, kindOf(random, amount == null ? ZERO : amount),
        random.nextBoolean() ? null : randomAmount(random).abs(), random.nextBoolean() ? ZERO : randomAmount(random)
            .abs());
  }

  private static Kind kindOf(Random random, BigDecimal amount) {
    if (amount.signum() < 0) {
      return random.nextBoolean() ? Kind.CHARGEBACK : Kind.OUTGOING;
    }
    return Kind.PAYMENT;
  }

  private static BigDecimal randomAmount(Random random) {
    return BigDecimal.valueOf(random.nextInt(9) - 4, 0).multiply(new BigDecimal("12.50"));
  }
}
