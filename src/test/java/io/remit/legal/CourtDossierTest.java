package io.remit.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.files.DocumentPrinter;
import io.remit.files.WorkFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class CourtDossierTest {

  private static final Instant NOW = Instant.parse("2026-03-02T23:30:00Z");

  @TempDir
  Path folder;

  @Test
  void tellsTheFactsOfTheCase() throws IOException {
    String file = dossier(NOW).write(contentFor(debtor("Ana Berg")));

    assertThat(file).isEqualTo("court/100001.pdf");
    String text = textOf(file);
    assertThat(text).contains("Case 100001, as of 2026-03-02", "Example Bank", "Ana Berg", "D-1", "+4930123456",
        "L-1 LOAN 2025-08-01 46.00 1200.50", "L-2 CARD 2025-09-01 4.00 9.50",
        "Total 50.00 1210.00",
        "2025-10-01 PAYMENT L-1 P-1 100.00", "2025-10-05 REVERSAL L-1 P-1-R 100.00",
        "Time (Asia/Shanghai)",
        "2026-01-10 17:00 LETTER sent", "2026-01-12 2026-01-20 BROKEN 46.00", "Page 1 of 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"王小明", "陳大文", "Łukasz Żółć", "Nguyễn Thị Hồng", "Şükrü Öztürk", "Αθηνά Παπά", "Юлія Їжак",
      "Ștefan Țîrlea", "王小明 (Ana Müller)", "O’Neil – “Zoë”"})
  void printsNamesOfManyLanguages(String name) throws IOException {
    assertThat(textOf(dossier(NOW).write(contentFor(debtor(name))))).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "<b>bold</b> & co", "${7*7}", "*{caseNumber}", "__${7*7}__",
      "[[${7*7}]]", "]]>", "&lt;x&gt;", "<!-- x -->", "#{T(java.lang.Runtime)}", "\"quoted\" 'too'"})
  void printsMarkupAndExpressionsAsTheyAre(String name) throws IOException {
    assertThat(textOf(dossier(NOW).write(contentFor(debtor(name))))).contains("Debtor " + name);
  }

  @Test
  void dropsCharactersThatNoDocumentCanHold() throws IOException {
    assertThat(textOf(dossier(NOW).write(contentFor(debtor("Ana\u0000\u0007\uFFFF\uD800Berg"))))).contains("AnaBerg");
  }

  @Test
  void showsThatALetterCannotBePrinted() throws IOException {
    assertThat(textOf(dossier(NOW).write(contentFor(debtor("Ana \u0645\u062D"))))).contains("Debtor Ana ##");
  }

  @Test
  void printsACaseOfWhichLittleIsKnown() throws IOException {
    DossierContent content = new DossierContent("X-1", LocalDate.parse("2026-03-02"), "JPY",
        new DossierContent.Debtor("D-1", "王小明", null, null, null, null, null), List.of(), List.of(), List.of(),
        List.of());

    assertThat(textOf(dossier(NOW).write(content))).contains("王小明", "Total 0 0", "None.").doesNotContain("null");
  }

  @Test
  void numbersThePagesAndRepeatsTheHeads() throws IOException {
    List<DossierContent.LedgerEntry> ledger = IntStream.range(0, 150)
        .mapToObj(i -> new DossierContent.LedgerEntry(LocalDate.parse("2025-10-01"), "PAYMENT", "L-1", "P-" + i,
            new BigDecimal("1.0000")))
        .toList();
    String text = textOf(dossier(NOW).write(new DossierContent("100001", LocalDate.parse("2026-03-02"), "EUR",
        debtor("王小明" + "很长的名字".repeat(60) + "x".repeat(300)), List.of(), ledger, List.of(), List.of())));

    assertThat(text).contains("Page 1 of 6", "Page 6 of 6", "P-149");
    assertThat(text.split("Value date Type Account")).hasSizeGreaterThan(4);
    assertThat(text.split("Case 100001, as of 2026-03-02")).hasSize(7);
  }

  @Test
  void theSameFactsAtTheSameTimeGiveTheSameFile() throws IOException {
    String file = dossier(NOW).write(contentFor(debtor("王小明")));
    byte[] first = Files.readAllBytes(folder.resolve(file));

    assertThat(dossier(NOW).write(contentFor(debtor("王小明")))).isEqualTo(file);

    assertThat(folder.resolve(file)).hasBinaryContent(first);
  }

  @Test
  void isDatedByTheClockAndNamesNoPersonInItsProperties() throws IOException {
    String file = dossier(NOW).write(contentFor(debtor("Ana Berg")));

    try (PDDocument pdf = Loader.loadPDF(folder.resolve(file).toFile())) {
      assertThat(pdf.getDocumentInformation().getCreationDate().toInstant()).isEqualTo(NOW);
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Court dossier 100001");
      assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../100001", "a/b", "100001.x", "1 2", "案"})
  void refusesACaseNumberThatCannotNameAFile(String caseNumber) {
    DossierContent content = new DossierContent(caseNumber, LocalDate.parse("2026-03-02"), "EUR", debtor("Ana"),
        List.of(), List.of(), List.of(), List.of());

    assertThatIllegalArgumentException().isThrownBy(() -> dossier(NOW).write(content));
  }

  @Test
  void refusesToRoundAnAmount() {
    DossierContent content = new DossierContent("1", LocalDate.parse("2026-03-02"), "EUR", debtor("Ana"),
        List.of(new DossierContent.Account("L-1", "LOAN", LocalDate.parse("2025-08-01"), new BigDecimal("0.001"),
            BigDecimal.ONE)),
        List.of(), List.of(), List.of());

    assertThatThrownBy(() -> dossier(NOW).write(content)).isInstanceOf(RuntimeException.class);
    assertThat(folder).isEmptyDirectory();
  }

  private CourtDossier dossier(Instant now) {
    ZoneId zone = ZoneId.of("Asia/Shanghai");
    return new CourtDossier(new WorkFolder(folder.toString()), new DocumentPrinter(zone),
        Clock.fixed(now, ZoneOffset.UTC), "Example Bank", zone);
  }

  private String textOf(String file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(folder.resolve(file).toFile())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static DossierContent.Debtor debtor(String name) {
    return new DossierContent.Debtor("D-1", name, "Hauptstraße 1", "北京", "CN", "+4930123456", "ana@bank.example");
  }

  private static DossierContent contentFor(DossierContent.Debtor debtor) {
    return new DossierContent("100001", LocalDate.parse("2026-03-02"), "EUR", debtor,
        List.of(account("L-1", "LOAN", "2025-08-01", "46.0000", "1200.5000"),
            account("L-2", "CARD", "2025-09-01", "4", "9.5")),
        List.of(entry("2025-10-01", "PAYMENT", "P-1"), entry("2025-10-05", "REVERSAL", "P-1-R")),
        List.of(new DossierContent.Contact(Instant.parse("2026-01-10T09:00:00Z"), "LETTER", "sent")),
        List.of(new DossierContent.Promise(LocalDate.parse("2026-01-12"), LocalDate.parse("2026-01-20"),
            new BigDecimal("46.00"), "BROKEN")));
  }

  private static DossierContent.Account account(String number, String product, String due, String overdue,
      String outstanding) {
    return new DossierContent.Account(number, product, LocalDate.parse(due), new BigDecimal(overdue),
        new BigDecimal(outstanding));
  }

  private static DossierContent.LedgerEntry entry(String date, String type, String reference) {
    return new DossierContent.LedgerEntry(LocalDate.parse(date), type, "L-1", reference, new BigDecimal("100.0000"));
  }
}
