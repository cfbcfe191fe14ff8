package io.remit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.faults.FaultJudge.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge sees what is wrong: each promise is broken once, by hand. */
@Tag("faults")
@Order(0)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultJudgeTest {

  private static final int CASES = 4;

  private final FaultSite site = FaultSite.shared();
  private Connection connection;

  @TempDir
  private Path folder;

  @BeforeAll
  void writeToEachAndLetOneOfThemPay() {
    String rows = IntStream.range(0, CASES)
        .mapToObj(number -> Home.LONDON.row("JUDGED" + number, "100.00", site.today().minusDays(10), 90_000 + number))
        .collect(Collectors.joining("\n"));
    assertThat(site.send("arrears", "text/csv", Home.HEADER + "\n" + rows + "\n").body())
        .contains("\"opened\":" + CASES);
    site.liveUntil(site.today().atTime(LocalTime.of(18, 0)).toInstant(ZoneOffset.UTC));
    assertThat(site.count("contact_attempt where debtor_id like 'JUDGED%' and status = 'SENT'")).isEqualTo(CASES);
    assertThat(site.send("payments", "text/csv", "payment_reference,account_number,type,amount,currency,value_date,"
        + "reverses\nJUDGED-P1,AJUDGED0,PAYMENT,100.00,EUR," + site.today() + ",\n").body()).contains("\"posted\":1");
  }

  @BeforeEach
  void begin() throws SQLException {
    connection = site.dataSource().getConnection();
    connection.setAutoCommit(false);
  }

  @AfterEach
  void undo() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void whatIsRightIsRight() {
    assertThat(judge(site.gatewayLog())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      BALANCE       | update account set outstanding_amount = 1 where account_number = 'AJUDGED1'
      BALANCE       | delete from ledger_entry where reference = 'JUDGED-P1'
      BALANCE       | update ledger_entry set amount = 99 where reference = 'JUDGED-P1'
      HOUR          | update contact_attempt set contacted_at = contacted_at - interval '12 hours' where turn = 1
      HOUR          | update debtor set time_zone = 'America/Los_Angeles', country = 'US' where debtor_id = 'JUDGED1'
      AFTER_PAYMENT | update contact_attempt set contacted_at = contacted_at + interval '12 hours' where turn = 1
      GATEWAY       | update contact_attempt set status = 'PLANNED' where debtor_id = 'JUDGED1'
      GATEWAY       | delete from contact_attempt where debtor_id = 'JUDGED1'
      PROCESS       | update collection_case set status = 'OPEN' where debtor_id = 'JUDGED0'
      PROCESS       | update collection_case set status = 'CLOSED' where debtor_id = 'JUDGED1'
      WAITING       | update act_ru_job set retries_ = 0
      WAITING       | update act_ru_job set duedate_ = timestamp '9999-01-01 00:00:00'
      FILE          | update intake_file set status = 'INTERRUPTED'
      """)
  void whatIsBrokenIsNamed(Promise promise, String damage) throws SQLException {
    connection.createStatement().executeUpdate(damage);

    assertThat(judge(site.gatewayLog())).isNotEmpty().anyMatch(broken -> broken.startsWith(promise + " "));
  }

  @Test
  void aSecondMessageOfTheDayIsNamed() throws SQLException {
    connection.createStatement().executeUpdate("""
        insert into contact_attempt (case_number, debtor_id, stage, channel, status, actor, planned_at, contacted_at,
          allowed, turn)
        select case_number, debtor_id, stage, 'LETTER', 'SENT', actor, planned_at, contacted_at, true, 99
          from contact_attempt where debtor_id = 'JUDGED1'
        """);

    assertThat(judge(site.gatewayLog())).anyMatch(broken -> broken.startsWith(Promise.CAP + " "));
  }

  @Test
  void aMessageThatTheGatewayTookTwiceIsNamed() throws IOException {
    List<String> lines = Files.readAllLines(site.gatewayLog());
    Path doubled = Files.write(folder.resolve("doubled.jsonl"), lines);
    Files.write(doubled, lines.subList(0, 1), StandardOpenOption.APPEND);

    assertThat(judge(doubled)).singleElement().asString().startsWith(Promise.GATEWAY + " ");
  }

  private List<String> judge(Path log) {
    return FaultJudge.broken(connection, log, site.now(), Set.of());
  }
}
