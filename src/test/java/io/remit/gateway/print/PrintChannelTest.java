package io.remit.gateway.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.cases.Channel;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.text.Placeholder;
import io.remit.contact.text.PublicAddress;
import io.remit.files.DocumentPrinter;
import io.remit.files.PrintedLetters;
import io.remit.files.WorkFolder;
import io.remit.gate.RenderedText;
import io.remit.gateway.GatewayDatabase;
import io.remit.model.ModelsForTests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Tag("long")
class PrintChannelTest {

  private static final Instant NOW = Instant.parse("2026-03-02T23:30:00Z");
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String DAY = "2026-03-03";
  private static final RenderedText ENGLISH = new RenderedText("overdue-letter", "en", 1,
      "EUR 46.00 on your account is overdue", """
      Dear Ana Berg,

      we have not yet received a payment on your account with Example Bank. EUR 46.00 has been overdue since \
      2026-02-01 (30 days).

      How to pay: please pay EUR 46.00 and quote the reference L-1.

      Yours sincerely
      Example Bank""");
  private static final RenderedText CHINESE = new RenderedText("overdue-letter", "zh", 1, "您的账户有 EUR 46.00 逾期未付", """
      尊敬的 王小明：

      您好！我们尚未收到您在 Example Bank 账户的一笔款项。EUR 46.00 自 2026-02-01 起逾期，至今已 30 天。

      付款方式：请支付 EUR 46.00，并注明编号 L-1。

      此致
      敬礼
      Example Bank""");

  @TempDir
  Path folder;
  private final GatewayDatabase database = GatewayDatabase.h2();

  @Test
  void theLetterLiesInTheFolderOfTheDayWithAManifestLine() throws Exception {
    DeliveryReceipt receipt = channel(NOW)
        .deliver(letter("C100001-7", ENGLISH, "Ana Berg, Hauptstraße 1, 10115 Berlin, DE"));

    assertThat(receipt).isEqualTo(new DeliveryReceipt("C100001-7", NOW));
    assertThat(textOf("C100001-7")).contains("Example Bank", "Ana Berg\nHauptstraße 1\n10115 Berlin\nGERMANY",
        "March 3, 2026", "EUR 46.00 on your account is overdue", "quote the reference L-1.",
        "Yours sincerely\nExample Bank", "https://collection.bank.example/verify");
    assertThat(manifest()).containsExactly("reference,file,sha256,pages,printed_at",
        "C100001-7,C100001-7.pdf," + sha256Of("C100001-7") + ",1,2026-03-02T23:30:00Z");
  }

  @Test
  void aChineseLetterIsChineseThroughout() throws IOException {
    channel(NOW).deliver(letter("C100002-1", CHINESE, "王小明, 长安街 1 号, 北京, CN"));

    assertThat(textOf("C100002-1")).contains("王小明\n长安街 1 号\n北京\n中国", "2026年3月3日", "您的账户有 EUR 46.00 逾期未付",
        "此致\n敬礼", "想确认此信是否由我们寄出？");
  }

  @Test
  void eachLetterBearsACodeOfItsOwnByWhichItIsFound() throws IOException {
    channel(NOW).deliver(letter("C100001-7", ENGLISH, "Ana Berg"));
    channel(NOW).deliver(letter("C100001-8", ENGLISH, "Ana Berg"));

    String code = codeOf("C100001-7");
    assertThat(code).matches("[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}").isNotEqualTo(codeOf("C100001-8"));
    for (String entered : List.of(code, code.toLowerCase(Locale.ROOT), " " + code.replace("-", " ") + " ",
        code.replace('-', '–'))) {
      assertThat(letters().findPrinted(entered)).get().satisfies(letter -> {
        assertThat(letter.reference()).isEqualTo("C100001-7");
        assertThat(letter.dated()).isEqualTo(LocalDate.parse(DAY));
        assertThat(letter.template()).isEqualTo("overdue-letter");
        assertThat(letter.creditor()).isEqualTo("Example Bank");
      });
    }
    assertThat(letters().findPrinted("AAAA-AAAA-AAAA")).isEmpty();
    assertThat(letters().findPrinted("x".repeat(10_000))).isEmpty();
  }

  @Test
  void aLetterThatIsDeliveredAgainOnAnotherDayIsTheSameLetter() throws Exception {
    channel(NOW).deliver(letter("C100001-7", ENGLISH, "Ana Berg"));
    String code = codeOf("C100001-7");
    byte[] first = Files.readAllBytes(folder.resolve("print/" + DAY + "/C100001-7.pdf"));
    List<String> lines = manifest();

    channel(NOW.plusSeconds(100_000)).deliver(letter("C100001-7", ENGLISH, "Ana Berg"));

    assertThat(codeOf("C100001-7")).isEqualTo(code);
    assertThat(folder.resolve("print/" + DAY + "/C100001-7.pdf")).hasBinaryContent(first);
    assertThat(manifest()).isEqualTo(lines);
    assertThat(files("print")).containsExactly(DAY);
  }

