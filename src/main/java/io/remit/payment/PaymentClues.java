package io.remit.payment;

import io.remit.ledger.MatchNumber;
import io.remit.payment.NumberInText.Place;
import io.remit.payment.NumberInText.Spelling;
import io.remit.payment.NumberLabels.Says;
import io.remit.payment.OtherFigures.Meaning;
import io.remit.payment.OtherFigures.WrittenAmount;
import io.remit.payment.ReferenceSettings.Told;
import io.remit.payment.WrittenText.Gap;
import io.remit.statement.BankTransaction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that a bank tells of a payment in which the number of an account, a case or a debtor may stand. */
final class PaymentClues {

  private static final int MOST_KEYS = 400;
  private static final int MOST_NEAR_KEYS = 1200;
  private static final int MOST_GROUPS = 12;
  private static final int MOST_DIGITS = 40;
  private static final int SHORTEST_REFERENCE = 4;
  private static final int LONGEST_REFERENCE = 27;
  private static final int PRINTED_GROUP = 4;
  private static final int LONGEST_SHORTENED = 6;
  private static final int SHORTEST_TYPO = 5;
  private static final int LONGEST_TYPO = 12;
  private static final int SHORTEST_TOLD_TWICE = 8;

  private static final Set<String> LETTERS_IN_FRONT = Set.of("RF", "SI", "HR");

  private final List<Field> fields = new ArrayList<>();
  private final ReferenceSettings settings;
  private final String currency;

  /** Where something was written. */
  private enum Source {
    /** A field for the creditor's reference. */
    REFERENCE,
    /** The own part of a reference with right check digits. */
    CERTAIN_OWN_PART, CHECKED_OWN_PART, ANNOUNCED_OWN_PART, POSSIBLE_OWN_PART,
    /** A field in which the payer's side puts what it likes. */
    IDENTIFIER,
    /** What is written to be read. */
    TEXT
  }

  private record Field(Source source, WrittenText text, OtherFigures figures) {
  }

  /**
   * Where a known number was found.
   *
   * @param at where it stands in the text; -1 if it is told elsewhere
   */
  record Sighting(Clue clue, int at) {
  }

  private PaymentClues(ReferenceSettings settings, String currency) {
    this.settings = settings;
    this.currency = currency;
  }

  static PaymentClues of(BankTransaction payment, ReferenceSettings settings) {
    PaymentClues clues = new PaymentClues(settings, payment.currency());
    payment.remittance().creditorReferences()
        .forEach(reference -> clues.add(Source.REFERENCE, WrittenText.of(reference)));
    clues.add(Source.TEXT, WrittenText.of(payment.remittance().lines()));
    clues.addIdentifier(payment.references().endToEnd());
    payment.references().others().forEach(clues::addIdentifier);
    return clues;
  }

  private void addIdentifier(@Nullable String identifier) {
    if (identifier != null) {
      add(Source.IDENTIFIER, WrittenText.of(identifier));
    }
  }

  private void add(Source source, WrittenText text) {
    fields.add(new Field(source, text, OtherFigures.in(text)));
    List<Told> told = source == Source.REFERENCE ? settings.numbersIn(text.squeezed(), currency) : List.of();
    if (told.isEmpty()) {
      addReferencesIn(text, source);
    }
    told.forEach(each -> addOwnPart(each, each.certain() ? Source.CERTAIN_OWN_PART
        : each.usual() ? Source.CHECKED_OWN_PART : Source.POSSIBLE_OWN_PART));
  }

  private void addOwnPart(Told told, Source source) {
    WrittenText text = WrittenText.of(told.number());
    fields.add(new Field(source, text, OtherFigures.in(WrittenText.of(""))));
  }

