package io.remit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

@Tag("long")
class DemoPortfolioLoaderTest {

  private static final Clock LATE_EVENING =
      Clock.fixed(Instant.parse("2026-03-02T22:30:00Z"), ZoneOffset.UTC);
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final DemoPortfolio portfolio = new DemoPortfolio(1);
  private final List<String> received = new ArrayList<>();
  private EmbeddedDatabase dataSource;
  private JdbcClient database;

  @BeforeEach
  void create() {
    dataSource = new EmbeddedDatabaseBuilder().generateUniqueName(true).setType(EmbeddedDatabaseType.H2).build();
    database = JdbcClient.create(dataSource);
    database.sql("create table account (account_number varchar(64) primary key)").update();
  }

  @AfterEach
  void close() {
    dataSource.shutdown();
  }

  @Test
  void theFirstStartLoadsAPortfolioAsOfTodayAtTheCreditors() {
    start(3);

    LocalDate alreadyTomorrowInShanghai = LocalDate.of(2026, 3, 3);
    assertThat(received).containsExactly(
        new String(portfolio.arrearsFile(alreadyTomorrowInShanghai, 3), StandardCharsets.UTF_8));
  }

  @Test
  void aStartWithAccountsInTheDatabaseLoadsNothing() {
    database.sql("insert into account values ('A-1')").update();

    start(3);

    assertThat(received).isEmpty();
  }

  @Test
  void whoWantsNoDebtorsGetsNone() {
    start(0);

    assertThat(received).isEmpty();
  }

  private void start(int debtors) {
    new DemoPortfolioLoader(portfolio, debtors, LATE_EVENING, SHANGHAI, database, this::receive)
        .run(new DefaultApplicationArguments());
  }

  private void receive(InputStream file) {
    try {
      received.add(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
