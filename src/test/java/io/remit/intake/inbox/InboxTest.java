package io.remit.intake.inbox;

import static io.remit.intake.IntakeFixture.account;
import static io.remit.intake.IntakeFixture.arrearsOf;
import static io.remit.intake.IntakeFixture.payment;
import static io.remit.intake.IntakeFixture.paymentsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.intake.IntakeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("long")
class InboxTest {

  @TempDir
  Path folder;
  private IntakeFixture intake;
  private Inbox inbox;

  @BeforeEach
  void start() {
    intake = new IntakeFixture(folder);
    inbox = intake.inbox();
    inbox.poll();
  }

  @AfterEach
  void stop() {
    intake.close();
  }

  @Test
  void aDroppedFileIsTakenInAndPutAwayWithItsReport() throws IOException {
    drop("arrears/today.csv", arrearsOf(account("A1")));
    drop("payments/today.csv", paymentsOf(payment("P1", "A1")));
    pollTwice();
    assertThat(intake.portfolio.accounts).containsOnlyKeys("A1");
    assertThat(intake.portfolio.payments).containsOnlyKeys("P1");
    assertThat(path("arrears/today.csv")).doesNotExist();
    assertThat(path("arrears/done/today.csv")).hasContent(arrearsOf(account("A1")));
    JsonNode report = report("arrears/done/today.csv.report.json");
    assertThat(report.fieldNames()).toIterable().containsExactly("fileId", "sha256", "status", "rows", "opened",
        "updated", "unchanged", "closed", "closingsWaiting", "rejected", "warnings");
    assertThat(report.get("status").asText()).isEqualTo("APPLIED");
    assertThat(report("payments/done/today.csv.report.json").get("posted").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"arrears-as-of-2024-02-28.csv, 2024-02-28", "AS-OF-2024-02-28.csv,", "as-of-2024-02-28.csv, 2024-02-28",
      "arrears-2024-02-28.csv,", "alas-of-2024-02-28.csv,", "as-of-2024-02-285.csv,", "as-of-2024-02-30.csv,",
      "as-of-2024-02-28-as-of-2024-02-29.csv,", "as-of-2024-03-02.csv, 2024-03-02"})
  void anUnmistakableDayInTheNameIsTheDayOfTheBooks(String name, LocalDate asOf) throws IOException {
    drop("arrears/" + name, arrearsOf(account("A1")));
    pollTwice();
    assertThat(intake.portfolio.accounts.get("A1").asOf()).isEqualTo(asOf);
  }

  @Test
  void anAcknowledgementHasItsOwnFolder() throws IOException {
    drop("acknowledgements/today.csv", "export_number,as_of,booking_reference\n1,2024-02-30,\n,2024-02-28,\n");
    pollTwice();
    JsonNode report = report("acknowledgements/done/today.csv.report.json");
    assertThat(report.get("acknowledged").asInt()).isZero();
    assertThat(report.at("/rejected/0/rule").asText()).isEqualTo("date");
    assertThat(report.at("/rejected/1/rule").asText()).isEqualTo("required");
  }

  @Test
  void aCompleteSnapshotHasItsOwnFolder() throws IOException {
    intake.arrears(arrearsOf(account("A0")));
    drop("arrears-complete/today.csv", arrearsOf(account("A1")));
    pollTwice();
    assertThat(report("arrears-complete/done/today.csv.report.json").get("closed").asInt()).isEqualTo(1);
  }

  @Test
  void aFileThatCannotBeUsedIsPutAwayAsRefused() throws IOException {
    drop("payments/statement.xml", "<Document/>");
    pollTwice();
    assertThat(path("payments/refused/statement.xml")).exists();
    assertThat(report("payments/refused/statement.xml.report.json").at("/rejected/0/rule").asText())
        .isEqualTo("unsupported-format");
  }

  @Test
  void aFileThatIsStillBeingWrittenIsLeftAlone() throws IOException {
    drop("arrears/.hidden.csv", arrearsOf(account("A1")));
    drop("arrears/today.csv.part", arrearsOf(account("A1")));
    drop("arrears/today.csv.tmp", arrearsOf(account("A1")));
    Path growing = drop("arrears/today.csv", arrearsOf(account("A1")));
    inbox.poll();
    Files.writeString(growing, account("A2") + "\n", StandardOpenOption.APPEND);
    inbox.poll();
    assertThat(intake.portfolio.accounts).isEmpty();
    inbox.poll();
    assertThat(intake.portfolio.accounts).containsOnlyKeys("A1", "A2");
    pollTwice();
    assertThat(path("arrears")).isDirectoryContaining("glob:**.part").isDirectoryContaining("glob:**.tmp")
        .isDirectoryContaining("glob:**.hidden.csv");
  }

  @Test
  void anEarlierFileOfTheSameNameIsKept() throws IOException {
    for (String account : new String[] {"A1", "A2", "A3"}) {
      drop("arrears/today.csv", arrearsOf(account(account)));
      pollTwice();
    }
    assertThat(path("arrears/done/today.csv")).hasContent(arrearsOf(account("A1")));
    assertThat(path("arrears/done/today-2.csv")).hasContent(arrearsOf(account("A2")));
    assertThat(path("arrears/done/today-3.csv")).hasContent(arrearsOf(account("A3")));
    assertThat(path("arrears/done/today-3.csv.report.json")).exists();
  }

  @Test
  void aFileThatMeetsAnUnexpectedFailureStaysAndIsTriedAgainLater() throws IOException {
    drop("arrears/today.csv", arrearsOf(account("A1")));
    intake.database.execute("alter table intake_file rename to lost");
    pollTwice();
    assertThat(path("arrears/today.csv")).exists();
    assertThat(path("arrears/done")).doesNotExist();
    intake.database.execute("alter table lost rename to intake_file");
    inbox.poll();
    assertThat(intake.portfolio.accounts).isEmpty();
    for (int polls = 0; polls < 12; polls++) {
      inbox.poll();
    }
    assertThat(path("arrears/done/today.csv")).exists();
    assertThat(intake.portfolio.accounts).containsOnlyKeys("A1");
  }

  private void pollTwice() {
    inbox.poll();
    inbox.poll();
  }

  private Path path(String name) {
    return folder.resolve("inbox").resolve(name);
  }

  private Path drop(String name, String content) throws IOException {
    return Files.writeString(path(name), content);
  }

  private JsonNode report(String name) throws IOException {
    return new ObjectMapper().readTree(path(name).toFile());
  }
}
