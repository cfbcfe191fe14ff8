package io.remit.demo;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds the invented portfolio to the intake at the first start; later starts find accounts and leave them alone. */
class DemoPortfolioLoader implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(DemoPortfolioLoader.class);

  private final DemoPortfolio portfolio;
  private final int debtors;
  private final Clock clock;
  private final ZoneId zone;
  private final JdbcClient database;
  private final Consumer<InputStream> intake;

  /**
   * Creates the loader.
   *
   * @param zone the creditor's, in which it is today
   * @param intake takes an arrears file
   */
  DemoPortfolioLoader(DemoPortfolio portfolio, int debtors, Clock clock, ZoneId zone, JdbcClient database,
      Consumer<InputStream> intake) {
    this.portfolio = portfolio;
    this.debtors = debtors;
    this.clock = clock;
    this.zone = zone;
    this.database = database;
    this.intake = intake;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (debtors > 0 && isFirstStart()) {
      LOG.info("Loading a portfolio of {} invented debtors", debtors);
      LocalDate businessDate = LocalDate.now(clock.withZone(zone));
      intake.accept(new ByteArrayInputStream(portfolio.arrearsFile(businessDate, debtors)));
    }
  }

  private boolean isFirstStart() {
    return database.sql("select count(*) from account").query(Long.class).single() == 0;
  }
}