  private void addReferencesIn(WrittenText text, Source source) {
    for (int from = 0; from < text.length(); from = text.endOfRun(from)) {
      boolean ofDigits = text.isDigit(from);
      if (!ofDigits && !LETTERS_IN_FRONT.contains(text.squeezed().substring(from, text.endOfRun(from)))) {
        continue;
      }
      Source unlessCertain =
          ReferenceScheme.isAnnounced(text, from) ? Source.ANNOUNCED_OWN_PART : Source.POSSIBLE_OWN_PART;
      int group = from;
      for (int to = text.endOfRun(from); to - from <= LONGEST_REFERENCE; to = text.endOfRun(to)) {
        if (to - from >= SHORTEST_REFERENCE) {
          settings.numbersIn(text.squeezed().substring(from, to), currency).stream()
              .filter(told -> told.certain() || source != Source.IDENTIFIER)
              .forEach(told -> addOwnPart(told, told.certain() ? Source.CERTAIN_OWN_PART
                  : told.usual() ? unlessCertain : Source.POSSIBLE_OWN_PART));
        }
        if (to == text.length() || ofDigits && !text.isDigit(to) || !goesOn(text, to, to - group, ofDigits)) {
          break;
        }
        group = text.before(to) == Gap.NONE ? group : to;
      }
    }
  }

  /** References are printed in groups, those that begin with letters in groups of four. */
  private static boolean goesOn(WrittenText text, int at, int lengthOfGroup, boolean ofDigits) {
    return switch (text.before(at)) {
      case NONE, BREAK -> true;
      case SPACE -> ofDigits || lengthOfGroup == PRINTED_GROUP;
      case DASH -> true;
      case DOT, OTHER -> false;
    };
  }

