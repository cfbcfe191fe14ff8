package io.remit.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DisguiseTest {

  private final Disguise disguise = new Disguise();

  @Test
  void theSameIsTheSameInATrialAndAnotherInTheNext() {
    assertThat(disguise.key("D-1")).isEqualTo(disguise.key("D-1")).isNotEqualTo(disguise.key("D-2"))
        .isNotEqualTo(new Disguise().key("D-1")).matches("x[0-9a-z]{19}");
    assertThat(disguise.way("+442079460100")).isEqualTo(disguise.way("+442079460100"));
  }

  @Test
  void aPhoneNumberStaysInItsPlaceAndCanStillBeOne() throws NumberParseException {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    for (String clear : List.of("+442079460100", "+493012345678", "+12125550123", "+8613800138000")) {
      String other = disguise.way(clear);

      assertThat(other).hasSameSizeAs(clear).startsWith(clear.substring(0, clear.length() - 5));
      assertThat(numbers.isPossibleNumber(numbers.parse(other, null))).as(other).isTrue();
    }
  }

  /** Else two debtors would look like one person who has two ids. */
  @Test
  void noTwoNumbersBecomeOne() {
    assertThat(IntStream.range(0, 100_000).mapToObj(n -> disguise.way("+44207%05d".formatted(n)))
        .collect(Collectors.toSet())).hasSize(100_000);
  }

  @Test
  void mailStaysMailAndNothingOfItIsLeft() {
    assertThat(disguise.way("Xu.Diaz@example.org")).matches("x[0-9a-z]{19}@example[.]invalid")
        .isEqualTo(disguise.way("xu.diaz@example.org"));
    assertThat(disguise.way("1 Example Square, London EC2X 1XX")).matches("x[0-9a-z]{19}");
    assertThat(disguise.way(" ")).isEqualTo(" ");
  }
}
