package io.remit.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

  private static final Path REAL_FILES = Path.of("..", "shared", "data");

  /** Numbers that schemes and payment services publish for tests. */
  static List<String> published() {
    return PublishedCards.NUMBERS;
  }

  @ParameterizedTest
  @MethodSource("published")
  void eachPublishedNumberIsHiddenHoweverItIsWritten(String number) {
    for (String written : PublishedCards.spellings(number)) {
      String text = "my card: " + written + ", please";

      String masked = CardNumbers.masked(text);

      assertThat(CardNumbers.isIn(text)).as(text).isTrue();
      assertThat(masked).hasSameSizeAs(text).startsWith("my card: ").endsWith(", please");
      assertThat(masked.codePoints().filter(Character::isDigit).count()).as(masked).isEqualTo(10);
      assertThat(CardNumbers.masked(masked)).isEqualTo(masked);
    }
  }

  @ParameterizedTest
  @CsvSource({
      "4111 1111 1111 1111, 4111 11** **** 1111",
      "378282246310005, 378282*****0005",
      "3782-822463-10005, 3782-82****-*0005",
      "call 12345 4111111111111111 exp 12/27, call 12345 411111******1111 exp 12/27",
      "Visa4111111111111111, Visa411111******1111",
      "\u5361\u53f74111111111111111\u8c22\u8c22, \u5361\u53f7411111******1111\u8c22\u8c22",
      "4111111111111111 and 5555555555554444, 411111******1111 and 555555******4444"})
  void sixDigitsAtTheBeginningAndFourAtTheEndStay(String text, String masked) {
    assertThat(CardNumbers.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      // wrong check digit, too short, too long, no scheme
      "4111111111111112", "411111111111", "41111111111111111111", "9111111111111111", "1234567812345670",
      "0000000000000000",
      // IBANs, a creditor reference, phone numbers, moments, amounts
      "DE89 3704 0044 0532 0130 00", "DE89370400440532013000", "GB82WEST12345698765432", "FR1420041010050500013M02606",
      "RF18 5390 0754 7034", "IBAN NL91ABNA0417164300 thanks", "+4915112345678", "+41 44 668 18 00 12 34",
      "004915112345678", "2026-11-29 14:13:42 4111", "20070903100000", "4,111,111.11 1,111.11",
      // parts of several numbers, and references behind letters
      "4111 1111 111", "invoice 4111-11 of 1111-11-11 111", "INV4111111111111111", "C4111111111111111"})
  void whatIsNoCardNumberStays(String text) {
    assertThat(CardNumbers.masked(text)).isEqualTo(text);
  }

  @Test
  void ofNumbersByChanceFewAreTakenForCards() {
    Random random = new Random(17);

    long taken = Stream.generate(() -> "%016d".formatted(Math.floorMod(random.nextLong(), 10_000_000_000_000_000L)))
        .limit(20_000).filter(CardNumbers::isIn).count();

    assertThat(taken).as("of 20,000 with 16 digits").isBetween(100L, 900L);
  }

  /** Numbers of accounts and payments are ids and are not looked at; everything else of the real files is. */
  @Test
  @Tag("real-files")
  void noRealFileHasATextThatIsTakenForACard() throws IOException {
    assumeTrue(Files.isDirectory(REAL_FILES));
    try (Stream<Path> files = Files.walk(REAL_FILES)) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> Stream.of(".csv", ".xml", ".sta", ".txt", ".940")
          .anyMatch(file.toString().toLowerCase(java.util.Locale.ROOT)::endsWith)).flatMap(CardNumbersTest::lines)
          .filter(CardNumbers::isIn)).isEmpty();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
