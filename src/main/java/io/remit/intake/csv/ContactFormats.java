package io.remit.intake.csv;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a debtor can be reached: numbers and addresses, places, time zone and language. */
public final class ContactFormats {

  private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,6})?");
  private static final int DECIMALS_OF_DEGREES = 6;
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>(),;:\"\\[\\]\\\\]{1,64}"
      + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,63}");
  private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  /** Without the zones that only Java knows. */
  private static final Set<String> TIME_ZONES = ZoneId.getAvailableZoneIds().stream()
      .filter(zone -> !zone.startsWith("SystemV/"))
      .collect(Collectors.toUnmodifiableSet());

  private ContactFormats() {
  }

  /** E.164. The number has to be possible, not assigned: number plans change faster than the library. */
  public static FieldFormat<String> phone() {
    return text -> {
      if (!E164.matcher(text).matches() || !isPossible(text)) {
        throw new BrokenRule("phone-format",
            "The number is not E.164: a plus sign, country code and number, digits only.");
      }
      return text;
    };
  }

  /** An address that mail can be sent to, as far as its shape tells. */
  public static FieldFormat<String> email(int mostCharacters) {
    FieldFormat<String> bounded = TextFormats.text(mostCharacters);
    return text -> {
      if (!EMAIL.matcher(bounded.read(text)).matches()) {
        throw new BrokenRule("email-format", "The text is not an e-mail address.");
      }
      return text;
    };
  }

  /**
   * Degrees of latitude or longitude, with at most six decimals; read with six.
   *
   * @param most how many there are on either side of zero
   */
  public static FieldFormat<BigDecimal> degrees(int most) {
    return text -> {
      if (!DEGREES.matcher(text).matches() || new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(most)) > 0) {
        throw new BrokenRule("degrees",
            "The value has to be a number of degrees from -" + most + " to " + most + " such as 51.5085.");
      }
      return new BigDecimal(text).setScale(DECIMALS_OF_DEGREES);
    };
  }

  /** ISO 3166-2. */
  public static FieldFormat<String> region() {
    return text -> {
      if (!REGION.matcher(text).matches()) {
        throw new BrokenRule("region-format", "The region is not an ISO 3166-2 code such as US-TX.");
      }
      return text;
    };
  }

  /** ISO 3166-1 alpha-2. */
  public static FieldFormat<String> country() {
    return text -> {
      if (!COUNTRIES.contains(text)) {
        throw new BrokenRule("unknown-country", "The country is not an ISO 3166-1 code of two capital letters.");
      }
      return text;
    };
  }

  /** The name of an IANA time zone; an offset would be wrong for half of the year. */
  public static FieldFormat<ZoneId> timeZone() {
    return text -> {
      if (!TIME_ZONES.contains(text)) {
        throw new BrokenRule("unknown-time-zone", "The time zone is not an IANA name such as America/Chicago.");
      }
      return ZoneId.of(text);
    };
  }

  /** BCP 47. */
  public static FieldFormat<String> language(int mostCharacters) {
    FieldFormat<String> bounded = TextFormats.text(mostCharacters);
    return text -> {
      try {
        return new Locale.Builder().setLanguageTag(bounded.read(text)).build().toLanguageTag();
      } catch (IllformedLocaleException illFormed) {
        throw new BrokenRule("language-format", "The language is not a BCP 47 tag such as en or pt-BR.");
      }
    };
  }

  private static boolean isPossible(String number) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.isPossibleNumber(numbers.parse(number, null));
    } catch (NumberParseException unknownCountryCode) {
      return false;
    }
  }
}
