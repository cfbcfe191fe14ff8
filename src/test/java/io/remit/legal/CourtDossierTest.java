package io.remit.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.exchange.Correspondent;
import io.remit.exchange.DeliveryFailedException;
import io.remit.exchange.Exchange;
import io.remit.exchange.JvmSftpServer;
import io.remit.files.Attachment;
import io.remit.files.DocumentPrinter;
import io.remit.files.WorkFolder;
import io.remit.gateway.GatewayDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class CourtDossierTest {

  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T23:30:00Z"), ZoneOffset.UTC);

  @TempDir
  Path folder;
  private final GatewayDatabase database = GatewayDatabase.h2();
  private Exchange exchange;

  @BeforeEach
  void byFolder() {
    exchange = Exchange.byFolder(folder, database, CLOCK);
  }

  @Test
  void tellsTheFactsOfTheCase() throws IOException {
    String file = dossier().write(contentFor(debtor("Ana Berg")));

    assertThat(file).isEqualTo("court/100001.pdf");
    String text = textOf(file);
    assertThat(text).contains("Case 100001, as of 2026-03-02", "Example Bank", "Ana Berg", "D-1", "+4930123456",
        "L-1 LOAN 2025-08-01 2026-03-01 46.00 1200.50", "L-2 CARD 2025-09-01 2026-03-01 4.00 9.50",
        "Total 50.00 1210.00",
        "2025-09-01 statement 1200.50", "2025-10-01 payment P-1 -100.00 1100.50",
        "2025-10-05 reversal P-1-R 100.00 1200.50",
        "Times in Asia/Shanghai",
        "2026-01-10 17:00 letter debtor sent allowed", "2026-01-11 21:00 call debtor denied denied: hours",
        "2026-01-10 17:00 overdue-letter 3 sent letter-17.pdf", "2026-01-12 2026-01-20 broken 46.00",
        "2026-02-01 invoice Werkstatt Nord 7/2025 Archive 12 accepted");
  }

  @Test
  void theTableOfContentsHasThePagesAndThePagesAreNumbered() throws IOException {
    String text = textOf(dossier().write(longOne()));

    assertThat(text).containsPattern("1 Parties\\s+1\\s").containsPattern("4 Contacts\\s+[1-9][0-9]\\s")
        .contains("Page 1 of ", "Page 12 of ", "P-499");
    assertThat(text.split("Value date Type Reference")).hasSizeGreaterThan(10);
    int pages = Integer.parseInt(text.replaceAll("(?s).*Page \\d+ of (\\d+).*", "$1"));
    assertThat(text.split("Case 100001, as of 2026-03-02")).hasSize(pages + 1);
    int contacts = Integer.parseInt(text.replaceAll("(?s).*?4 Contacts\\s+(\\d+)\\s.*", "$1"));
    assertThat(pageText(contacts)).contains("4 Contacts");
  }

  @Test
  void isPdfA3WithTheLettersAndAManifestWithinIt() throws Exception {
    Attachment letter = letter();
    String file = dossier().write(contentFor(debtor("王小明")));

    PdfA.assertIsPdfA3b(Files.readAllBytes(folder.resolve(file)));
    try (PDDocument pdf = Loader.loadPDF(folder.resolve(file).toFile())) {
      Map<String, PDComplexFileSpecification> within = new PDDocumentNameDictionary(pdf.getDocumentCatalog())
          .getEmbeddedFiles().getNames();
      assertThat(within).containsOnlyKeys("letter-17.pdf", "manifest.csv");
      assertThat(within.get("letter-17.pdf").getEmbeddedFile().toByteArray()).isEqualTo(letter.content());
      assertThat(new String(within.get("manifest.csv").getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8))
          .isEqualTo("file,what,bytes,sha256\r\nletter-17.pdf,Letter overdue-letter,%d,%s\r\n"
              .formatted(letter.content().length, letter.sha256()));
    }
  }

  /** So that the validator's silence means something. */
  @Test
  void anOrdinaryLetterIsNotPdfA3() {
    assertThatThrownBy(() -> PdfA.assertIsPdfA3b(letter().content())).isInstanceOf(AssertionError.class);
  }

  @Test
  void aLongOneWithOddTextsIsPdfA3Too() throws Exception {
    PdfA.assertIsPdfA3b(Files.readAllBytes(folder.resolve(dossier().write(longOne()))));
  }

  @Test
  void goesToTheServerOfTheCourtOnceAndStaysInTheWorkFolder() throws Exception {
    Path court = Files.createDirectory(folder.resolve("server-of-the-court"));
    try (JvmSftpServer server = new JvmSftpServer(court);
        Exchange exchange = Exchange.bySftp("court", server.settings(), database, CLOCK)) {
      String file = dossier(exchange).write(contentFor(debtor("Ana Berg")));
      Files.delete(court.resolve("100001.pdf"));

      assertThat(dossier(exchange).write(contentFor(debtor("Ana Berg")))).isEqualTo(file);
      assertThat(court).isEmptyDirectory();
      dossier(exchange).write(contentFor(debtor("Ana Bergmann")));

      assertThat(court.resolve("100001.pdf")).hasSameBinaryContentAs(folder.resolve(file));
      assertThat(exchange.outbox.receipts(new Correspondent("court", "court"), "100001.pdf")).hasSize(2);
    }
  }

  @Test
  void aServerThatRefusesIsSaidAndNamesNobody() throws Exception {
    Path court = Files.createDirectory(folder.resolve("server-of-the-court"));
    try (JvmSftpServer server = new JvmSftpServer(court);
        Exchange exchange = Exchange.bySftp("court",
            server.settings("wrong", server.settings().hostKeys().get(0)), database, CLOCK)) {
      assertThatThrownBy(() -> dossier(exchange).write(contentFor(debtor("Ana Berg"))))
          .isInstanceOf(DeliveryFailedException.class)
          .hasMessage("Files for or from court: the server refused our login");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"王小明", "陳大文", "Łukasz Żółć", "Nguyễn Thị Hồng", "Şükrü Öztürk", "Αθηνά Παπά", "Юлія Їжак",
      "Ștefan Țîrlea", "王小明 (Ana Müller)", "O’Neil – “Zoë”"})
  void printsNamesOfManyLanguages(String name) throws IOException {
    assertThat(textOf(dossier().write(contentFor(debtor(name))))).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "<b>bold</b> & co", "${7*7}", "*{caseNumber}", "__${7*7}__",
      "[[${7*7}]]", "]]>", "&lt;x&gt;", "<!-- x -->", "#{T(java.lang.Runtime)}", "\"quoted\" 'too'"})
  void printsMarkupAndExpressionsAsTheyAre(String name) throws IOException {
    assertThat(textOf(dossier().write(contentFor(debtor(name))))).contains("Debtor " + name);
  }

  @Test
  void dropsCharactersThatNoDocumentCanHold() throws IOException {
    String text = textOf(dossier().write(contentFor(debtor("Ana\u0000\u0007\uFFFF\uD800Berg"))));

    assertThat(text).contains("Debtor Ana Berg");
  }

  @Test
  void showsThatALetterCannotBePrinted() throws IOException {
    assertThat(textOf(dossier().write(contentFor(debtor("Ana \u0645\u062D"))))).contains("Debtor Ana ##");
  }

  @Test
  void printsACaseOfWhichLittleIsKnown() throws IOException {
    DossierContent content = new DossierContent("X-1", LocalDate.parse("2026-03-02"), "JPY",
        new DossierContent.Debtor("D-1", "王小明", null, null, null, null, null), List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of());

    assertThat(textOf(dossier().write(content))).contains("王小明", "Total 0 0", "None.").doesNotContain("null");
  }

  @Test
  void theSameFactsGiveTheSameFile() throws IOException {
    String file = dossier().write(contentFor(debtor("王小明")));
    byte[] first = Files.readAllBytes(folder.resolve(file));

    assertThat(dossier().write(contentFor(debtor("王小明")))).isEqualTo(file);

    assertThat(folder.resolve(file)).hasBinaryContent(first);
  }

  @Test
  void isDatedByTheDayOfItsFactsAndNamesNoPersonInItsProperties() throws IOException {
    String file = dossier().write(contentFor(debtor("Ana Berg")));

    try (PDDocument pdf = Loader.loadPDF(folder.resolve(file).toFile())) {
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant()).isEqualTo("2026-03-01T16:00:00Z");
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Court dossier 100001");
      assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../100001", "a/b", "100001.x", "1 2", "案"})
  void refusesACaseNumberThatCannotNameAFile(String caseNumber) {
    DossierContent content = new DossierContent(caseNumber, LocalDate.parse("2026-03-02"), "EUR",
        debtor("Ana"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    assertThatIllegalArgumentException().isThrownBy(() -> dossier().write(content));
  }

  @Test
  void refusesToRoundAnAmount() {
    DossierContent content = new DossierContent("1", LocalDate.parse("2026-03-02"), "EUR", debtor("Ana"),
        List.of(account("L-1", "LOAN", "2025-08-01", "0.001", "1", List.of())), List.of(), List.of(), List.of(),
        List.of(), List.of());

    assertThatThrownBy(() -> dossier().write(content)).isInstanceOf(RuntimeException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aNameThatTurnsTheDirectionOfReadingIsPrintedInItsOrder() throws IOException {
    String text = textOf(dossier().write(contentFor(debtor("Ana \u202Egreb\u202C \u2066x\u2069"))));

    assertThat(text).contains("Debtor Ana greb x");
  }

  private CourtDossier dossier() {
    return dossier(exchange);
  }

  private CourtDossier dossier(Exchange with) {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    return new CourtDossier(new WorkFolder(folder.toString()), new DocumentPrinter(zone), with.outbox, "Example Bank",
        zone);
  }

  @AfterEach
  void ended() throws Exception {
    exchange.close();
  }

  private String textOf(String file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve(file).toFile())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private String pageText(int page) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve("court/100001.pdf").toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(pdf);
    }
  }

  private static DossierContent.Debtor debtor(String name) {
    return new DossierContent.Debtor("D-1", name, "Hauptstraße 1", "北京", "CN", "+4930123456", "ana@bank.example");
  }

  private static Attachment letter() {
    return new Attachment("letter-17.pdf", "application/pdf", "Letter overdue-letter",
        new DocumentPrinter(ZoneOffset.UTC).print("print/letter", Map.of("language", "en", "creditor", "Example Bank",
            "addressLines", List.of("Ana Berg"), "date", "March 2, 2026", "subject", "s",
            "pages", List.of(List.of("p")),
            "verifyLine", "v", "verifyPage", "https://x", "code", "ABCD"), Instant.EPOCH).content());
  }

  private static DossierContent contentFor(DossierContent.Debtor debtor) {
    return new DossierContent("100001", LocalDate.parse("2026-03-02"), "EUR", debtor,
        List.of(account("L-1", "LOAN", "2025-08-01", "46.0000", "1200.5000", List.of(
            line("2025-09-01", "STATEMENT", null, null, "1200.5"),
            line("2025-10-01", "PAYMENT", "P-1", "-100.0000", "1100.5"),
            line("2025-10-05", "REVERSAL", "P-1-R", "100", "1200.5"))),
            account("L-2", "CARD", "2025-09-01", "4", "9.5", List.of())),
        List.of(new DossierContent.Contact(Instant.parse("2026-01-10T09:00:00Z"), "LETTER", "DEBTOR", "SENT", true,
                "allowed"),
            new DossierContent.Contact(Instant.parse("2026-01-11T13:00:00Z"), "CALL", "DEBTOR", "DENIED", false,
                "hours")),
        List.of(new DossierContent.Letter(Instant.parse("2026-01-10T09:00:00Z"), "overdue-letter 3", "SENT",
            "letter-17.pdf")),
        List.of(new DossierContent.Promise(LocalDate.parse("2026-01-12"), LocalDate.parse("2026-01-20"),
            new BigDecimal("46.00"), "BROKEN")),
        List.of(new DossierContent.Evidence(LocalDate.parse("2026-02-01"), "INVOICE", "Werkstatt Nord", "7/2025",
            "Archive 12", "ACCEPTED")),
        List.of(letter()));
  }

  /** Three accounts, of which one has 500 lines, and texts of all kinds. */
  private static DossierContent longOne() {
    List<DossierContent.LedgerLine> lines = IntStream.range(0, 500)
        .mapToObj(i -> line("2025-10-01", "PAYMENT", "P-" + i, "-1.0000", String.valueOf(1000 - i))).toList();
    List<DossierContent.Contact> contacts = IntStream.range(0, 60).mapToObj(i -> new DossierContent.Contact(
        Instant.parse("2026-01-10T09:00:00Z").plusSeconds(i * 86_400L), i % 3 == 0 ? "LETTER" : "CALL",
        i % 7 == 0 ? "CONTACT_PERSON" : "DEBTOR", i % 2 == 0 ? "NO_ANSWER" : "DENIED", i % 2 == 0,
        i % 2 == 0 ? "allowed" : "calls-in-seven-days")).toList();
    return new DossierContent("100001", LocalDate.parse("2026-03-02"), "EUR",
        debtor("王小明 <b>bold</b> \u202Egreb\u202C \u0645\u062D " + "很长的名字".repeat(60) + "x".repeat(300)),
        List.of(account("L-1", "LOAN", "2025-08-01", "46", "501", lines),
            account("陈-<i>2</i>", "CARD", "2025-09-01", "4", "9.5", lines.subList(0, 40)),
            account("L-3", "INVOICE", "2025-09-01", "4", "9.5", List.of())),
        contacts, List.of(), List.of(), List.of(), List.of());
  }

  private static DossierContent.Account account(String number, String product, String due, String overdue,
      String outstanding, List<DossierContent.LedgerLine> ledger) {
    return new DossierContent.Account(number, product, LocalDate.parse(due), LocalDate.parse("2026-03-01"),
        new BigDecimal(overdue), new BigDecimal(outstanding), ledger);
  }

  private static DossierContent.LedgerLine line(String day, String type, String reference, String change,
      String balance) {
    return new DossierContent.LedgerLine(LocalDate.parse(day), type, reference,
        change == null ? null : new BigDecimal(change), new BigDecimal(balance));
  }
}
