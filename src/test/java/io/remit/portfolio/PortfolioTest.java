package io.remit.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.WaitingCheck;
import io.remit.eventlog.CaseProofs;
import io.remit.eventlog.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Odd portfolios live for more than a year with all that can happen to debtors, and a judge who reads the rules anew
 * finds nothing that they forbid. At the end each case conforms with the models, and the log of all of them is whole.
 * The build draws one of 40 debtors, so that it ends within a minute;
 * {@code mvn -Pportfolio test -Dtest=PortfolioTest} draws 25, each of 2,000, with the seeds that follow on the first.
 *
 * <p>What is found names seed and debtor; {@code -Dremit.portfolio.seed=7 -Dremit.portfolio.debtor=123} draws one
 * alone.
 */
@Tag("portfolio")
class PortfolioTest {

  private static final long SEED = Long.getLong("remit.portfolio.seed", 14);
  private static final int PORTFOLIOS = Integer.getInteger("remit.portfolio.portfolios", 1);
  private static final int DEBTORS = Integer.getInteger("remit.portfolio.debtors", 40);
  private static final int DAYS = Integer.getInteger("remit.portfolio.days", 400);
  private static final int ALONE = Integer.getInteger("remit.portfolio.debtor", -1);
  private static final int DAYS_BETWEEN_LOOKS = 5;
  private static final int SHOWN_OF_EACH = 12;

  @Test
  void nothingHappensToAnybodyThatTheRulesForbid() throws IOException {
    for (int i = 0; i < PORTFOLIOS; i++) {
      liveThrough(SEED + i);
    }
  }

  private static void liveThrough(long seed) throws IOException {
    Portfolio portfolio = new Portfolio(seed, DAYS);
    Map<Integer, DrawnDebtor> debtors = (ALONE < 0 ? IntStream.range(0, DEBTORS) : IntStream.of(ALONE)).boxed()
        .collect(Collectors.toMap(number -> number, portfolio::debtor, (one, other) -> one, TreeMap::new));
    try (World world = new World(Portfolio.BEGIN.atStartOfDay().toInstant(ZoneOffset.UTC))) {
      Desk desk = new Desk(world, seed, debtors);
      Life life = new Life(world, debtors, desk);
      Judge judge = new Judge(world, seed, debtors);
      for (int day = 0; day < DAYS; day++) {
        life.live(day);
        if (day % DAYS_BETWEEN_LOOKS == DAYS_BETWEEN_LOOKS - 1 || day == DAYS - 1) {
          judge.judge();
          assertThat(world.bean(WaitingCheck.class).broken()).as("the nightly check, seed %s, day %s", seed, day)
              .isEmpty();
        }
      }
      CaseProofs.Report proof = world.bean(CaseProofs.class).checkAll();
      assertThat(proof.notRight()).as("of %s cases, in %s, seed %s", proof.cases(), proof.states(), seed).isEmpty();
      WrittenLog.of(world.bean(EventLog.class)).mustBeWhole(proof.cases());
      report(seed, world, life, desk, judge);
      assertThat(judge.violations()).as("what the rules forbid").isEmpty();
      if (ALONE < 0) {
        assertThat(judge.seen().keySet()).as("what was judged").contains("SMS SENT", "EMAIL SENT", "LETTER SENT",
            "CALL DELIVERED", "CALL FAILED", "VISIT FAILED", "amounts", "reviews", "open cases");
      }
    }
  }

  private static void report(long seed, World world, Life life, Desk desk, Judge judge) throws IOException {
    Map<Invariant, List<Violation>> found = judge.violations().stream()
        .collect(Collectors.groupingBy(Violation::rule, () -> new EnumMap<>(Invariant.class), Collectors.toList()));
    StringBuilder report = new StringBuilder();
    life.answers().forEach((what, count) -> report.append(count).append(' ').append(what).append('\n'));
    desk.done().forEach((what, count) -> report.append(count).append(' ').append(what).append('\n'));
    judge.seen().forEach((what, count) -> report.append(count).append(' ').append(what).append('\n'));
    found.forEach((rule, all) -> {
      report.append('\n').append(rule).append(": ").append(all.size()).append(", debtors ")
          .append(all.stream().map(Violation::debtor).distinct().count()).append('\n');
      all.stream().limit(SHOWN_OF_EACH).forEach(one -> report.append("  ").append(one).append('\n'));
    });
    if (ALONE >= 0) {
      report.append('\n').append(String.join("\n", world.timelines())).append('\n');
    }
    Path folder = Files.createDirectories(Path.of("target", "portfolio"));
    Files.writeString(folder.resolve("seed-" + seed + (ALONE < 0 ? "" : "-debtor-" + ALONE) + ".txt"), report);
  }
}
