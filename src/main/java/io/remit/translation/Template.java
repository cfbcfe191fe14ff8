package io.remit.translation;

import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An English sentence with places such as {@code {account}}, and the same in another language. At a place {@code day},
 * {@code day2} stands a date, at {@code number}, {@code number2} a number, at the others anything.
 */
final class Template {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private final Pattern english;
  private final boolean beginsWithLetters;
  private final int letters;
  private final String said;

  /** @throws IllegalArgumentException if a place is twice in the English sentence, or unknown to it in the other */
  Template(String english, String said) {
    Matcher place = PLACE.matcher(english);
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    int written = 0;
    while (place.find()) {
      pattern.append(Pattern.quote(english.substring(end, place.start()))).append("(?<").append(place.group(1))
          .append(place.group(1).matches("(day|number).*") ? ">[\\d-]+)" : ">.*?)");
      written += place.start() - end;
      end = place.end();
    }
    this.english = Pattern.compile(pattern.append(Pattern.quote(english.substring(end))).toString(), Pattern.DOTALL);
    this.beginsWithLetters = !english.startsWith("{");
    this.letters = written + english.length() - end;
    this.said = said;
    PLACE.matcher(said).results().map(found -> found.group(1)).filter(name -> !english.contains("{" + name + "}"))
        .findFirst().ifPresent(name -> {
          throw new IllegalArgumentException("the English sentence has no place {" + name + "}");
        });
  }

  /** How much of the sentence is written, not left to its places: the more, the better it fits. */
  int letters() {
    return letters;
  }

  /** Whether it begins with what is written, not with a place. */
  boolean beginsWithLetters() {
    return beginsWithLetters;
  }

  boolean fits(String sentence) {
    return english.matcher(sentence).matches();
  }

  /**
   * The sentence in the other language.
   *
   * @param fill what stands at a place there, by the place's name and what stands at it in the English sentence
   * @return empty if it is another sentence
   */
  Optional<String> say(String sentence, BinaryOperator<String> fill) {
    Matcher found = english.matcher(sentence);
    return found.matches() ? Optional.of(PLACE.matcher(said).replaceAll(place -> filled(place, found, fill)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return said;
  }

  private static String filled(MatchResult place, Matcher found, BinaryOperator<String> fill) {
    String name = place.group(1);
    return Matcher.quoteReplacement(fill.apply(name, found.group(name)));
  }
}
