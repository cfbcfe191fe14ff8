package io.remit.card;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers of payment cards in a text and hides them. What counts as one has 13 to 19 digits with a right check
 * digit (Luhn), the beginning and the length of a card scheme, and is written as cards are: in one piece, or in pieces
 * that the same sign parts. IBANs, creditor references (RF) and phone numbers are left alone, and so are digits behind
 * a Latin letter, as in {@code INV4111111111111111}, unless the word before them is one for a card.
 *
 * <p>Six digits at the beginning and four at the end stay, as PCI DSS 4.0, 3.4.1, allows; the length of the text stays,
 * too.
 */
public final class CardNumbers {

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final int SHOWN_FIRST = 6;
  private static final int SHOWN_LAST = 4;
  private static final int LARGEST_PIECE = 6;
  private static final char HIDDEN = '*';

  /** Digits of any script in pieces, with at most three signs between two of them. */
  private static final Pattern DIGITS =
      Pattern.compile("\\p{Nd}+(?:[\\s\\p{Zs}.\\-\u2010-\u2015_/]{1,3}\\p{Nd}+)*");
  private static final Pattern PIECE = Pattern.compile("\\p{Nd}+");
  private static final Pattern IBAN = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{2}\\d{2}(?: ?[A-Za-z0-9]){5,30}");
  private static final Pattern CARD_WORD = Pattern.compile(
      "(?i)(?:visa|card|karte|amex|maestro|mastercard|discover|jcb|unionpay|pan|cc|nr|no|number|nummer)$");
  private static final BigInteger CHECKED_BY = BigInteger.valueOf(97);

  private CardNumbers() {
  }

  /** A piece of digits in a text. */
  private record Piece(int start, int end, String digits) {
  }

  /** A stretch of a text. */
  private record Stretch(int start, int end) {

    private boolean touches(int otherStart, int otherEnd) {
      return otherStart < end && start < otherEnd;
    }
  }

  /** Whether a number of a card stands in a text. */
  public static boolean isIn(String text) {
    return !masked(text).equals(text);
  }

  /** The same where there may be no text. */
  public static @Nullable String maskedOrNull(@Nullable String text) {
    return text == null ? null : masked(text);
  }

  /** A text with stars in place of the middle of each card number; done again, it changes nothing. */
  public static String masked(String text) {
    if (text.length() < SHORTEST) {
      return text;
    }
    List<Stretch> known = new ArrayList<>();
    StringBuilder masked = new StringBuilder(text);
    Matcher found = DIGITS.matcher(text);
    while (found.find()) {
      if (found.end() - found.start() >= SHORTEST) {
        if (known.isEmpty()) {
          known.addAll(ibans(text));
          known.add(new Stretch(-1, -1));
        }
        mask(text, pieces(text, found.start(), found.end()), known, masked);
      }
    }
    return masked.toString();
  }

  private static List<Piece> pieces(String text, int start, int end) {
    List<Piece> pieces = new ArrayList<>();
    Matcher piece = PIECE.matcher(text).region(start, end);
    while (piece.find()) {
      StringBuilder digits = new StringBuilder();
      piece.group().codePoints().forEach(digit -> digits.append(Character.digit(digit, 10)));
      pieces.add(new Piece(piece.start(), piece.end(), digits.toString()));
    }
    return pieces;
  }

  private static void mask(String text, List<Piece> pieces, List<Stretch> known, StringBuilder masked) {
    int first = 0;
    while (first < pieces.size()) {
      int last = lastOfCard(text, pieces, first, known);
      if (last > -1) {
        hide(pieces.subList(first, last + 1), text, masked);
        first = last;
      }
      first++;
    }
  }

  /** With which piece a card number ends that begins with a piece; -1 if none does. */
  private static int lastOfCard(String text, List<Piece> pieces, int first, List<Stretch> known) {
    StringBuilder digits = new StringBuilder();
    int longest = -1;
    for (int last = first; last < pieces.size(); last++) {
      digits.append(pieces.get(last).digits());
      if (digits.length() > LONGEST) {
        break;
      }
      if (digits.length() >= SHORTEST && isCard(digits.toString())
          && isWrittenAsCard(text, pieces.subList(first, last + 1))
          && isFree(text, pieces.get(first).start(), pieces.get(last).end(), known)) {
        longest = last;
      }
    }
    return longest;
  }

