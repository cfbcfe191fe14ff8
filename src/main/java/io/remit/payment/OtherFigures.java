package io.remit.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures in a text that are no numbers of accounts: dates, amounts, telephone and card numbers, IBANs. */
final class OtherFigures {

  private static final String NOT_BEFORE = "(?<![A-Z0-9])(?<![A-Z0-9][-/_.,])";
  private static final Pattern DATE = Pattern.compile("(?<![0-9])(?:"
      + "(?:0?[1-9]|[12][0-9]|3[01])[./-] ?(?:0?[1-9]|1[0-2])[./-] ?(?:(?:19|20)[0-9]{2}|[0-9]{2})"
      + "|(?:19|20)[0-9]{2}[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12][0-9]|3[01]))?"
      + "|(?:0?[1-9]|1[0-2])[-/.](?:19|20)?[0-9]{2}"
      + "|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
      + "|(?:19|20)[0-9]{2})(?![0-9])");
  private static final String CURRENCY =
      "(?:EUR|EURO|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|CNY|RMB|JPY|[\u20ac$\u00a3\u00a5]|ZL|KR)";
  private static final Pattern AMOUNT = Pattern.compile(
      "(?:" + CURRENCY + "\\.? ?|" + NOT_BEFORE + ")"
      + "([0-9]{1,3}(?:[. '][0-9]{3})+,[0-9]{2}|[0-9]{1,3}(?:[, '][0-9]{3})+\\.[0-9]{2}|[0-9]{1,9}[.,][0-9]{2}"
      + "|(?<=" + CURRENCY + "\\.? ?)[0-9]{1,7}|[0-9]{1,7}(?=(?:,-|\\.-)|[ ]?" + CURRENCY + "(?![A-Z])))"
      + "(?![0-9]|[.,-][0-9])");
  private static final Pattern TELEPHONE = Pattern.compile(
      "\\+ ?[0-9]{1,3}[ /().0-9-]{6,}[0-9]|" + NOT_BEFORE + "0[1-9][0-9]{1,3} ?[/ -] ?[0-9][0-9 -]{3,}[0-9]"
      + "|(?<![A-Z])(?:TEL|TELEFON|PHONE|FON|MOBIL|MOB|HANDY|FAX|TLF|T\u00c9L|GSM|\u7535\u8bdd|\u624b\u673a)[.:\\-/ ]{0,3}"
      + "[0-9+(][0-9 /().-]{3,}[0-9]");
  private static final Pattern CARD = Pattern.compile(
      "[0-9]{0,6}(?:[ -]?(?:\\*{2,}|X{4,}|\u2022{2,})){1,4}[ -]?[0-9]{2,6}(?![0-9])");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final int SHORTEST_IBAN = 15;
  private static final int LONGEST_IBAN = 34;

  private final Meaning[] meanings;
  private final List<WrittenAmount> amounts = new ArrayList<>();

  /** What a figure is. */
  enum Meaning {
    /** Maybe the number of an account. */
    UNKNOWN, DATE, AMOUNT, TELEPHONE, CARD, IBAN
  }

  /**
   * An amount that is written in the text.
   *
   * @param at the index of its first digit
   */
  record WrittenAmount(int at, BigDecimal amount) {
  }

  private OtherFigures(int length) {
    meanings = new Meaning[length];
    Arrays.fill(meanings, Meaning.UNKNOWN);
  }

  static OtherFigures in(WrittenText text) {
    OtherFigures found = new OtherFigures(text.length());
    if (text.squeezed().chars().noneMatch(each -> each >= '0' && each <= '9')) {
      return found;
    }
    found.mark(text, DATE, Meaning.DATE);
    found.mark(text, AMOUNT, Meaning.AMOUNT);
    found.mark(text, TELEPHONE, Meaning.TELEPHONE);
    found.mark(text, CARD, Meaning.CARD);
    found.markIbans(text);
    return found;
  }

  private void mark(WrittenText text, Pattern form, Meaning meaning) {
    Matcher each = form.matcher(text.whole());
    while (each.find()) {
      int first = -1;
      for (int index = 0; index < text.length(); index++) {
        if (text.position(index) >= each.start() && text.position(index) < each.end() && text.isDigit(index)) {
          meanings[index] = meaning;
          first = first < 0 ? index : first;
        }
      }
      if (meaning == Meaning.AMOUNT && first >= 0) {
        amounts.add(new WrittenAmount(first, amount(each.group(1))));
      }
    }
  }

  private static BigDecimal amount(String written) {
    int decimals = Math.max(written.lastIndexOf(','), written.lastIndexOf('.'));
    if (decimals < 0 || written.length() - decimals != 3) {
      return new BigDecimal(written.replaceAll("[^0-9]", ""));
    }
    return new BigDecimal(written.substring(0, decimals).replaceAll("[^0-9]", "") + "."
        + written.substring(decimals + 1));
  }

  private void markIbans(WrittenText text) {
    Matcher each = IBAN.matcher(text.squeezed());
    for (int from = 0; each.find(from); from = each.start() + 1) {
      int longest = Math.min(each.end(), each.start() + LONGEST_IBAN);
      for (int to = longest; to - each.start() >= SHORTEST_IBAN; to--) {
        boolean ends = to == text.length() || text.before(to) != WrittenText.Gap.NONE
            || text.isDigit(to) != text.isDigit(to - 1);
        if (ends && CheckDigits.isRightBy97(text.squeezed().substring(each.start(), to))
            && !text.squeezed().startsWith("RF", each.start())) {
          Arrays.fill(meanings, each.start(), to, Meaning.IBAN);
          break;
        }
      }
    }
  }

  Meaning at(int index) {
    return meanings[index];
  }

  /** The amounts in the order in which they are written. */
  List<WrittenAmount> amounts() {
    return amounts;
  }
}
