package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountNumberMaskTest {

  @ParameterizedTest
  @CsvSource({"DE89370400440532013000, ******************3000", "LN-4711, ****711", "A17, **7", "7, *"})
  void theEndOfANumberIsSeenAndNeverMoreThanHalfOfIt(String number, String masked) {
    assertThat(AccountNumberMask.of(number)).hasSameSizeAs(number).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({
      "A payment was found to be for LN-4711, A payment was found to be for ****711",
      "LN-47110 and LN-4711., LN-47110 and ****711.",
      "17, *7", "17 days, 17 days"})
  void withinATextOnlyWholeNumbersAreHidden(String text, String masked) {
    assertThat(AccountNumberMask.within(text, List.of("LN-4711", "17"))).isEqualTo(masked);
  }
}
