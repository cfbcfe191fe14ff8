package io.remit.contact.incoming;

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
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The words by which people end text messages and allow them again, read from {@code stop-words.csv} and
 * {@code start-words.csv} beside the message texts that run. A word counts in whatever language the debtor is written
 * to: nobody is asked to say stop in the right one.
 */
@Component
class StopWords {

  private static final String STOP_FILE = "stop-words.csv";
  private static final String START_FILE = "start-words.csv";
  private static final List<String> COLUMNS = List.of("language", "word");
  private static final String AROUND = "[\\p{P}\\p{S}\\p{Z}\\p{C}\\s]";
  /** Looks at a run of blanks once, wherever it stands, and not anew from each of them. */
  private static final Pattern AT_THE_ENDS =
      Pattern.compile("^" + AROUND + "++|(?<!" + AROUND + ")" + AROUND + "++$");
  private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{C}\\s]+");

  private final RunningModels.Reading<Words> words;

  private record Words(Set<String> stop, Set<String> start) {
  }

  /** What somebody asks for with a text. */
  enum Wish {
    STOP, START,
    /** Neither; a person has to read it. */
    OTHER
  }

  /**
   * @throws MalformedMessageException if a file is missing or breaks a rule: without the words no STOP would be heard
   */
  StopWords(RunningModels models) {
    this.words = models.reading(StopWords::read);
  }

  private static Words read(ModelFolder models) {
    Set<String> stop = read(models, STOP_FILE);
    Set<String> start = read(models, START_FILE);
    start.stream().filter(stop::contains).findFirst().ifPresent(word -> {
      throw new MalformedMessageException(START_FILE, 1, "duplicate", word + " is in " + STOP_FILE + " too");
    });
    return new Words(stop, start);
  }

  /**
   * What a text asks for; only a word that is the whole text counts, whatever its case and the punctuation around it.
   */
  Wish wishOf(String text) {
    Words known = words.get();
    String word = normal(text);
    if (known.stop().contains(word)) {
      return Wish.STOP;
    }
    return known.start().contains(word) ? Wish.START : Wish.OTHER;
  }

  private static String normal(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return SPACE.matcher(AT_THE_ENDS.matcher(folded).replaceAll("")).replaceAll(" ");
  }

  private static Set<String> read(ModelFolder models, String name) {
    ModelFile file = models.file("messages/" + name).orElseThrow(() ->
        new MalformedMessageException(name, 1, "missing", "there is no such file beside the message texts"));
    Set<String> words = new HashSet<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().detectBomHeader(true)
        .ofNamedCsvRecord(new String(file.content(), StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        words.add(wordOf(row, name));
      }
    } catch (CsvParseException e) {
      throw new MalformedMessageException(name, 1, "csv", "the file is not a valid CSV file");
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + name, e);
    }
    return Set.copyOf(words);
  }

  private static String wordOf(NamedCsvRecord row, String name) {
    long line = row.getStartingLineNumber();
    if (!row.getHeader().equals(COLUMNS) || row.getFieldCount() != COLUMNS.size()) {
      throw new MalformedMessageException(name, line, "columns", "the columns must be " + String.join(",", COLUMNS));
    }
    String word = normal(row.getField("word"));
    if (row.getField("language").isBlank() || word.isEmpty()) {
      throw new MalformedMessageException(name, line, "required", "language and word must not be empty");
    }
    return word;
  }
}
