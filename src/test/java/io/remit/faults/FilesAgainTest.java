package io.remit.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.faults.FaultSite.Answer;
import io.remit.intake.inbox.Inbox;
import io.remit.statement.CamtFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Files come as they should not: twice, under another name, in another order, eight at once, cut off and then whole.
 * Two groups of equal debtors are told the same; in the end they are equal, though one was told properly.
 */
@Tag("faults")
@Order(3)
class FilesAgainTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEBTORS = Integer.getInteger("remit.faults.debtors", 15);
  private static final int AT_ONCE = 8;
  private static final String PAYMENTS =
      "payment_reference,account_number,type,amount,currency,value_date,reverses";

  private final FaultSite site = FaultSite.shared();
  private final Random random = Seed.of(FilesAgainTest.class);
  private int names;

  @Test
  void howOftenAndInWhatOrderAFileComesTheEndIsTheSame() throws IOException {
    for (String kind : List.of("arrears", "payments", "statement", "arrears-later")) {
      properly(kind);
      everyHow(kind);
      assertThat(standing("EVERYHOW")).as(kind).isEqualTo(standing("PROPERLY"));
    }
    assertThat(standing("EVERYHOW")).hasSize(DEBTORS).anyMatch(debtor -> debtor.toString().contains("CLOSED"))
        .anyMatch(debtor -> debtor.toString().contains("OPEN"));
    assertThat(site.broken()).isEmpty();
  }

  private void properly(String kind) {
    assertThat(deliver(kind, content(kind, "PROPERLY", UnaryOperator.identity())).status()).isEqualTo(200);
  }

  private void everyHow(String kind) throws IOException {
    String whole = content(kind, "EVERYHOW", UnaryOperator.identity());
    int length = whole.length();
    for (int cut = 0; cut < 2; cut++) {
      deliver(kind, whole.substring(0, 1 + random.nextInt(length - 1)));
    }
    List<CompletableFuture<Answer>> atOnce = IntStream.range(0, AT_ONCE)
        .mapToObj(number -> CompletableFuture.supplyAsync(() -> deliver(kind, whole))).toList();
    List<JsonNode> answers = atOnce.stream().map(CompletableFuture::join).map(FilesAgainTest::body).toList();
    assertThat(answers.stream().map(answer -> answer.path("status").asText()).toList())
        .as("%s: %s", kind, answers.get(0)).containsOnlyOnce("APPLIED").hasSize(AT_ONCE)
        .allMatch(status -> status.equals("APPLIED") || status.equals("ALREADY_APPLIED"));
    assertThat(answers.stream().map(answer -> answer.path("rows").asInt()).distinct()).hasSize(1);
    assertThat(deliver(kind, content(kind, "EVERYHOW", this::shuffled)).status()).isEqualTo(200);
    dropTwice(kind, whole);
  }

  private Answer deliver(String kind, String content) {
    return kind.equals("statement") ? site.send("payments", "application/xml", content)
        : site.send(kind.replace("-later", ""), "text/csv", content);
  }

  private static JsonNode body(Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Into the inbox, under two names. */
  private void dropTwice(String kind, String content) throws IOException {
    Path inbox = site.workFolder().resolve("inbox").resolve(kind.startsWith("arrears") ? "arrears" : "payments");
    for (int time = 0; time < 2; time++) {
      names++;
      Files.createDirectories(inbox);
      Files.writeString(inbox.resolve("again-" + names + (kind.equals("statement") ? ".xml" : ".csv")), content, UTF_8);
    }
    // a file is taken when it looks as at the poll before
    for (int poll = 0; poll < 2; poll++) {
      site.bean(Inbox.class).poll();
    }
    try (Stream<Path> left = Files.list(inbox)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private List<String> shuffled(List<String> rows) {
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private String content(String kind, String group, UnaryOperator<List<String>> order) {
    List<Integer> numbers = IntStream.range(0, DEBTORS).boxed().toList();
    return switch (kind) {
      case "arrears" -> Home.HEADER + "\n" + String.join("\n", order.apply(numbers.stream()
          .map(number -> arrears(group, number, "100.00")).toList())) + "\n";
      case "payments" -> PAYMENTS + "\n" + String.join("\n", order.apply(numbers.stream()
          .filter(number -> number % 2 == 0).map(number -> group + "-P" + number + ",A" + group + number
              + ",PAYMENT," + (number % 4 == 0 ? "100.00" : "30.00") + ",EUR," + site.today() + ",").toList())) + "\n";
      case "statement" -> statement(group, order.apply(numbers.stream().filter(number -> number % 3 == 0)
          .map(String::valueOf).toList()));
      case "arrears-later" -> Home.HEADER + "\n" + String.join("\n", order.apply(numbers.stream()
          .filter(number -> number % 5 == 1).map(number -> arrears(group, number, "140.00")).toList())) + "\n";
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private String arrears(String group, int number, String amount) {
    return Home.of(number).row(group + number, amount, site.today().minusDays(8), 40_000 + number
        + (group.equals("PROPERLY") ? 0 : DEBTORS));
  }

  private String statement(String group, List<String> numbers) {
    CamtFile file = new CamtFile(group + "-STATEMENT", "EUR");
    numbers.forEach(number -> file.credit(group + "-BANK-" + number, "20.00", site.today(), group + "-E2E-" + number,
        "Ann Example", "Account A" + group + number));
    return file.xml();
  }

  /** What is known of each debtor of a group, in their order, without what they are called. */
  private List<Map<String, Object>> standing(String group) {
    return site.database().sql("""
        select a.outstanding_amount, a.overdue_amount, a.oldest_due_date, c.status, c.stage, c.close_reason,
               (select count(*) from ledger_entry e where e.account_number = a.account_number) as entries,
               (select count(*) from collection_case x where x.debtor_id = a.debtor_id) as cases,
               (select string_agg(v.type || ' ' || v.text, '; ' order by v.event_id) from case_event v
                 where v.case_number = c.case_number) as told
          from account a left join collection_case c on c.case_number = a.case_number
         where a.debtor_id like :group order by cast(substr(a.debtor_id, 9) as integer)
        """).param("group", group + "%").query().listOfRows();
  }
}
