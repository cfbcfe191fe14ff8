package io.remit.payment;

import io.remit.ledger.MatchNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The references with check digits by which creditors have payments named, each with the rule of its country. */
enum ReferenceScheme {

  /** ISO 11649: RF, two check digits, and up to 21 letters and digits of the creditor's choice. */
  RF("RF[0-9]{2}([A-Z0-9]{1,21})", Certainty.BY_97, CheckDigits::isRightBy97),

  /** Swiss QR reference and its forerunner: 27 digits, of which the last checks the others. */
  SWISS_QR("([0-9]{26})[0-9]", Certainty.BY_97, CheckDigits::isRightByRecursion),

  /** Belgian structured message: ten digits and two that check them. */
  BELGIAN_OGM("([0-9]{10})[0-9]{2}", Certainty.BY_97, CheckDigits::isRightByRemainder97),

  /** Finnish viitenumero: up to 19 digits and one that checks them. */
  FINNISH("([0-9]{3,19})[0-9]", Certainty.BY_10, CheckDigits::isRightBy731),

  /** Norwegian KID, by modulo 10 or 11. */
  NORWEGIAN_KID("([0-9]{2,24})[0-9]", Certainty.BY_10,
      digits -> CheckDigits.isRightByLuhn(digits) || CheckDigits.isRightBy11(digits)),

  /** Swedish OCR: digits and one that checks them; the last before it may tell the length. */
  SWEDISH_OCR("([0-9]{2,24})[0-9]", Certainty.BY_10, CheckDigits::isRightByLuhn),

  /** Danish payment slip: the kind of slip, and an identification whose last digit checks it. */
  DANISH_FIK("(?:71|04|75)?([0-9]{14,15})[0-9]", Certainty.BY_10,
      digits -> CheckDigits.isRightByLuhn(withoutKind(digits))),

  /** Slovenian reference of model 12: digits and one that checks them. */
  SLOVENIAN("SI12([0-9]{1,12})[0-9]", Certainty.BY_10,
      reference -> CheckDigits.isRightByRising11(reference.substring(4))),

  /** Croatian reference of model 01: digits and one that checks them. */
  CROATIAN("HR01([0-9]{1,12})[0-9]", Certainty.BY_10,
      reference -> CheckDigits.isRightByRising11(reference.substring(4))),

  /** Dutch betalingskenmerk: 16 digits of which the first checks the others. */
  DUTCH("[0-9]([0-9]{15})", Certainty.BY_10, CheckDigits::isRightInFront);

  private static final int LONGEST_FIK = 16;

  private final Pattern form;
  private final Certainty certainty;
  private final Predicate<String> check;

  ReferenceScheme(String form, Certainty certainty, Predicate<String> check) {
    this.form = Pattern.compile(form);
    this.certainty = certainty;
    this.check = check;
  }

  /** How many of those who write just any digits have right check digits. */
  enum Certainty {
    /** One in 97, or its form tells: it is a reference wherever it stands. */
    BY_97,
    /** One in ten: it is a reference for certain only in a field for references, or if the creditor set its parts. */
    BY_10
  }

  private static String withoutKind(String digits) {
    return digits.length() > LONGEST_FIK ? digits.substring(2) : digits;
  }

  Certainty certainty() {
    return certainty;
  }

  /**
   * What the creditor chose, without check digits.
   *
   * @param reference as {@link MatchNumber#of} writes it
   * @return empty if it is no such reference or its check digits are wrong; more than one where it can be read in two ways
   */
  List<String> ownParts(String reference) {
    Matcher parts = form.matcher(reference);
    if (!parts.matches() || !check.test(reference)) {
      return List.of();
    }
    List<String> own = new ArrayList<>(List.of(parts.group(1)));
    if (this == SWEDISH_OCR) {
      String withLength = parts.group(1);
      int told = withLength.charAt(withLength.length() - 1) - '0';
      if (told == reference.length() % 10) {
        own.add(withLength.substring(0, withLength.length() - 1));
      }
    }
    if (this == RF && parts.group(1).chars().allMatch(each -> WrittenText.isDigit((char) each))) {
      own.addAll(FINNISH.ownParts(parts.group(1)));
    }
    return own;
  }

  /** Whether it has the form of such a reference, whatever its check digits are. */
  boolean looksLike(String reference) {
    return form.matcher(reference).matches();
  }
}
