package io.remit.contact.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.contact.MalformedMessageException;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.RunningModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The words by which a text speaks of court, read from {@code court-words.csv} beside the message texts that run.
 * They count in whatever language a text is.
 */
@Component
class CourtWords {

  private static final String FILE = "court-words.csv";
  private static final List<String> COLUMNS = List.of("language", "word");
  private static final int WHOLE_WORDS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private final RunningModels.Reading<Words> words;

  /** @param found what was looked for before */
  private record Words(Pattern any, Map<ApprovedText, Boolean> found) {

    boolean areIn(ApprovedText text) {
      return found.computeIfAbsent(text, each -> Stream.of(each.subject(), each.body()).filter(Objects::nonNull)
          .anyMatch(part -> any.matcher(part).find()));
    }
  }

  /**
   * @throws MalformedMessageException if the file is missing or breaks a rule: without the words no threat would be
   *     seen
   */
  CourtWords(RunningModels models) {
    this.words = models.reading(CourtWords::read);
  }

  private static Words read(ModelFolder models) {
    ModelFile file = models.file("messages/" + FILE).orElseThrow(() ->
        new MalformedMessageException(FILE, 1, "missing", "there is no such file beside the message texts"));
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().detectBomHeader(true)
        .ofNamedCsvRecord(new String(file.content(), StandardCharsets.UTF_8))) {
      String any = rows.stream().map(CourtWords::asPattern).collect(Collectors.joining("|"));
      return new Words(Pattern.compile(any, WHOLE_WORDS), new ConcurrentHashMap<>());
    } catch (CsvParseException e) {
      throw new MalformedMessageException(FILE, 1, "csv", "the file is not a valid CSV file");
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + FILE, e);
    }
  }

  /** Whether a text speaks of court, in its subject or its body. */
  boolean areIn(ApprovedText text) {
    return words.get().areIn(text);
  }

  /** A word stands by itself, but for scripts that put no space between words. */
  private static String asPattern(NamedCsvRecord row) {
    if (!row.getHeader().equals(COLUMNS) || row.getFieldCount() != COLUMNS.size() || row.getField("word").isBlank()) {
      throw new MalformedMessageException(FILE, row.getStartingLineNumber(), "columns",
          "each line has a language and a word: " + String.join(",", COLUMNS));
    }
    String word = row.getField("word").strip();
    String quoted = Pattern.quote(word);
    return word.codePoints().anyMatch(Character::isIdeographic) ? quoted : "\\b" + quoted + "\\b";
  }
}
