package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of phones, and the text from which a phone has its secret. */
class TimeCodesTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B; it has eight digits, of which the last six are the code of six. */
  @ParameterizedTest
  @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037",
      "20000000000, 353130"})
  void theCodesAreThoseOfTheStandard(long second, String code) {
    TimeCodes codes = at(second);

    assertThat(codes.at(SECRET, codes.step())).isEqualTo(code);
    assertThat(codes.stepOf(SECRET, code)).hasValue(second / 30);
  }

  /** The code is that of the step from 1111111110 to 1111111139. */
  @ParameterizedTest
  @CsvSource({"1111111079, false", "1111111080, true", "1111111110, true", "1111111139, true", "1111111169, true",
      "1111111170, false", "1111111230, false"})
  void aCodeCountsInItsStepAndInTheOneBeforeAndAfter(long second, boolean counts) {
    assertThat(at(second).stepOf(SECRET, "050471").isPresent()).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({"050472", "50471", "0504710", "''", "٠٥٠٤٧١", "' 050471'"})
  void nothingElseIsTheCode(String code) {
    assertThat(at(1111111111).stepOf(SECRET, code)).isEmpty();
  }

  /** RFC 4648, chapter 10. */
  @ParameterizedTest
  @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI",
      "12345678901234567890, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"})
  void theSecretIsShownAsBase32(String bytes, String text) {
    assertThat(Base32.of(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
  }

  private static TimeCodes at(long second) {
    return new TimeCodes(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
  }
}