  @Test
  void aLetterWithAnotherContentReplacesItsFileAndItsLine() throws Exception {
    channel(NOW).deliver(letter("C100001-7", ENGLISH, "Ana Berg"));
    channel(NOW).deliver(letter("C100001-8", ENGLISH, "Ana Berg"));

    channel(NOW.plusSeconds(60)).deliver(letter("C100001-7", ENGLISH, "Ana Berg, Road 2"));

    assertThat(manifest()).hasSize(3).endsWith(
        "C100001-7,C100001-7.pdf," + sha256Of("C100001-7") + ",1,2026-03-02T23:31:00Z");
  }

  @Test
  void aLetterBeforeCourtHasAPageToReplyOn() throws Exception {
    Map<Placeholder, String> values =
        Arrays.stream(Placeholder.values()).collect(Collectors.toMap(Function.identity(), Placeholder::key));
    for (String language : List.of("en", "zh")) {
      RenderedText text = shipped().find("before-court-letter", language).orElseThrow().render(values);
      channel(NOW).deliver(letter("C100001-" + language, text, "Ana Berg, Road 2, York, GB"));
    }

    assertThat(pageOf("C100001-en", 2))
        .contains("Your reply: case caseNumber, debtorName", "I agree that I owe",
        "I do not owe it", "I need more time", "I am getting advice", "send it by courtDate to: replyAddress");
    assertThat(pageOf("C100001-zh", 2)).contains("回执", "replyAddress");
  }

