package io.remit.payment;

import io.remit.payment.WrittenText.Gap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
      + "|(?<![A-Z])(?:TEL|TELEFON|PHONE|FON|MOBIL|MOB|HANDY|FAX|TLF|T\u00c9L|GSM|\u7535\u8bdd|\u624b\u673a)"
      + "[.:\\-/ ]{0,3}[0-9+(][0-9 /().-]{3,}[0-9]");
  private static final Pattern CARD = Pattern.compile(
      "[0-9]{0,6}(?:[ -]?(?:\\*{2,}|X{4,}|\u2022{2,})){1,4}[ -]?[0-9]{2,6}(?![0-9])");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}");
  /** By the registry of ISO 13616. */
  private static final Map<String, Integer> IBAN_LENGTHS = Arrays.stream(("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 "
      + "BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 "
      + "HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 "
      + "MT31 "
      + "MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 "
      + "VA22 VG24 XK20").split(" "))
      .collect(Collectors.toMap(each -> each.substring(0, 2), each -> Integer.valueOf(each.substring(2))));

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
      int to = each.start() + IBAN_LENGTHS.getOrDefault(each.group().substring(0, 2), text.length() + 1);
      if (to <= text.length() && isInGroups(text, each.start(), to)
          && CheckDigits.isRightBy97(text.squeezed().substring(each.start(), to))) {
        Arrays.fill(meanings, each.start(), to, Meaning.IBAN);
      }
    }
  }

  private static boolean isInGroups(WrittenText text, int from, int to) {
    return IntStream.range(from + 1, to).mapToObj(text::before)
        .allMatch(gap -> gap == Gap.NONE || gap == Gap.SPACE || gap == Gap.BREAK);
  }

  Meaning at(int index) {
    return meanings[index];
  }

  /** The amounts in the order in which they are written. */
  List<WrittenAmount> amounts() {
    return amounts;
  }
}
