package io.remit.contact.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.remit.contact.MalformedMessageException;
import io.remit.contact.incoming.StopWords.Wish;
import io.remit.model.ModelsForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopWordsTest {

  private final StopWords shipped = new StopWords(ModelsForTests.shipped());

  @TempDir
  Path models;

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "stop", "Stop.", "  STOP!!! ", "\"Stop\"", "ＳＴＯＰ", "Stop all", "STOP  ALL", "Opt-out",
      "UNSUBSCRIBE", "T", "td", "TD。", "退订", "【退订】", "退訂！", "Stopp", "ABMELDEN", "Arrêt", "ARRET", "Baja",
      "Basta", "stop\n", "STOP 🛑"})
  void aWordThatSaysStopInAnyLanguageIsUnderstood(String text) {
    assertThat(shipped.wishOf(text)).isEqualTo(Wish.STOP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"START", "Unstop", "订阅", "恢复。", "Alta"})
  void aWordThatAsksForTextsAgainIsUnderstood(String text) {
    assertThat(shipped.wishOf(text)).isEqualTo(Wish.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "...", "Please stop calling my mother",
      "I will pay on Friday, do not stop the plan",
      "stopped", "I cannot start before Monday", "请不要退订", "fine", "yes", "OK"})
  void aSentenceIsLeftToAPerson(String text) {
    assertThat(shipped.wishOf(text)).isEqualTo(Wish.OTHER);
  }

  @Test
  void aTextOfManyBlanksIsReadAtOnce() {
    String blanks = " ".repeat(100_000);

    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> shipped.wishOf("please" + blanks + "stop")))
        .isEqualTo(Wish.OTHER);
    assertThat(shipped.wishOf(blanks + "stop" + blanks)).isEqualTo(Wish.STOP);
  }

  @Test
  void remitDoesNotStartWithoutTheWords() {
    assertThatThrownBy(() -> new StopWords(ModelsForTests.in(models)))
        .isInstanceOf(MalformedMessageException.class).hasMessageContaining("stop-words.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word,language\nstop,en\n", "language,word\nen\n", "language,word\nen,!!\n",
      "language,word\n,x\n"})
  void remitDoesNotStartWithAMalformedFile(String content) throws IOException {
    write("stop-words.csv", content);
    write("start-words.csv", "language,word\nen,start\n");

    assertThatThrownBy(() -> new StopWords(ModelsForTests.in(models)))
        .isInstanceOf(MalformedMessageException.class).hasMessageContaining("stop-words.csv");
  }

  @Test
  void aWordCannotMeanBoth() throws IOException {
    write("stop-words.csv", "language,word\nen,halt\n");
    write("start-words.csv", "language,word\nen,HALT!\n");

    assertThatThrownBy(() -> new StopWords(ModelsForTests.in(models)))
        .hasMessageContaining("halt");
  }

  private void write(String file, String content) throws IOException {
    Files.createDirectories(models.resolve("messages"));
    Files.writeString(models.resolve("messages").resolve(file), content);
  }
}