  /** The keys under which numbers are looked up that may be meant, as {@link MatchNumber#key} writes them. */
  Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    fields.forEach(field -> addKeys(field, keys));
    return keys;
  }

  /** Whether anything is told that may be a number. */
  boolean tellsDigits() {
    return fields.stream().anyMatch(field -> !digitGroups(field).isEmpty());
  }

  private static void addKeys(Field field, Set<String> keys) {
    List<String> groups = digitGroups(field);
    for (int from = 0; from < groups.size(); from++) {
      StringBuilder joined = new StringBuilder();
      for (int to = from; to < Math.min(groups.size(), from + MOST_GROUPS); to++) {
        joined.append(groups.get(to));
        if (joined.length() > MOST_DIGITS || keys.size() >= MOST_KEYS) {
          break;
        }
        keys.add(MatchNumber.key(joined.toString()));
      }
    }
  }

  private static List<String> digitGroups(Field field) {
    List<String> groups = new ArrayList<>();
    WrittenText text = field.text;
    for (int from = 0; from < text.length(); from = text.endOfRun(from)) {
      if (text.isDigit(from) && !isOfBanks(field, from)) {
        groups.add(text.squeezed().substring(from, text.endOfRun(from)));
      }
    }
    return groups;
  }

  private static boolean isOfBanks(Field field, int index) {
    return !isOwnPart(field.source)
        && (field.figures.at(index) == Meaning.IBAN || field.figures.at(index) == Meaning.CARD);
  }

  private static boolean isOwnPart(Source source) {
    return switch (source) {
      case CERTAIN_OWN_PART, CHECKED_OWN_PART, ANNOUNCED_OWN_PART, POSSIBLE_OWN_PART -> true;
      case REFERENCE, IDENTIFIER, TEXT -> false;
    };
  }

  /**
   * The keys of numbers of which one of those in the text differs by a digit: another one, one too many or too few, or
   * one that stands elsewhere.
   */
  Set<String> nearKeys() {
    Set<String> near = new LinkedHashSet<>();
    for (Field field : fields) {
      for (String group : digitGroups(field)) {
        String digits = MatchNumber.key(group);
        if (digits.length() >= SHORTEST_TYPO && digits.length() <= LONGEST_TYPO && near.size() < MOST_NEAR_KEYS) {
          addNear(digits, near);
        }
      }
    }
    return near;
  }

  private static void addNear(String digits, Set<String> near) {
    for (int index = 0; index < digits.length(); index++) {
      for (char other = '0'; other <= '9'; other++) {
        near.add(MatchNumber.key(digits.substring(0, index) + other + digits.substring(index + 1)));
      }
      String without = digits.substring(0, index) + digits.substring(index + 1);
      near.add(MatchNumber.key(without));
      for (int place = 0; place <= without.length(); place++) {
        near.add(MatchNumber.key(without.substring(0, place) + digits.charAt(index) + without.substring(place)));
      }
    }
    for (int index = 0; index <= digits.length(); index++) {
      for (char more = '0'; more <= '9'; more++) {
        near.add(MatchNumber.key(digits.substring(0, index) + more + digits.substring(index)));
      }
    }
    near.remove(digits);
  }

  /** Whether a number with letters and digits is told in more than one field: then it is hardly mistyped. */
  boolean tellsTwice(String number) {
    String squeezed = WrittenText.of(number).squeezed();
    boolean hasBoth = squeezed.chars().anyMatch(each -> WrittenText.isDigit((char) each))
        && squeezed.chars().anyMatch(each -> !WrittenText.isDigit((char) each));
    return hasBoth && squeezed.length() >= SHORTEST_TOLD_TWICE && fields.stream()
        .filter(field -> !isOwnPart(field.source) && field.text.squeezed().contains(squeezed)).count() > 1;
  }

  /** The amounts in the text, in the order in which they are written. */
  List<WrittenAmount> amounts() {
    return fields.stream().filter(field -> field.source == Source.TEXT)
        .flatMap(field -> field.figures.amounts().stream()).toList();
  }

  /**
   * How these numbers are told, each by its strongest clue; one that is only a part of another that is told as well is
   * left out.
   *
   * @param numbers as they are kept
   */
  Map<String, Sighting> sightings(Collection<String> numbers) {
    return sightings(numbers, NumberInText::of);
  }

  /** The same of debtors who have the payer's name: less of a number is enough then. */
  Map<String, Sighting> sightingsOfNamesakes(Collection<String> numbers) {
    return sightings(numbers, NumberInText::ofNamesake);
  }

  private Map<String, Sighting> sightings(Collection<String> numbers, Function<String, NumberInText> asLookedFor) {
    Map<String, NumberInText> looked = new HashMap<>();
    numbers.forEach(number -> looked.computeIfAbsent(number, asLookedFor));
    Map<String, Sighting> sightings = new HashMap<>();
    for (Field field : fields) {
      Map<String, List<Place>> places = new HashMap<>();
      looked.forEach((number, each) -> {
        List<Place> found = each.placesIn(field.text);
        if (!found.isEmpty()) {
          places.put(number, found);
        }
      });
      places.forEach((number, found) -> {
        NumberInText form = Objects.requireNonNull(looked.get(number), "each place is of a number that was looked for");
        BitSet others = ofOthers(number, places);
        for (Place place : found) {
          clue(field, form, place, others).filter(clue -> !isPartOfAnother(number, place, places))
              .ifPresent(clue -> sightings.merge(number,
                  new Sighting(clue, field.source == Source.TEXT ? place.from() : -1),
                  (one, other) -> one.clue().compareTo(other.clue()) <= 0 ? one : other));
        }
      });
    }
    return sightings;
  }

  /**
   * Whether the text tells a number that looks like this one, with the same letters and as many digits, and is none of
   * those that are known.
   */
  boolean tellsAnUnknownLike(String number, Collection<String> known) {
    WrittenText own = WrittenText.of(number);
    String letters = own.squeezed().replaceFirst("[0-9]+$", "");
    if (letters.isEmpty() || letters.length() == own.length()) {
      return false;
    }
    Set<String> squeezed = known.stream().map(each -> WrittenText.of(each).squeezed()).collect(Collectors.toSet());
    Pattern alike = Pattern.compile(letters + "[0-9]{" + (own.length() - letters.length()) + "}");
    return fields.stream().filter(field -> field.source == Source.TEXT).map(Field::text)
        .anyMatch(text -> alike.matcher(text.squeezed()).results().anyMatch(each -> !squeezed.contains(each.group())
            && text.before(each.start()) != Gap.NONE
            && (each.end() == text.length() || text.before(each.end()) != Gap.NONE || !text.isDigit(each.end()))));
  }

  /**
   * The numbers that are told by their last digits behind one that is written in full, such as 18 behind 100017 for
   * 100018.
   *
   * @return as they would be without marks; most of them are none
   */
  Set<String> shortenedBehind(String number) {
    String full = WrittenText.of(number).squeezed();
    Set<String> shortened = new LinkedHashSet<>();
    for (Field field : fields) {
      if (field.source == Source.TEXT) {
        NumberInText.of(number).placesIn(field.text)
            .forEach(place -> addShortened(full, field.text, place.to(), shortened));
      }
    }
    return shortened;
  }

  private static void addShortened(String full, WrittenText text, int behind, Set<String> shortened) {
    for (int from = behind, to; from < text.length(); from = to) {
      to = text.endOfRun(from);
      if (text.isDigit(from)) {
        if (to - from > LONGEST_SHORTENED || to - from >= full.length() || text.between(from).contains(".")) {
          return;
        }
        shortened.add(full.substring(0, full.length() - (to - from)) + text.squeezed().substring(from, to));
      } else if (NumberLabels.of(text.squeezed().substring(from, to)) != Says.BETWEEN) {
        return;
      }
    }
  }

  private static BitSet ofOthers(String number, Map<String, List<Place>> places) {
    BitSet others = new BitSet();
    places.forEach((other, found) -> {
      if (!other.equals(number)) {
        found.forEach(place -> others.set(place.from(), place.to()));
      }
    });
    return others;
  }

  private static boolean isPartOfAnother(String number, Place place, Map<String, List<Place>> places) {
    return places.entrySet().stream().filter(other -> !other.getKey().equals(number))
        .flatMap(other -> other.getValue().stream()).anyMatch(other -> other.holds(place)
            && other.to() - other.from() > place.to() - place.from() && other.spelling() != Spelling.BARE);
  }

  private static Optional<Clue> clue(Field field, NumberInText number, Place place, BitSet others) {
    boolean isAll = place.isAllOf(field.text);
    return switch (field.source) {
      case CERTAIN_OWN_PART, CHECKED_OWN_PART, ANNOUNCED_OWN_PART, POSSIBLE_OWN_PART ->
          isAll ? Optional.of(ofOwnPart(field, place)) : Optional.empty();
      case REFERENCE -> isAll ? Optional.of(place.spelling() == Spelling.BARE ? Clue.WORD : Clue.REFERENCE)
          : number.clueAt(place, field.text, field.figures, others::get)
              .map(clue -> number.isOfDigitsAt(place) ? Clue.weaker(clue, Clue.NUMBER) : clue);
      case IDENTIFIER -> number.clueAt(place, field.text, field.figures, others::get)
          .map(clue -> number.isOfDigitsAt(place) ? Clue.weaker(clue, isAll ? Clue.NUMBER : Clue.DOUBTFUL) : clue);
      case TEXT -> number.clueAt(place, field.text, field.figures, others::get);
    };
  }

  /** Of few digits without the letters that belong to them it may be another's number. */
  private static Clue ofOwnPart(Field field, Place place) {
    boolean isShort = place.to() - place.from() < NumberInText.LONG_ENOUGH_WITHOUT_LETTERS;
    boolean doubtful = place.spelling() == Spelling.BARE && (field.source == Source.POSSIBLE_OWN_PART || isShort);
    return doubtful ? Clue.DOUBTFUL : switch (field.source) {
      case CERTAIN_OWN_PART -> Clue.REFERENCE;
      case CHECKED_OWN_PART -> Clue.CHECKED;
      case ANNOUNCED_OWN_PART -> Clue.WORD;
      default -> isShort ? Clue.DOUBTFUL : Clue.NUMBER;
    };
  }
}
