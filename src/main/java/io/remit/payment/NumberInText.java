package io.remit.payment;

import io.remit.payment.NumberLabels.Says;
import io.remit.payment.OtherFigures.Meaning;
import io.remit.payment.WrittenText.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A known number, as it is looked for where somebody wrote it. */
final class NumberInText {

  /** From so many letters and digits on a number is not in a text by chance. */
  static final int LONG_ENOUGH = 6;
  /** The same of digits alone, if no word announces them. */
  private static final int LONG_ENOUGH_BARE = 8;
  /** Long numbers are printed in groups. */
  private static final int PRINTED_IN_GROUPS = 12;
  private static final String ANY_ZEROS = "0*";
  private static final int SHORTEST_BARE = 3;
  /** Fewer digits than this, without the letters that belong to them, are anything. */
  static final int LONG_ENOUGH_WITHOUT_LETTERS = 5;
  private static final int LONG_ENOUGH_OF_NAMESAKE = 4;
  private static final int LONGEST_PREFIX = 5;
  private static final int LONGEST_SUFFIX = 2;

  private final WrittenText number;
  private final String squeezed;
  private final Pattern padded;
  private final @Nullable Pattern bare;
  private final int shortestBare;

  /** A place at which it stands. */
  record Place(int from, int to, Spelling spelling) {

    /** Whether nothing else is written, but for zeros that fill a field. */
    boolean isAllOf(WrittenText text) {
      return to == text.length() && text.squeezed().substring(0, from).chars().allMatch(each -> each == '0');
    }

    boolean holds(Place other) {
      return from <= other.from && other.to <= to;
    }
  }

  /** How it is written there. */
  enum Spelling {
    /** With all its letters and digits. */
    EXACT,
    /** With other zeros in front. */
    PADDED,
    /** Without the letters in front. */
    BARE
  }

  private NumberInText(WrittenText number, Pattern padded, @Nullable Pattern bare, int shortestBare) {
    this.number = number;
    this.squeezed = number.squeezed();
    this.padded = padded;
    this.bare = bare;
    this.shortestBare = shortestBare;
  }

  /** As it is looked for in any payment. */
  static NumberInText of(String number) {
    WrittenText written = WrittenText.of(number);
    int letters = 0;
    while (letters < written.length() && !written.isDigit(letters)) {
      letters++;
    }
    String digits = withAnyZeros(written.squeezed().substring(letters));
    boolean mayBeBare = letters > 0 && digits.length() - ANY_ZEROS.length() >= SHORTEST_BARE;
    return new NumberInText(written, Pattern.compile(written.squeezed().substring(0, letters) + digits),
        mayBeBare ? Pattern.compile(digits) : null, LONG_ENOUGH_WITHOUT_LETTERS);
  }

  /** As it is looked for where the payer's name is the debtor's: other zeros in each group, or the last group alone. */
  static NumberInText ofNamesake(String number) {
    WrittenText written = WrittenText.of(number);
    StringBuilder all = new StringBuilder();
    String last = "";
    int groups = 0;
    for (int from = 0, to; from < written.length(); from = to) {
      to = written.endOfRun(from);
      String run = written.squeezed().substring(from, to);
      if (written.isDigit(from)) {
        last = run;
        groups++;
        run = withAnyZeros(run);
      }
      all.append(run);
    }
    return new NumberInText(written, Pattern.compile(all.toString()), groups > 1 ? lastGroup(last) : null,
        LONG_ENOUGH_OF_NAMESAKE);
  }

  /** With other zeros, if it has enough digits beside them; else as it is, if it is long enough at all. */
  private static @Nullable Pattern lastGroup(String digits) {
    String anyZeros = withAnyZeros(digits);
    if (anyZeros.length() - ANY_ZEROS.length() >= SHORTEST_BARE) {
      return Pattern.compile(anyZeros);
    }
    return digits.length() >= LONG_ENOUGH_OF_NAMESAKE ? Pattern.compile(digits) : null;
  }

  private static String withAnyZeros(String digits) {
    return ANY_ZEROS + digits.replaceFirst("^0+(?=[0-9])", "");
  }

  /** Whether digits alone stand there. */
  boolean isOfDigitsAt(Place place) {
    return place.spelling == Spelling.BARE || isOfDigitsAlone();
  }

  private boolean isOfDigitsAlone() {
    return squeezed.chars().allMatch(each -> WrittenText.isDigit((char) each));
  }

