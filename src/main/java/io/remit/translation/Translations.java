package io.remit.translation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.RunningModels;
import io.remit.translation.Translation.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The languages that Remit speaks to its staff: English, and Chinese as the files {@code words/*.zh.csv} beside the
 * models that run have it. Without them it is English alone.
 */
@Component
public class Translations {

  private static final List<String> WORD_COLUMNS = List.of("english", "chinese");
  private static final List<String> SENTENCE_COLUMNS = List.of("english", "detail", "chinese", "chinese_detail");

  /** An expression, and what begins markup. */
  private static final Pattern EVALUATED = Pattern.compile("\\{\\{.*?}}|^\\s*=.*|<|javascript:", Pattern.DOTALL);

  private final RunningModels.Reading<Translation> chinese;

  /** @throws IllegalArgumentException that names the file and the line, if one cannot be used */
  Translations(RunningModels models) {
    this.chinese = models.reading(Translations::chinese);
  }

  private static Translation chinese(ModelFolder models) {
    return new Translation(Locale.CHINESE, words(rows(models, "words.zh.csv", WORD_COLUMNS)),
        rows(models, "sentences.zh.csv", SENTENCE_COLUMNS).stream().map(Translations::sentence).toList(),
        words(checked(rows(models, "forms.zh.csv", WORD_COLUMNS))));
  }

  /** Into the language of whoever is answered now; English where that is nobody. */
  public Translation ofCaller() {
    LocaleContext caller = LocaleContextHolder.getLocaleContext();
    Locale wanted = caller == null ? null : caller.getLocale();
    return wanted == null ? Translation.ENGLISH : into(wanted);
  }

  /** Into a language; English where that is none that Remit speaks. */
  public Translation into(Locale wanted) {
    return spoken(wanted).equals(Locale.CHINESE) ? chinese.get() : Translation.ENGLISH;
  }

  /** The language that Remit speaks which comes nearest to the one wanted: Chinese or English. */
  public static Locale spoken(Locale wanted) {
    return wanted.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
  }

  private static Map<String, String> words(List<NamedCsvRecord> rows) {
    Map<String, String> words = new HashMap<>();
    rows.forEach(row -> words.put(row.getField("english"), row.getField("chinese")));
    return words;
  }

  /** The browser would evaluate a place that the form itself, which is checked as a model, does not have. */
  private static List<NamedCsvRecord> checked(List<NamedCsvRecord> formTexts) {
    formTexts.forEach(row -> EVALUATED.matcher(row.getField("chinese")).results().map(MatchResult::group)
        .filter(place -> !row.getField("english").contains(place)).findFirst().ifPresent(place -> {
          throw new IllegalArgumentException(
              "forms.zh.csv, line " + row.getStartingLineNumber() + ": the English text does not have " + place);
        }));
    return formTexts;
  }

  private static Row sentence(NamedCsvRecord row) {
    try {
      return new Row(new Template(row.getField("english"), row.getField("chinese")), row.getField("detail").isEmpty()
          ? null : new Template(row.getField("detail"), row.getField("chinese_detail")));
    } catch (IllegalArgumentException unusable) {
      throw new IllegalArgumentException(
          "sentences.zh.csv, line " + row.getStartingLineNumber() + ": " + unusable.getMessage(), unusable);
    }
  }

  private static List<NamedCsvRecord> rows(ModelFolder models, String name, List<String> columns) {
    @Nullable ModelFile file = models.file("words/" + name).orElse(null);
    if (file == null) {
      return List.of();
    }
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().detectBomHeader(true)
        .ofNamedCsvRecord(new String(file.content(), StandardCharsets.UTF_8))) {
      List<NamedCsvRecord> rows = reader.stream().toList();
      rows.stream().filter(row -> !row.getHeader().equals(columns) || row.getFieldCount() != columns.size()).findFirst()
          .ifPresent(row -> {
            throw new IllegalArgumentException(name + ", line " + row.getStartingLineNumber()
                + ": the columns must be " + String.join(",", columns));
          });
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + name, e);
    }
  }
}
