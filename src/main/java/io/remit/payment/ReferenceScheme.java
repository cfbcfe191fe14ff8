package io.remit.payment;

import io.remit.ledger.MatchNumber;
import io.remit.payment.NumberLabels.Says;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The references with check digits by which creditors have payments named, each with the rule of its country. */
enum ReferenceScheme {

  /** ISO 11649: RF, two check digits, and up to 21 letters and digits of the creditor's choice. */
  RF("RF[0-9]{2}([A-Z0-9]{1,21})", Certainty.BY_97, Set.of(), CheckDigits::isRightBy97),

  /** Swiss QR reference and its forerunner: 27 digits, of which the last checks the others. */
  SWISS_QR("([0-9]{26})[0-9]", Certainty.BY_97, Set.of("CHF", "EUR"), CheckDigits::isRightByRecursion),

  /** Belgian structured message: ten digits and two that check them. */
  BELGIAN_OGM("([0-9]{10})[0-9]{2}", Certainty.BY_97, Set.of("EUR"), CheckDigits::isRightByRemainder97),

  /** Finnish viitenumero: up to 19 digits and one that checks them. */
  FINNISH("([0-9]{3,19})[0-9]", Certainty.BY_10, Set.of("EUR"), CheckDigits::isRightBy731),

  /** Norwegian KID, by modulo 10 or 11. */
  NORWEGIAN_KID("([0-9]{2,24})[0-9]", Certainty.BY_10, Set.of("NOK"),
      digits -> CheckDigits.isRightByLuhn(digits) || CheckDigits.isRightBy11(digits)),

  /** Swedish OCR: digits and one that checks them; the last before it may tell the length. */
  SWEDISH_OCR("([0-9]{2,24})[0-9]", Certainty.BY_10, Set.of("SEK"), CheckDigits::isRightByLuhn),

  /** Danish payment slip: the kind of slip, and an identification whose last digit checks it. */
  DANISH_FIK("(?:71|04|75)?([0-9]{14,15})[0-9]", Certainty.BY_10, Set.of("DKK"),
      digits -> CheckDigits.isRightByLuhn(withoutKind(digits))),

  /** Slovenian reference: of model 12 digits and one that checks them, of model 00 without. */
  SLOVENIAN("SI(?:00([0-9]{4,20})|12([0-9]{1,12})[0-9])", Certainty.BY_10, Set.of("EUR"),
      reference -> reference.startsWith("SI00") || CheckDigits.isRightByRising11(reference.substring(4))),

  /** Croatian reference: of model 01 digits and one that checks them, of model 00 without. */
  CROATIAN("HR(?:00([0-9]{4,22})|01([0-9]{1,12})[0-9])", Certainty.BY_10, Set.of("EUR", "HRK"),
      reference -> reference.startsWith("HR00") || CheckDigits.isRightByRising11(reference.substring(4))),

  /** Dutch betalingskenmerk: 16 digits of which the first checks the others. */
  DUTCH("[0-9]([0-9]{15})", Certainty.BY_10, Set.of("EUR"), CheckDigits::isRightInFront);

  private static final int LONGEST_FIK = 16;
  /** Stands on Danish payment slips between the kind of slip and the identification. */
  private static final String SLIP = "<";

  private final Pattern form;
  private final Certainty certainty;
  /** In which it is used; none for every one. Of other money the check digits would agree by chance. */
  private final Set<String> currencies;
  private final Predicate<String> check;

  ReferenceScheme(String form, Certainty certainty, Set<String> currencies, Predicate<String> check) {
    this.form = Pattern.compile(form);
    this.certainty = certainty;
    this.currencies = currencies;
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

  boolean isUsedIn(String currency) {
    return currencies.isEmpty() || currencies.contains(currency);
  }

  Certainty certainty() {
    return certainty;
  }

  /**
   * What the creditor chose, without check digits.
   *
   * @param reference as {@link MatchNumber#of} writes it
   * @return empty if it is no such reference or its check digits are wrong; more than one where it can be read so
   */
  List<String> ownParts(String reference) {
    Matcher parts = form.matcher(reference);
    if (!parts.matches() || !check.test(reference)) {
      return List.of();
    }
    String chosen = parts.group(1) == null ? parts.group(2) : parts.group(1);
    List<String> own = new ArrayList<>(List.of(chosen));
    if (this == SWEDISH_OCR && last(chosen) == reference.length() % 10) {
      own.add(chosen.substring(0, chosen.length() - 1));
    }
    if (this == RF && chosen.chars().allMatch(each -> WrittenText.isDigit((char) each))) {
      own.addAll(FINNISH.ownParts(chosen));
    }
    return own;
  }

  private static int last(String digits) {
    return digits.charAt(digits.length() - 1) - '0';
  }

  /** Whether what stands before a reference in a text says that it is one. */
  static boolean isAnnounced(WrittenText text, int from) {
    if (!text.isDigit(from) || text.between(from).endsWith(SLIP)) {
      return true;
    }
    return from > 0 && !text.isDigit(from - 1)
        && NumberLabels.of(text.squeezed().substring(text.startOfRun(from - 1), from)) == Says.REFERENCE;
  }
}