  /** Every place in a text at which it may stand, the fullest spelling of each. */
  List<Place> placesIn(WrittenText text) {
    List<Place> places = new ArrayList<>();
    find(padded, text, Spelling.PADDED, places);
    if (bare != null) {
      find(bare, text, Spelling.BARE, places);
    }
    return places;
  }

  private void find(Pattern form, WrittenText text, Spelling spelling, List<Place> places) {
    Matcher each = form.matcher(text.squeezed());
    for (int from = 0; each.find(from); from = each.start() + 1) {
      boolean exact = spelling == Spelling.PADDED && each.end() - each.start() == squeezed.length();
      Place place = new Place(each.start(), each.end(), exact ? Spelling.EXACT : spelling);
      if (isDelimited(text, place) && places.stream().noneMatch(other -> other.holds(place))) {
        places.add(place);
      }
    }
  }

  /** Whether it is more than a part of a longer row of digits, or the end of a word. */
  private static boolean isDelimited(WrittenText text, Place place) {
    boolean before = place.from > 0 && text.before(place.from) == Gap.NONE && text.isDigit(place.from)
        && text.isDigit(place.from - 1);
    boolean behind = place.to < text.length() && text.before(place.to) == Gap.NONE
        && text.isDigit(place.to - 1) == text.isDigit(place.to);
    return !before && !behind;
  }

  /**
   * How well a place tells the number.
   *
   * @param isAnothers whether a letter or digit of the text is part of another number that was found
   * @return empty if it is none there
   */
  Optional<Clue> clueAt(Place place, WrittenText text, OtherFigures figures, IntPredicate isAnothers) {
    boolean ofDigits = isOfDigitsAt(place);
    Clue clue = Clue.weaker(inside(place, text), Clue.weaker(before(place, ofDigits, text, figures, isAnothers),
        behind(place, ofDigits, text, figures, isAnothers)));
    clue = Clue.weaker(clue, byMeaning(place, ofDigits, text, figures));
    if (place.spelling != Spelling.EXACT) {
      boolean isShort = place.spelling == Spelling.BARE && place.to - place.from < shortestBare;
      clue = Clue.weaker(clue, isShort ? Clue.DOUBTFUL : Clue.NUMBER);
    }
    if (ofDigits && clue == Clue.WORD && squeezed.length() < LONG_ENOUGH_BARE && !isAnnounced(place, text)
        && place.to - place.from < text.length()) {
      clue = Clue.NUMBER;
    }
    return clue == Clue.NONE ? Optional.empty() : Optional.of(clue);
  }

  /** What stands between its letters and digits. */
  private Clue inside(Place place, WrittenText text) {
    Clue clue = Clue.WORD;
    boolean printedInGroups = squeezed.length() >= PRINTED_IN_GROUPS;
    boolean spacedOut = !isOfDigitsAt(place) && squeezed.length() >= LONG_ENOUGH
        && IntStream.range(place.from + 1, place.to).noneMatch(index -> text.before(index) == Gap.NONE);
    for (int index = place.from + 1; index < place.to; index++) {
      Gap gap = text.before(index);
      if (gap == Gap.NONE) {
        continue;
      }
      int own = squeezed.length() - (place.to - index);
      boolean alsoInTheNumber = own > 0 && number.before(own) != Gap.NONE
          || text.isDigit(index) != text.isDigit(index - 1);
      if (gap == Gap.OTHER) {
        boolean betweenDigits = text.isDigit(index) && text.isDigit(index - 1);
        clue = Clue.weaker(clue, betweenDigits ? Clue.NONE : Clue.NUMBER);
      } else if (!alsoInTheNumber) {
        boolean cutByTheBank = gap == Gap.BREAK
            && squeezed.length() >= (isOfDigitsAt(place) ? LONG_ENOUGH_BARE : LONG_ENOUGH);
        boolean usual = cutByTheBank || gap == Gap.SPACE && (printedInGroups || spacedOut);
        clue = Clue.weaker(clue, usual ? Clue.WORD : Clue.NUMBER);
      }
    }
    return clue;
  }

