package io.remit.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.database.PostgresDatabase;
import io.remit.ledger.Account;
import io.remit.payment.PaymentMatch.Evidence;
import io.remit.statement.BankTransaction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * How much of what payers and banks write finds its account: labelled payments, each with the accounts for which a
 * careful person who has this file and nothing else would say that it is; none where he could not say.
 */
@Tag("long")
class RemittanceTest {

  private static final String OWN = "/remittance/payments.csv";
  private static final String HELD_BACK = "/remittance/held-back.csv";

  /**
   * What became of a set of payments.
   *
   * @param missed what a person could tell and nobody was told for certain
   * @param notFirst those of them for which another account, or none, was offered first
   */
  private record Outcome(int all, int matchable, int posted, List<String> missed, List<String> notFirst,
      List<String> wrong) {

    int percentPosted() {
      return posted * 100 / matchable;
    }

    int percentPostedOrFirst() {
      return (matchable - notFirst.size()) * 100 / matchable;
    }

    String told() {
      return ("%d payments, %d of which a person can match: %d posted (%d %%), %d posted or offered first (%d %%), "
          + "%d wrong").formatted(all, matchable, posted, percentPosted(), matchable - notFirst.size(),
          percentPostedOrFirst(), wrong.size());
    }
  }

  @Test
  void mostOfWhatAPersonCanTellIsPostedAndNothingIsPostedWrongly(TestReporter reporter) {
    Outcome outcome = onH2("/remittance/accounts.csv", OWN, reporter);

    assertThat(outcome.all()).isGreaterThanOrEqualTo(400);
    assertThat(outcome.wrong()).as("posted wrongly").isEmpty();
    assertThat(outcome.percentPosted()).as("percent posted; missed " + outcome.missed()).isGreaterThanOrEqualTo(92);
    assertThat(outcome.percentPostedOrFirst()).as("percent posted or offered first; not " + outcome.notFirst())
        .isGreaterThanOrEqualTo(99);
  }

  /** A set that was written by others and not looked at while the matching was made. */
  @Test
  void nothingOfTheHeldBackSetIsPostedWrongly(TestReporter reporter) {
    assumeTrue(RemittanceTest.class.getResource(HELD_BACK) != null);
    Outcome outcome = onH2("/remittance/held-back-accounts.csv", HELD_BACK, reporter);

    assertThat(outcome.wrong()).as("posted wrongly").isEmpty();
    assertThat(outcome.percentPosted()).as("percent posted; missed " + outcome.missed()).isGreaterThanOrEqualTo(88);
  }

  @Test
  void postgresFindsTheSame(TestReporter reporter) {
    Outcome onH2 = onH2("/remittance/accounts.csv", OWN, reporter);
    try (PostgresDatabase database = PostgresDatabase.create();
        MatchingWorld world = new MatchingWorld(database.url(), "postgres")) {
      assertThat(outcome(world, "/remittance/accounts.csv", OWN)).isEqualTo(onH2);
    }
  }

  private static Outcome onH2(String accounts, String payments, TestReporter reporter) {
    try (MatchingWorld world = new MatchingWorld("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa")) {
      Outcome outcome = outcome(world, accounts, payments);
      reporter.publishEntry(payments, outcome.told());
      return outcome;
    }
  }

  private static Outcome outcome(MatchingWorld world, String accounts, String payments) {
    world.load(MatchingWorld.read(accounts));
    List<NamedCsvRecord> rows = MatchingWorld.read(payments);
    int matchable = 0;
    int posted = 0;
    List<String> missed = new ArrayList<>();
    List<String> notFirst = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (NamedCsvRecord row : rows) {
      Map<String, BigDecimal> expected = expected(row.getField("expected"));
      String told = row.getField("id") + " " + row.getField("kind");
      BankTransaction payment = MatchingWorld.payment(row);
      Map<String, BigDecimal> found = posted(world, payment);
      boolean right = !found.isEmpty() && isRight(found, expected);
      if (!found.isEmpty() && !right) {
        wrong.add(told + " " + found);
      }
      if (expected.isEmpty()) {
        continue;
      }
      matchable++;
      if (right) {
        posted++;
        continue;
      }
      missed.add(told);
      if (!isOfferedFirst(world.search().matchWithGuesses(payment).evidence(), expected)) {
        notFirst.add(told);
      }
    }
    return new Outcome(rows.size(), matchable, posted, missed, notFirst, wrong);
  }

  /** @return account numbers with their amounts, or null for those whose amounts are not said */
  private static Map<String, BigDecimal> expected(String written) {
    Map<String, BigDecimal> expected = new LinkedHashMap<>();
    Arrays.stream(written.split(";")).filter(each -> !each.isBlank()).map(each -> each.strip().split("="))
        .forEach(each -> expected.put(each[0], each.length > 1 ? new BigDecimal(each[1]) : null));
    return expected;
  }

  private static Map<String, BigDecimal> posted(MatchingWorld world, BankTransaction payment) {
    return world.search().match(payment).certain().map(target -> target.divide(payment.amount(),
        world.accounts().find(target.accountNumbers()), MatchingWorld.TODAY, Set.of())).orElse(Map.of());
  }

  private static boolean isRight(Map<String, BigDecimal> found, Map<String, BigDecimal> expected) {
    boolean amountsAreSaid = expected.values().stream().anyMatch(each -> each != null);
    return amountsAreSaid ? new TreeSet<>(found.keySet()).equals(new TreeSet<>(expected.keySet()))
        && found.entrySet().stream().allMatch(each -> each.getValue().compareTo(expected.get(each.getKey())) == 0)
        : expected.keySet().containsAll(found.keySet());
  }

  private static boolean isOfferedFirst(List<Evidence> evidence, Map<String, BigDecimal> expected) {
    return !evidence.isEmpty() && evidence.get(0).candidate().accounts().stream().map(Account::accountNumber)
        .allMatch(expected::containsKey);
  }
}
