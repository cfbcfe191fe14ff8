package io.remit.translation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says words and sentences of Remit's own in one language. What it has no translation for stays in English. In a
 * sentence, the places {@code word}, {@code word2} hold a word, {@code sentence} a sentence, {@code sentences} several
 * that semicolons separate, {@code list} words or sentences that commas separate; what stands at any other place is
 * left as it is.
 */
public final class Translation {

  /** At a place with which a sentence begins may stand the beginning of another that holds it. */
  private static final Comparator<Row> BEST_FIRST =
      Comparator.comparing((Row row) -> row.sentence().beginsWithLetters())
      .thenComparing(row -> row.sentence().letters()).thenComparing(Row::lettersOfDetail).reversed();

  /** Leaves everything as it is kept. */
  static final Translation ENGLISH = new Translation(Locale.ENGLISH, Map.of(), List.of(), Map.of());

  private final Locale language;
  private final Map<String, String> words;
  private final List<Row> rows;
  private final Map<String, String> formTexts;

  /**
   * @param words by the English words as {@link #asWords} has them
   * @param formTexts what forms say, by the English text
   */
  Translation(Locale language, Map<String, String> words, List<Row> rows, Map<String, String> formTexts) {
    this.language = language;
    this.words = Map.copyOf(words);
    this.formTexts = Map.copyOf(formTexts);
    this.rows = rows.stream().sorted(BEST_FIRST).toList();
  }

  /**
   * A sentence of the list.
   *
   * @param detail what Remit itself wrote into the detail of a timeline's entry; null if that is left as it is, such as
   *     what a person wrote
   */
  record Row(Template sentence, @Nullable Template detail) {

    private int lettersOfDetail() {
      return detail == null ? 0 : detail.letters();
    }
  }

  /** An entry of a timeline; the detail may be null. */
  public record Entry(String text, @Nullable String detail) {
  }

  /** A code such as {@code PARTLY_KEPT}, {@code contact-hours} or {@code fieldAgents} as English words. */
  public static String asWords(String code) {
    return code.replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2").replaceAll("[_-]", " ").toLowerCase(Locale.ROOT);
  }

  /** The language into which this says things. */
  public Locale language() {
    return language;
  }

  /** What a code is called; as English words if that is not known. */
  public String word(String code) {
    String english = asWords(code);
    return words.getOrDefault(english, english);
  }

  /** What a code is called; the code itself if that is not known. */
  public String name(String code) {
    return words.getOrDefault(asWords(code), code);
  }

  /** A sentence or a word that Remit itself made. */
  public String sentence(String english) {
    String word = words.get(asWords(english));
    return word != null ? word : rows.stream().flatMap(row -> row.sentence().say(english, this::fill).stream())
        .findFirst().orElse(english);
  }

  /** An entry of a timeline: what a person wrote in its detail stays as it is. */
  public Entry entry(String text, @Nullable String detail) {
    return rows.stream().flatMap(row -> said(row, text, detail).stream()).findFirst()
        .orElseGet(() -> new Entry(sentence(text), detail));
  }

  private Optional<Entry> said(Row row, String text, @Nullable String detail) {
    Template ofDetail = row.detail();
    Optional<String> saidDetail = ofDetail == null ? Optional.ofNullable(detail)
        : Optional.ofNullable(detail).flatMap(known -> ofDetail.say(known, this::fill));
    return saidDetail.flatMap(known -> row.sentence().say(text, this::fill).map(said -> new Entry(said, known)));
  }

  /** A label or another text of a form; it may have places of the form's own. */
  public String formText(String english) {
    return formTexts.getOrDefault(english, english);
  }

  /** The sentences, those that fit best first. */
  List<Row> rows() {
    return rows;
  }

  /** All texts of forms, by the English ones. */
  Map<String, String> formTexts() {
    return formTexts;
  }

  /** All words, by the English ones. */
  Map<String, String> words() {
    return words;
  }

  private String fill(String place, String english) {
    return switch (place.replaceAll("\\d", "")) {
      case "word", "sentence" -> sentence(english);
      case "sentences" -> each("; ", english);
      case "list" -> each(", ", english);
      default -> english;
    };
  }

  private String each(String separator, String english) {
    return Arrays.stream(english.split(separator)).map(this::sentence).collect(Collectors.joining(separator));
  }
}