  private Clue before(Place place, boolean ofDigits, WrittenText text, OtherFigures figures, IntPredicate isAnothers) {
    if (place.from == 0) {
      return Clue.WORD;
    }
    int last = place.from - 1;
    Gap gap = text.before(place.from);
    if (text.isDigit(last)) {
      if (isInWrongReference(last, text)) {
        return Clue.DOUBTFUL;
      }
      return ofDigits ? digitsBefore(last, gap, text, figures, isAnothers) : gap == Gap.NONE ? Clue.NUMBER : Clue.WORD;
    }
    String word = text.squeezed().substring(text.startOfRun(last), place.from);
    if (!isLatin(word)) {
      return Clue.WORD;
    }
    Says says = NumberLabels.of(word);
    if (ofDigits && says == Says.OTHERS) {
      return Clue.DOUBTFUL;
    }
    boolean touches = gap == Gap.NONE || gap == Gap.DASH;
    boolean mayBePrefix = word.length() <= LONGEST_PREFIX && says == Says.UNKNOWN;
    if (!ofDigits) {
      return touches && mayBePrefix ? gap == Gap.NONE ? Clue.DOUBTFUL : Clue.NUMBER : Clue.WORD;
    }
    if (touches && word.length() <= LONGEST_PREFIX && (says == Says.UNKNOWN || says == Says.BETWEEN)) {
      return Clue.DOUBTFUL;
    }
    boolean otherPrefix = place.spelling == Spelling.BARE && mayBePrefix && gap != Gap.OTHER;
    return otherPrefix ? Clue.DOUBTFUL : Clue.WORD;
  }

  private static boolean isLatin(String word) {
    return word.chars().allMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.LATIN);
  }

  /** Whether RF and two check digits end there; right ones make a reference, which is found otherwise. */
  private static boolean isInWrongReference(int last, WrittenText text) {
    int digits = text.startOfRun(last);
    return last - digits == 1 && digits >= 2 && text.squeezed().startsWith("RF", digits - 2);
  }

  private static Clue digitsBefore(int last, Gap gap, WrittenText text, OtherFigures figures, IntPredicate isAnothers) {
    Meaning meaning = figures.at(last);
    if (gap == Gap.OTHER || meaning == Meaning.DATE || meaning == Meaning.AMOUNT || isAnothers.test(last)) {
      return Clue.WORD;
    }
    boolean likeTelephone = gap != Gap.BREAK && text.squeezed().charAt(text.startOfRun(last)) == '0';
    return likeTelephone ? Clue.DOUBTFUL : Clue.NUMBER;
  }

  private static Clue behind(Place place, boolean ofDigits, WrittenText text, OtherFigures figures,
      IntPredicate isAnothers) {
    if (place.to == text.length()) {
      return Clue.WORD;
    }
    Gap gap = text.before(place.to);
    if (gap == Gap.OTHER || gap == Gap.DASH && text.between(place.to).startsWith(" ") || isAnothers.test(place.to)) {
      return Clue.WORD;
    }
    if (text.isDigit(place.to)) {
      Meaning meaning = figures.at(place.to);
      boolean clear = meaning == Meaning.DATE || meaning == Meaning.AMOUNT || gap == Gap.SPACE && !ofDigits;
      return clear ? Clue.WORD : Clue.NUMBER;
    }
    String word = text.squeezed().substring(place.to, text.endOfRun(place.to));
    boolean mayBelongToIt = (gap == Gap.NONE || gap == Gap.DASH) && word.length() <= LONGEST_SUFFIX && isLatin(word)
        && text.isDigit(place.to - 1);
    return mayBelongToIt ? Clue.NUMBER : Clue.WORD;
  }

  private Clue byMeaning(Place place, boolean ofDigits, WrittenText text, OtherFigures figures) {
    boolean asItIsKept = text.written(place.from, place.to).equals(number.whole());
    Clue clue = Clue.WORD;
    boolean isDate = ofDigits;
    for (int index = place.from; index < place.to; index++) {
      Meaning meaning = figures.at(index);
      isDate &= meaning == Meaning.DATE;
      clue = Clue.weaker(clue, switch (meaning) {
        case IBAN, CARD -> Clue.NONE;
        case AMOUNT -> !ofDigits ? Clue.WORD : asItIsKept ? Clue.DOUBTFUL : Clue.NONE;
        case TELEPHONE -> ofDigits ? Clue.DOUBTFUL : Clue.WORD;
        case DATE, UNKNOWN -> Clue.WORD;
      });
    }
    return isDate ? Clue.weaker(clue, asItIsKept ? Clue.NUMBER : Clue.DOUBTFUL) : clue;
  }

  private static boolean isAnnounced(Place place, WrittenText text) {
    String between = text.between(place.from);
    if (between.contains("#") || between.contains("\u00b0")) {
      return true;
    }
    if (place.from == 0 || text.isDigit(place.from - 1) || between.length() > LONGEST_PREFIX) {
      return false;
    }
    String word = text.squeezed().substring(text.startOfRun(place.from - 1), place.from);
    Says says = NumberLabels.of(word);
    return !isLatin(word) || says == Says.OURS || says == Says.REFERENCE;
  }
}
