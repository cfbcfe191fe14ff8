package io.remit.gateway.smpp;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import org.jsmpp.bean.TypeOfNumber;

/** Writes the numbers that texts come from as Remit knows them. */
final class SenderNumber {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private SenderNumber() {
  }

  /**
   * A sender's number in E.164, or as it came if it is none.
   *
   * @param typeOfNumber as SMPP codes it
   * @param country ISO 3166-1, of numbers without a country code; empty if there are none
   */
  static String of(String address, byte typeOfNumber, String country) {
    if (typeOfNumber == TypeOfNumber.ALPHANUMERIC.value()) {
      return address;
    }
    boolean national = typeOfNumber == TypeOfNumber.NATIONAL.value()
        || typeOfNumber == TypeOfNumber.UNKNOWN.value() && !country.isEmpty() && address.startsWith("0");
    String international = national || address.startsWith("+") ? address
        : "+" + (address.startsWith("00") ? address.substring(2) : address);
    try {
      return NUMBERS.format(NUMBERS.parse(international, country.isEmpty() ? null : country), PhoneNumberFormat.E164);
    } catch (NumberParseException e) {
      return address;
    }
  }
}
