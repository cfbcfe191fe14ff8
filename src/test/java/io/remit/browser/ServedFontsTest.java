package io.remit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Remit says in Chinese is written in the characters of the font that comes with the pages: those of GB 2312. */
class ServedFontsTest {

  private static final int FIRST_CHINESE = 0x2E80;
  private static final Path WEB_APPS = Path.of("src/main/resources/META-INF/resources/webjars/camunda/app");

  @Test
  void everyChineseCharacterOfThePagesIsInTheServedFont() throws IOException {
    CharsetEncoder served = Charset.forName("GB2312").newEncoder();
    IntPredicate chinese = character -> character >= FIRST_CHINESE;
    for (Path text : texts()) {
      List<String> unserved = Files.readString(text).codePoints().filter(chinese).mapToObj(Character::toString)
          .filter(character -> !served.canEncode(character)).distinct().toList();
      assertThat(unserved).as("%s", text).isEmpty();
    }
    assertThat(texts().stream().map(path -> path.getFileName().toString()))
        .contains("words.zh.csv", "sentences.zh.csv", "forms.zh.csv", "zh.json", "texts-zh.js");
  }

  private static List<Path> texts() throws IOException {
    try (Stream<Path> words = Files.walk(Path.of("bpmn/words")); Stream<Path> pages = Files.walk(WEB_APPS)) {
      return Stream.concat(words, pages).filter(path -> path.toString().matches(".*\\.(csv|js|json)"))
          .collect(Collectors.toList());
    }
  }
}
