package io.remit.model;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message texts, their registers, and translations: text that nothing ever takes for more. */
final class TextRules {

  static final Pattern MESSAGE =
      Pattern.compile("messages/[a-z]+(-[a-z]+)*\\.[A-Za-z0-9-]{2,20}\\.[1-9]\\d{0,8}\\.txt");
  static final Pattern REGISTER = Pattern.compile("messages/[a-z]+(-[a-z]+)*\\.csv");
  static final Pattern WORDS = Pattern.compile("words/[a-z]+\\.[a-z]{2}\\.csv");
  private static final String FORM_TEXTS = "words/forms.";

  private static final Pattern EVALUATED =
      Pattern.compile("[$#*@~]\\{|<[A-Za-z/!?]|\\[\\[|\\[\\(|javascript:", Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}|[{}]");
  private static final Pattern PLACE = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final Pattern CELL_THAT_CALCULATES = Pattern.compile("(?:^|,)\"?\\s*=");

  private TextRules() {
  }

  static void check(String file, String text, ModelVocabulary vocabulary, List<Finding> found) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (file.startsWith(FORM_TEXTS)) {
        if (!ShownText.isPlain(line) || CELL_THAT_CALCULATES.matcher(line).find()) {
          report(file, i + 1, "it has markup, an address or an expression in it", found);
        }
      } else {
        Matcher evaluated = EVALUATED.matcher(line);
        if (evaluated.find()) {
          report(file, i + 1, "it has " + evaluated.group() + " in it", found);
        }
        int number = i + 1;
        BRACES.matcher(line).results().filter(braces -> !isPlace(file, braces, vocabulary))
            .forEach(braces -> report(file, number, braces.group() + " is no place that Remit fills in"
                + meant(braces, vocabulary), found));
      }
    }
  }

  private static boolean isPlace(String file, MatchResult braces, ModelVocabulary vocabulary) {
    String name = braces.group(1);
    return name != null
        && (MESSAGE.matcher(file).matches() ? vocabulary.placeholders().contains(name) : PLACE.matcher(name).matches());
  }

  private static String meant(MatchResult braces, ModelVocabulary vocabulary) {
    String name = braces.group(1);
    return name == null ? "" : Spelling.nearest(name, vocabulary.placeholders())
        .map(each -> "; is {" + each + "} meant?").orElse("");
  }

  private static void report(String file, int line, String detail, List<Finding> found) {
    found.add(new Finding(file, line, "", ModelRule.TEXT_IS_ONLY_TEXT, detail));
  }
}
