package io.remit.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says findings in a language. Rules and what to do are said for each rule; details by sentences with places. A detail
 * without a sentence stays in English.
 */
public final class FindingWords {

  /** As they are written. */
  public static final FindingWords ENGLISH = new FindingWords("en", Map.of(), List.of(), "row (\\d+)", "row $1");

  private static final int COLUMNS = 3;
  private static final int LONGEST = 2_000;
  private static final Pattern FILLED = Pattern.compile("\\{(\\d)}");

  private final String language;
  private final Map<ModelRule, List<String>> rules;
  private final List<Sentence> sentences;
  private final String row;
  private final String rowSaid;

  /** A detail with places, and the same in the other language: {0} is the first place. */
  private record Sentence(Pattern english, String said) {
  }

  private FindingWords(String language, Map<ModelRule, List<String>> rules, List<Sentence> sentences, String row,
      String rowSaid) {
    this.language = language;
    this.rules = rules;
    this.sentences = sentences;
    this.row = row;
    this.rowSaid = rowSaid;
  }

  /** @throws IllegalArgumentException if it is neither {@code en} nor {@code zh} */
  public static FindingWords in(String language) {
    return switch (language) {
      case "en" -> ENGLISH;
      case "zh" -> new FindingWords("zh", rules(), sentences(), "^row (\\d+)", "第 $1 行");
      default -> throw new IllegalArgumentException("there is no language " + language);
    };
  }

  /** BCP 47. */
  public String language() {
    return language;
  }

  /** The rule in a sentence. */
  public String sentence(ModelRule rule) {
    List<String> said = rules.get(rule);
    return said == null ? rule.sentence() : said.get(0);
  }

  /** What to do. */
  public String remedy(ModelRule rule) {
    List<String> said = rules.get(rule);
    return said == null ? rule.remedy() : said.get(1);
  }

  /** What is wrong; what is too long to be a sentence stays as it is. */
  public String detail(Finding finding) {
    if (finding.detail().length() > LONGEST) {
      return finding.detail();
    }
    for (Sentence sentence : sentences) {
      Matcher fits = sentence.english().matcher(finding.detail());
      if (fits.matches()) {
        return FILLED.matcher(sentence.said()).replaceAll(place ->
            Matcher.quoteReplacement(fits.group(Integer.parseInt(place.group(1)) + 1)));
      }
    }
    return finding.detail();
  }

  /** The element by its name, its id in brackets. */
  public String element(Finding finding) {
    return finding.shownElement().replaceFirst(row, rowSaid);
  }

  private static Map<ModelRule, List<String>> rules() {
    Map<ModelRule, List<String>> rules = new HashMap<>();
    for (List<String> columns : rows("rules.zh.tsv")) {
      if (columns.size() == COLUMNS) {
        rules.put(ModelRule.valueOf(columns.get(0)), columns.subList(1, COLUMNS));
      }
    }
    return rules;
  }

  /** Those with more words of their own first: they fit better. */
  private static List<Sentence> sentences() {
    List<List<String>> rows = new ArrayList<>(rows("details.zh.tsv"));
    rows.sort((one, other) -> Integer.compare(own(other.get(0)), own(one.get(0))));
    return rows.stream().map(columns -> new Sentence(pattern(columns.get(0)), columns.get(1))).toList();
  }

  private static int own(String english) {
    return english.replace("{}", "").length();
  }

  private static Pattern pattern(String english) {
    StringBuilder pattern = new StringBuilder();
    String[] parts = english.split("\\{}", -1);
    for (int i = 0; i < parts.length; i++) {
      pattern.append(i > 0 ? "(.*?)" : "").append(Pattern.quote(parts[i]));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  private static List<List<String>> rows(String resource) {
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(FindingWords.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.split("\t"))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