  private String pageOf(String reference, int page) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("print/" + DAY + "/" + reference + ".pdf").toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(page);
      PDFTextStripper text = new PDFTextStripper();
      text.setStartPage(page);
      return text.getText(pdf).strip();
    }
  }

  @Test
  void afterACrashBetweenFileAndManifestTheLetterIsPrintedOnce() throws Exception {
    channel(NOW).deliver(letter("C100001-7", ENGLISH, "Ana Berg"));
    Files.delete(folder.resolve("print/" + DAY + "/manifest.csv"));
    database.jdbc().sql("update printed_letter set printed_at = null").update();
    assertThat(channel(NOW).find("C100001-7")).isEqualTo(DeliveryStatus.notTaken());
    assertThat(letters().findPrinted(codeOf("C100001-7"))).as("not yet a letter for the public").isEmpty();

    channel(NOW).deliver(letter("C100001-7", ENGLISH, "Ana Berg"));

    assertThat(manifest()).hasSize(2);
    assertThat(files("print/" + DAY)).containsExactlyInAnyOrder("C100001-7.pdf", "manifest.csv");
  }

  @Test
  void saysWhereALetterIsWhoseDeliveryEndedInDoubt() throws Exception {
    assertThat(channel(NOW).find("C100001-7")).isEqualTo(DeliveryStatus.notTaken());

    channel(NOW).deliver(letter("C100001-7", ENGLISH, "Ana Berg"));
    DeliveryStatus taken = DeliveryStatus.taken(new DeliveryReceipt("C100001-7", NOW));
    assertThat(channel(NOW).find("C100001-7")).isEqualTo(taken);

    database.jdbc().sql("update printed_letter set printed_at = null").update();
    assertThat(channel(NOW).find("C100001-7")).as("file and line are there").isEqualTo(taken);
  }

  @Test
  void aLetterThatThePrintShopFetchedIsNotPrintedAgain() throws Exception {
    channel(NOW).deliver(letter("C100001-7", ENGLISH, "Ana Berg"));
    Files.delete(folder.resolve("print/" + DAY + "/C100001-7.pdf"));
    Files.delete(folder.resolve("print/" + DAY + "/manifest.csv"));

    assertThat(channel(NOW).find("C100001-7").known()).isEqualTo(DeliveryStatus.Known.TAKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "${7*7}", "[[${7*7}]]", "__${7*7}__", "&lt;b&gt;", "#{x}", "]]>",
      "@page{}</style>"})
  void aNameIsPrintedAsItIs(String name) throws IOException {
    RenderedText text = new RenderedText("overdue-letter", "en", 1, "For " + name, "Dear " + name + ",\n\nplease pay.");

    channel(NOW).deliver(letter("1", text, name));

    assertThat(textOf("1")).contains("For " + name, "Dear " + name + ",", name + "\n");
  }

  @Test
  void aLongAddressStaysInTheWindow() throws IOException {
    channel(NOW).deliver(letter("1", ENGLISH,
        "Ana Berg, c/o Bo, House 3, Flat 4, Road 5, Quarter 6, 10115 Berlin, DE"));

    assertThat(textOf("1")).contains("GERMANY").contains("c/o Bo, House 3, Flat 4\n");
  }

  @Test
  void aFolderThatCannotBeWrittenMeansThatTheLetterIsNotTakenYet() throws IOException {
    Files.createFile(folder.resolve("print"));

    assertThatThrownBy(() -> channel(NOW).deliver(letter("1", ENGLISH, "Ana Berg")))
        .isInstanceOf(GatewayUnavailableException.class).hasMessageNotContaining("Ana");
    Files.delete(folder.resolve("print"));
    assertThat(channel(NOW).find("1")).isEqualTo(DeliveryStatus.notTaken());
  }

  @Test
  void withoutAnApprovedSentenceAboutTheCodeNoLetterIsWritten() {
    MessageTexts none = new MessageTexts(ModelsForTests.in(folder));

    assertThatThrownBy(() -> channel(database, none, NOW).deliver(letter("1", ENGLISH, "Ana Berg")))
        .isInstanceOf(MessageRefusedException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void twoNodesOnPostgresqlLoseNoLineOfTheManifest() throws Exception {
    GatewayDatabase.onPostgres(postgres -> {
      MessageTexts texts = shipped();
      List<CompletableFuture<Void>> nodes = IntStream.range(0, 2).mapToObj(node -> CompletableFuture.runAsync(() -> {
        PrintChannel channel = channel(postgres, texts, NOW);
        IntStream.range(0, 6).forEach(each ->
            channel.deliver(letter("C" + (each % 4 + node * 2), ENGLISH, "Ana Berg")));
      })).toList();
      nodes.forEach(CompletableFuture::join);
    });

    assertThat(manifest()).hasSize(1 + 6);
    assertThat(files("print/" + DAY)).hasSize(6 + 1);
  }

  @Test
  void lettersArePrintedOnlyWhereThatWasAskedFor() {
    ApplicationContextRunner application = new ApplicationContextRunner()
        .withUserConfiguration(PrintChannel.class, PrintManifest.class, PrintedLetters.class)
        .withBean(WorkFolder.class).withBean(DocumentPrinter.class).withBean(PublicAddress.class)
        .withBean(MessageTexts.class, PrintChannelTest::shipped).withBean(Clock.class, Clock::systemUTC)
        .withBean(JdbcClient.class, database::jdbc)
        .withBean(PlatformTransactionManager.class, database::transactions)
        .withInitializer(context -> context.getBeanFactory()
            .setConversionService(ApplicationConversionService.getSharedInstance()))
        .withPropertyValues("remit.work-folder=" + folder, "remit.zone=UTC", "remit.creditor.name=Example Bank",
            "remit.creditor.phone=1");

    application.withPropertyValues("remit.channels.letter=print").run(context ->
        assertThat(context.getBean(MessageChannel.class).name()).isEqualTo("print"));
    application.withPropertyValues("remit.channels.letter=file").run(context ->
        assertThat(context).hasNotFailed().doesNotHaveBean(MessageChannel.class));
  }

  private PrintChannel channel(Instant now) {
    return channel(database, shipped(), now);
  }

  private PrintChannel channel(GatewayDatabase on, MessageTexts texts, Instant now) {
    WorkFolder workFolder = new WorkFolder(folder.toString());
    return new PrintChannel(workFolder, new DocumentPrinter(ZONE),
        new PrintedLetters(on.jdbc(), on.transactions()),
        new PrintManifest(workFolder, on.jdbc(), on.transactions()), texts,
        new PublicAddress(URI.create("https://collection.bank.example/")), Clock.fixed(now, ZoneOffset.UTC), ZONE,
        "Example Bank", "+44 20 7946 0100");
  }

  private PrintedLetters letters() {
    return new PrintedLetters(database.jdbc(), database.transactions());
  }

  private static MessageTexts shipped() {
    return new MessageTexts(ModelsForTests.shipped());
  }

  private static OutgoingMessage letter(String reference, RenderedText text, String address) {
    return new OutgoingMessage(reference, Channel.LETTER, "C100001", "D-1", address, text);
  }

  private String codeOf(String reference) throws IOException {
    return textOf(reference).lines().filter(line -> line.matches("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}")).findFirst()
        .orElseThrow();
  }

  private String textOf(String reference) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("print/" + DAY + "/" + reference + ".pdf").toFile())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private String sha256Of(String reference) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
        .digest(Files.readAllBytes(folder.resolve("print/" + DAY + "/" + reference + ".pdf"))));
  }

  private List<String> manifest() throws IOException {
    return Files.readAllLines(folder.resolve("print/" + DAY + "/manifest.csv"));
  }

  private List<String> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
