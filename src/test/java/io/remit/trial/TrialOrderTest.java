package io.remit.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialOrderTest {

  @TempDir
  Path folder;

  @Test
  void aFolderAloneIsThirtyDaysInWords() {
    TrialOrder order = TrialOrder.read(List.of(folder.toString()));

    assertThat(order).isEqualTo(new TrialOrder(folder, 30, 1000, TrialOrder.Answers.NOT_REACHED, false, Locale.ENGLISH,
        null, null, null, List.of()));
  }

  @Test
  void optionsComeInAnyOrderAndBothSpellings() {
    TrialOrder order = TrialOrder.read(List.of("--days=7", "--spring.profiles.active=demo", "--answers", "none",
        folder.toString(), "--format=json", "--cases", "all", "--language", "zh", "--from=2026-03-02T05:00:00Z",
        "--scratch-url", "jdbc:postgresql://localhost/scratch?ssl=true", "--scratch-user=me",
        "--remit.zone=Europe/Berlin"));

    assertThat(order).isEqualTo(new TrialOrder(folder, 7, Draw.ALL, TrialOrder.Answers.NONE, true, Locale.CHINESE,
        Instant.parse("2026-03-02T05:00:00Z"), "jdbc:postgresql://localhost/scratch?ssl=true", "me",
        List.of("--spring.profiles.active=demo", "--remit.zone=Europe/Berlin")));
  }

  @ParameterizedTest
  @CsvSource({"--days=0,--days is a number", "--days=4000,--days is a number", "--days=-1,--days is a number",
      "--answers=all,--answers is none", "--format=xml,--format is text", "--language=de,--language is en",
      "--from=tomorrow,--from is a moment", "--scratch-url=jdbc:h2:mem:x,--scratch-url is that of a PostgreSQL",
      "--depth=3,--depth is not known", "--days,--days needs a value", "--cases=0,--cases is a number",
      "--cases=many,--cases is a number",  "two,one folder is tried"})
  void whatIsNotUnderstoodIsSaid(String word, String why) {
    assertThatIllegalArgumentException().isThrownBy(() -> TrialOrder.read(List.of(folder.toString(), word)))
        .withMessageStartingWith(why);
  }

  @Test
  void withoutAFolderNothingIsTried() {
    assertThatIllegalArgumentException().isThrownBy(() -> TrialOrder.read(List.of("--days=3")))
        .withMessageContaining("which folder");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrialOrder.read(List.of(folder.resolve("none").toString())))
        .withMessageContaining("is no folder");
  }
}
