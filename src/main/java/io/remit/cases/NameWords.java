package io.remit.cases;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a person's or company's name as names are compared: in small letters, without accents, titles and legal
 * forms, and with what is written in two ways (ü, ue; ø, oe, ö; ß, ss; å, aa) written in one.
 *
 * @param all in the order in which they are written; empty if nothing that names anybody is left
 */
public record NameWords(List<String> all) {

  private static final int LONGEST_KEY = 200;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DOTTED_FORM = Pattern.compile("\\b(?:b\\.\\s?v|n\\.\\s?v|s\\.\\s?a\\.\\s?r\\.\\s?l|"
      + "s\\.\\s?a\\.\\s?s|s\\.\\s?a|s\\.\\s?r\\.\\s?l|s\\.\\s?p\\.\\s?a|s\\.\\s?l|sp\\.?\\s?z\\.?\\s?o\\.?\\s?o|"
      + "a/s|e\\.\\s?v|e\\.\\s?k)\\.?(?=\\s|,|$)");
  private static final Map<String, String> LETTERS = Map.of("\u00df", "ss", "\u0142", "l", "\u00f8", "o", "\u00e6", "a",
      "\u0111", "d", "\u0131", "i", "\u0153", "o", "\u00fe", "th", "\u00f0", "d");
  private static final Pattern SECOND_LETTER = Pattern.compile("(?<=[aou])e|(?<=a)a");
  private static final Set<String> SAY_NOTHING = Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "herr", "herrn", "hr",
      "frau", "fr", "mme", "mlle", "monsieur", "madame", "sr", "sra", "sig", "dhr", "mevr", "mw", "pan", "pani", "and",
      "und", "et", "en", "y", "och", "og", "oder", "or", "u", "de", "familie", "family", "fam", "the");
  private static final Set<String> LEGAL_FORMS = Set.of("gmbh", "mbh", "ohg", "gbr", "ltd", "limited", "plc",
      "llc", "llp", "inc", "corp", "bv", "nv", "vof", "sarl", "eurl", "srl", "oyj", "aps", "spzoo",
      "sro", "kft", "doo");
  /** May be names where they stand before others. */
  private static final Set<String> LAST_LEGAL_FORMS = Set.of("ag", "kg", "ug", "co", "sa", "sas", "spa", "sl", "slu",
      "oy", "ab", "as", "asa", "company", "cie", "se");

  /** @param name null for nobody */
  public static NameWords of(@Nullable String name) {
    if (name == null) {
      return new NameWords(List.of());
    }
    String plain = DOTTED_FORM.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
        .replaceAll("");
    List<String> words = Stream.of(NO_LETTERS.split(plain)).filter(word -> !word.isEmpty()).toList();
    List<String> telling = withoutLastForms(without(LEGAL_FORMS, without(SAY_NOTHING, words)));
    return new NameWords(telling.stream().map(NameWords::inOneWay).toList());
  }

  private static String inOneWay(String word) {
    String plain = word;
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      plain = plain.replace(letter.getKey(), letter.getValue());
    }
    plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    return SECOND_LETTER.matcher(plain).replaceAll("");
  }

  private static List<String> withoutLastForms(List<String> words) {
    int behind = words.size();
    while (behind > 1 && LAST_LEGAL_FORMS.contains(words.get(behind - 1))) {
      behind--;
    }
    return words.subList(0, behind);
  }

  private static List<String> without(Set<String> leftOut, List<String> words) {
    List<String> left = words.stream().filter(word -> !leftOut.contains(word)).toList();
    return left.isEmpty() ? words : left;
  }

  /** Under which a name is kept and looked up: the words in the order of the alphabet; empty for nobody. */
  public String key() {
    String key = all.stream().distinct().sorted().collect(Collectors.joining(" "));
    return key.substring(0, Math.min(LONGEST_KEY, key.length()));
  }
}
