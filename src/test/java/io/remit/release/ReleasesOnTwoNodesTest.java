package io.remit.release;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.remit.access.StartedDemo;
import io.remit.database.PostgresDatabase;
import io.remit.files.Sha256;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL: what is deployed with the commands on one, the other sends. */
@Tag("own-application")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasesOnTwoNodesTest {

  private static final String BEGIN = "2007-09-03T08:00:00Z";
  private static final String TEXT = "messages/overdue-sms.en.2.txt";
  private static final String REGISTER = "messages/register.csv";

  @TempDir
  private static Path folder;

  private PostgresDatabase database;
  private StartedDemo one;
  private StartedDemo other;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @BeforeAll
  void start() {
    database = PostgresDatabase.create();
    one = node("one");
    other = node("other");
  }

  @AfterAll
  void end() {
    one.close();
    other.close();
    database.close();
  }

  private StartedDemo node(String name) {
    return new StartedDemo(folder.resolve(name), BEGIN, "--spring.datasource.url=" + database.url(),
        "--spring.datasource.username=" + database.user(), "--remit.releases.poll=200ms");
  }

  private int command(StartedDemo node, String user, String command, String... words) {
    List<String> all = Stream.concat(Stream.of(words), List.of(words).contains("--url") ? Stream.of("--user", user)
        : Stream.of("--user", user, "--url", "http://localhost:" + node.port())).toList();
    told.reset();
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    return ReleaseCommands.run(command, out, out, all, Map.of(RunningRemit.PASSWORD, user));
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  private static Path written(ModelFolder models) {
    try {
      Path written = Files.createTempDirectory(folder, "models");
      for (ModelFile file : models.files()) {
        Path path = written.resolve(file.name());
        Files.createDirectories(path.getParent());
        Files.write(path, file.content());
      }
      return written;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String sentBy(String node) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(node).resolve("outbox"))) {
      return files.filter(Files::isRegularFile).map(ReleasesOnTwoNodesTest::read).collect(Collectors.joining());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void theOtherNodeSendsTheNewTextAndGoesBack() throws Exception {
    ModelFolder shipped = ModelFolder.in(Path.of("bpmn"));
    byte[] text = "{creditorName}: Good day {debtorName}, {overdueAmount} is open. Call {contactPhone}, we will help."
        .getBytes(StandardCharsets.UTF_8);
    String register = new String(shipped.file(REGISTER).orElseThrow().content(), StandardCharsets.UTF_8)
        + "overdue-sms,en,2," + Sha256.of(text) + ",owner1,2007-09-03,\n";
    Path changed = written(shipped.with(new ModelFile(TEXT, text))
        .with(new ModelFile(REGISTER, register.getBytes(StandardCharsets.UTF_8))));

    assertThat(command(one, "owner1", "deploy", changed.toString(), "--comment", "A shorter text", "--label=2007.9"))
        .as(told()).isZero();
    assertThat(told()).contains("Release 2 is proposed", "models approve 2");
    assertThat(command(one, "owner1", "approve", "2")).isEqualTo(1);
    assertThat(told()).contains("is for another person");
    assertThat(command(one, "supervisor1", "approve", "2")).as(told()).isZero();
    assertThat(told()).contains("Release 2 runs.");
    await().atMost(30, SECONDS).until(() -> other.get("owner1", "/api/models/running").body()
        .contains("\"onThisNode\":2"));
    other.deliver("arrears", """
        account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,\
        phone,time_zone
        A1,LOAN,EUR,100,100,2007-08-20,D1,Xu Diaz,+870301234567,Etc/UTC
        """);
    other.moveTo("2007-09-03T18:00:00Z");
    assertThat(sentBy("other")).contains("Good day Xu Diaz", "is open");

    Files.writeString(changed.resolve("stage-by-aging.dmn"), "<script>");
    assertThat(command(other, "owner1", "deploy", changed.toString(), "--comment", "broken")).isEqualTo(1);
    assertThat(told()).contains("stage-by-aging.dmn", "[FILE_IS_PLAIN_TEXT");
    assertThat(command(other, "owner1", "rollback", "1", "--note", "too short")).as(told()).isZero();
    assertThat(told()).contains("The files of release 1 run again, as release 3.");
    assertThat(command(other, "manager1", "list")).isZero();
    assertThat(told()).containsSubsequence("3    RUNNING", "2    ROLLED_BACK", "A shorter text", "1    REPLACED");
  }

  @Test
  void wordsThatAreNoneOfACommandSayWhatThereIs() {
    for (List<String> words : List.of(List.of("deploy"), List.of("deploy", "/nowhere", "--comment", "x"),
        List.of("approve"), List.of("approve", "x"), List.of("approve", "1", "2"), List.of("rollback", "1"),
        List.of("list", "--url", "http://remit.example"), List.of("list", "--url", "ftp://localhost"),
        List.of("list", "--password", "secret"),
        List.of("list", "--note"), List.of("rollback", "1", "--note", "x", "--note=y"))) {
      assertThat(command(other, "owner1", words.get(0), words.subList(1, words.size()).toArray(String[]::new)))
          .as(words.toString()).isEqualTo(2);
      assertThat(told()).as(words.toString()).contains("models deploy FOLDER");
    }
    assertThat(command(other, "owner1", "list", "--url", "http://localhost:1")).isEqualTo(2);
    assertThat(told()).contains("does not answer");
    assertThat(command(other, "collector1", "list")).isEqualTo(1);
    assertThat(told()).contains("None of your groups may do this");
  }
}