  /** In one piece; or in pieces of like length, as cards have them printed, with the same sign between all of them. */
  private static boolean isWrittenAsCard(String text, List<Piece> pieces) {
    String between = null;
    for (int number = 1; number < pieces.size(); number++) {
      String sign = text.substring(pieces.get(number - 1).end(), pieces.get(number).start()).replaceAll("[\\s\\p{Zs}]+",
          " ");
      if (between != null && !between.equals(sign)) {
        return false;
      }
      between = sign;
    }
    if (pieces.size() == 1) {
      return true;
    }
    int length = pieces.get(0).digits().length();
    return pieces.stream().limit(pieces.size() - 1L).allMatch(piece -> piece.digits().length() == length)
        && pieces.get(pieces.size() - 1).digits().length() <= length && length <= 2 * SHOWN_LAST
        || pieces.stream().allMatch(piece -> piece.digits().length() >= SHOWN_LAST
            && piece.digits().length() <= LARGEST_PIECE);
  }

  private static boolean isFree(String text, int start, int end, List<Stretch> known) {
    if (known.stream().anyMatch(stretch -> stretch.touches(start, end))) {
      return false;
    }
    if (start == 0) {
      return true;
    }
    char before = text.charAt(start - 1);
    if (before == '+') {
      return false;
    }
    return !isLatinLetter(before) || CARD_WORD.matcher(text.substring(0, start)).find();
  }

  private static boolean isLatinLetter(char letter) {
    return Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
  }

  private static boolean isCard(String digits) {
    return CardScheme.knows(digits) && hasRightCheckDigit(digits);
  }

  private static boolean hasRightCheckDigit(String digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      int counted = place % 2 == 0 ? digit : 2 * digit;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }

  private static void hide(List<Piece> pieces, String text, StringBuilder masked) {
    int count = pieces.stream().mapToInt(piece -> piece.digits().length()).sum();
    int number = 0;
    for (Piece piece : pieces) {
      for (int place = piece.start(); place < piece.end(); place += Character.charCount(text.codePointAt(place))) {
        if (number >= SHOWN_FIRST && number < count - SHOWN_LAST) {
          for (int unit = 0; unit < Character.charCount(text.codePointAt(place)); unit++) {
            masked.setCharAt(place + unit, HIDDEN);
          }
        }
        number++;
      }
    }
  }

  /** Where IBANs and creditor references (RF) with right check digits stand. */
  private static List<Stretch> ibans(String text) {
    List<Stretch> stretches = new ArrayList<>();
    Matcher found = IBAN.matcher(text);
    int from = 0;
    while (from < text.length() && found.find(from)) {
      int end = endOfIban(text, found.start(), found.end());
      if (end > 0) {
        stretches.add(new Stretch(found.start(), end));
      }
      from = Math.max(end, found.start() + 1);
    }
    return stretches;
  }

  /** What follows an IBAN may look like more of it: the longest that has the right check digits counts. */
  private static int endOfIban(String text, int start, int longest) {
    for (int end = longest; end > start + SHORTEST / 2; end--) {
      String plain = text.substring(start, end).replace(" ", "").toUpperCase(Locale.ROOT);
      boolean cutsAWord = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
      if (!cutsAWord && Character.isLetterOrDigit(text.charAt(end - 1)) && plain.length() > 4
          && remainder(plain.substring(4) + plain.substring(0, 4)) == 1) {
        return end;
      }
    }
    return 0;
  }

  private static int remainder(String plain) {
    StringBuilder digits = new StringBuilder();
    plain.chars().forEach(letter -> digits.append(Character.digit(letter, 36)));
    return new BigInteger(digits.toString()).mod(CHECKED_BY).intValue();
  }
}
