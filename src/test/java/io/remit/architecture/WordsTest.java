package io.remit.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary {@code docs/words.md} has one meaning for each word, and says in Chinese what staff read. */
class WordsTest {

  private final List<Entry> glossary = SourceTree.text(Path.of("docs", "words.md")).lines()
      .filter(line -> line.startsWith("| ") && !line.startsWith("| word |")).map(Entry::of).toList();

  /** A row. */
  private record Entry(String word, String chinese) {

    static Entry of(String line) {
      String[] cells = line.split("\\|");
      assertThat(cells).as(line).hasSizeGreaterThanOrEqualTo(4);
      return new Entry(cells[1].strip(), cells[2].strip());
    }
  }

  @Test
  void eachWordHasOneMeaning() {
    assertThat(glossary).hasSizeGreaterThan(80).extracting(Entry::word).doesNotHaveDuplicates();
    assertThat(glossary).allSatisfy(entry -> assertThat(entry.chinese()).as(entry.word()).matches("\\p{IsHan}+"));
  }

  @Test
  void theChineseIsThatOfTheScreens() {
    Map<String, Set<String>> onScreens = Stream.of("words", "forms").flatMap(WordsTest::translations)
        .collect(groupingBy(entry -> entry.word().toLowerCase(Locale.ROOT), mapping(Entry::chinese, toSet())));
    List<Entry> both = glossary.stream().filter(entry -> onScreens.containsKey(entry.word())).toList();

    assertThat(both).hasSizeGreaterThan(40).allSatisfy(entry -> assertThat(onScreens.get(entry.word()))
        .as(entry.word()).anyMatch(shown -> shown.contains(entry.chinese())));
  }

  private static Stream<Entry> translations(String list) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Path.of("bpmn", "words", list + ".zh.csv"))) {
      return rows.stream().map(row -> new Entry(row.getField("english"), row.getField("chinese"))).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
