package io.remit.payment;

/** The sums by which countries check the references that creditors give. All take digits, unless they say else. */
final class CheckDigits {

  private static final int[] RECURSIVE = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
  private static final int[] FINNISH = {7, 3, 1};
  private static final int[] DUTCH = {2, 4, 8, 5, 10, 9, 7, 3, 6, 1};
  private static final int ELEVEN = 11;

  private CheckDigits() {
  }

  /** ISO 7064, modulo 97-10, the first four characters last: references by ISO 11649 and IBANs, letters and digits. */
  static boolean isRightBy97(String reference) {
    int rest = 0;
    for (int index = 0; index < reference.length(); index++) {
      int value = Character.digit(reference.charAt((index + 4) % reference.length()), 36);
      if (value < 0) {
        return false;
      }
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }

  /** Modulo 10 with each second digit doubled, from the right, as cards, OCR, KID and FIK have it. */
  static boolean isRightByLuhn(String digits) {
    int sum = 0;
    for (int index = 0; index < digits.length(); index++) {
      int digit = digits.charAt(digits.length() - 1 - index) - '0';
      int value = index % 2 == 0 ? digit : digit * 2;
      sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
  }

  /** Modulo 10, recursive: Swiss references. */
  static boolean isRightByRecursion(String digits) {
    int carried = 0;
    for (int index = 0; index < digits.length() - 1; index++) {
      carried = RECURSIVE[(carried + digits.charAt(index) - '0') % 10];
    }
    return (10 - carried) % 10 == last(digits);
  }

  /** The weights 7, 3, 1 from the right: Finnish references. */
  static boolean isRightBy731(String digits) {
    return (10 - weighed(digits.substring(0, digits.length() - 1), FINNISH) % 10) % 10 == last(digits);
  }

  /** Modulo 11 with the weights 2 to 7 from the right: Norwegian KID. No number has ten for its check digit. */
  static boolean isRightBy11(String digits) {
    int[] weights = {2, 3, 4, 5, 6, 7};
    int check = ELEVEN - weighed(digits.substring(0, digits.length() - 1), weights) % ELEVEN;
    return check != 10 && check % ELEVEN == last(digits);
  }

  /** Modulo 11 with rising weights from 2, where ten and eleven become zero: Slovenian and Croatian references. */
  static boolean isRightByRising11(String digits) {
    int[] weights = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    int check = ELEVEN - weighed(digits.substring(0, digits.length() - 1), weights) % ELEVEN;
    return (check > 9 ? 0 : check) == last(digits);
  }

  /** The remainder by 97 at the end, 97 for zero: Belgian structured messages. */
  static boolean isRightByRemainder97(String digits) {
    long rest = Long.parseLong(digits.substring(0, digits.length() - 2)) % 97;
    return (rest == 0 ? 97 : rest) == Long.parseLong(digits.substring(digits.length() - 2));
  }

  /** The check digit in front, by modulo 11: Dutch payment references. */
  static boolean isRightInFront(String digits) {
    int check = ELEVEN - weighed(digits.substring(1), DUTCH) % ELEVEN;
    int digit = check == ELEVEN ? 0 : check == 10 ? 1 : check;
    return digit == digits.charAt(0) - '0';
  }

  private static int weighed(String digits, int[] weights) {
    int sum = 0;
    for (int index = 0; index < digits.length(); index++) {
      sum += (digits.charAt(digits.length() - 1 - index) - '0') * weights[index % weights.length];
    }
    return sum;
  }

  private static int last(String digits) {
    return digits.charAt(digits.length() - 1) - '0';
  }
}
