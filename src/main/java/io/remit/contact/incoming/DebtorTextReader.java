package io.remit.contact.incoming;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.contact.MalformedMessageException;
import io.remit.contact.conversation.Meaning;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.RunningModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What debtors mean by what they write, read from {@code debtor-words.csv} beside the message texts that run. Case,
 * accents and punctuation do not count; a phrase is found as whole words, in Chinese anywhere. Only what is sure acts
 * by itself: the rest is read by a person.
 */
@Component
class DebtorTextReader {

  private static final String FILE = "debtor-words.csv";
  private static final List<String> COLUMNS = List.of("language", "meaning", "counts", "phrase");
  private static final String COURTESY = "COURTESY";
  private static final String DOUBT = "DOUBT";
  private static final Pattern ACCENT = Pattern.compile("\\p{M}");
  private static final Pattern APOSTROPHE = Pattern.compile("['’‘`´]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern QUESTION = Pattern.compile("[?？]");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private final RunningModels.Reading<Language> language;

  /** All that the file has. */
  private record Language(List<Phrase> phrases, List<String> courtesies, List<String> doubts) {
  }

  /** Where a phrase has to stand to be sure. */
  private enum Counts {
    /** Wherever it stands. */
    ANYWHERE,
    /** If nothing is written beside it but courtesies. */
    ALONE,
    /** Never: a person has to read the text. */
    ASK
  }

  private record Phrase(Meaning meaning, Counts counts, String words) {
  }

  /**
   * What a text says.
   *
   * @param meaning what is sure; empty if nothing is
   * @param toBeRead whether it may mean something that only a person can tell
   */
  record Understood(Optional<Meaning> meaning, boolean toBeRead) {
  }

  /** @throws MalformedMessageException if the file is missing or breaks a rule */
  DebtorTextReader(RunningModels models) {
    this.language = models.reading(DebtorTextReader::read);
  }

  /** What a text says, in whatever language. */
  Understood understand(String text) {
    Language known = language.get();
    String words = normal(text);
    List<Phrase> all = known.phrases().stream().filter(phrase -> contains(words, phrase.words())).toList();
    // a part of a longer phrase says nothing by itself
    List<Phrase> found = all.stream().filter(phrase -> all.stream().noneMatch(longer ->
        !longer.words().equals(phrase.words()) && longer.counts() == Counts.ANYWHERE
            && contains(longer.words(), phrase.words()))).toList();
    String rest = without(words, found.stream().filter(phrase -> phrase.counts() == Counts.ANYWHERE)
        .map(Phrase::words).toList());
    boolean doubtful = QUESTION.matcher(text).find()
        || known.doubts().stream().anyMatch(doubt -> contains(rest, doubt));
    String alone = without(words, known.courtesies());
    Set<Meaning> sure = EnumSet.noneOf(Meaning.class);
    Set<Meaning> unsure = EnumSet.noneOf(Meaning.class);
    for (Phrase phrase : found) {
      boolean isSure = phrase.counts() == Counts.ANYWHERE && !doubtful
          || phrase.counts() == Counts.ALONE && alone.equals(phrase.words());
      (isSure ? sure : unsure).add(phrase.meaning());
    }
    unsure.removeAll(sure);
    boolean one = sure.size() == 1 && unsure.isEmpty();
    return new Understood(one ? sure.stream().findFirst() : stopIn(sure),
        !one && !(sure.isEmpty() && unsure.isEmpty()));
  }

  /** Whoever does not want texts gets none, whatever else they say. */
  private static Optional<Meaning> stopIn(Set<Meaning> sure) {
    return sure.contains(Meaning.STOP) ? Optional.of(Meaning.STOP) : Optional.empty();
  }

  private static boolean contains(String words, String phrase) {
    return HAN.matcher(phrase).find() ? words.contains(phrase) : (" " + words + " ").contains(" " + phrase + " ");
  }

  private static String without(String words, List<String> left) {
    String rest = " " + words + " ";
    for (String phrase : left) {
      rest = HAN.matcher(phrase).find() ? rest.replace(phrase, " ") : rest.replace(" " + phrase + " ", " ");
    }
    return rest.strip();
  }

  private static String normal(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replace("ß", "ss");
    String letters = APOSTROPHE.matcher(ACCENT.matcher(folded).replaceAll("")).replaceAll("");
    return BETWEEN_WORDS.matcher(letters).replaceAll(" ").strip();
  }

  private static Language read(ModelFolder models) {
    ModelFile file = models.file("messages/" + FILE).orElseThrow(() ->
        new MalformedMessageException(FILE, 1, "missing", "there is no such file beside the message texts"));
    Language read = new Language(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().detectBomHeader(true)
        .ofNamedCsvRecord(new String(file.content(), StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        add(row, read);
      }
      return read;
    } catch (CsvParseException e) {
      throw new MalformedMessageException(FILE, 1, "csv", "the file is not a valid CSV file");
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + FILE, e);
    }
  }

  private static void add(NamedCsvRecord row, Language read) {
    long line = row.getStartingLineNumber();
    if (!row.getHeader().equals(COLUMNS) || row.getFieldCount() != COLUMNS.size()) {
      throw new MalformedMessageException(FILE, line, "columns", "the columns must be " + String.join(",", COLUMNS));
    }
    String words = normal(row.getField("phrase"));
    if (row.getField("language").isBlank() || words.isEmpty()) {
      throw new MalformedMessageException(FILE, line, "required", "language and phrase must not be empty");
    }
    switch (row.getField("meaning")) {
      case COURTESY -> read.courtesies().add(words);
      case DOUBT -> read.doubts().add(words);
      default -> read.phrases().add(new Phrase(choice(row, "meaning", Meaning.class),
          choice(row, "counts", Counts.class), words));
    }
  }

  private static <E extends Enum<E>> E choice(NamedCsvRecord row, String column, Class<E> known) {
    return Arrays.stream(known.getEnumConstants())
        .filter(constant -> constant.name().equals(row.getField(column).toUpperCase(Locale.ROOT))).findFirst()
        .orElseThrow(() -> new MalformedMessageException(FILE, row.getStartingLineNumber(), column, "must be one of "
            + Arrays.stream(known.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
  }
}
