package io.remit.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.release.CommandWords.NotUnderstoodException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password goes where its user wants it to, and nowhere in clear. */
class RunningRemitTest {

  private static final Map<String, String> WITH_PASSWORD = Map.of(RunningRemit.PASSWORD, "secret");

  private static RunningRemit at(String url) {
    return RunningRemit.named(words("--user", "owner1", "--url", url), WITH_PASSWORD);
  }

  private static CommandWords words(String... words) {
    return CommandWords.read(List.of(words), RunningRemit.OPTIONS, Set.of("--dry-run"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://remit.example", "http://localhost.remit.example", "http://localhost@remit.example",
      "http://127.0.0.1.example:8080", "ftp://localhost", "localhost:8080", "//localhost", "file:///etc/passwd", "",
      "http://[::2]:8080", "not an address"})
  void aPasswordGoesToAnotherMachineOverHttpsAlone(String url) {
    assertThatThrownBy(() -> at(url)).isInstanceOf(NotUnderstoodException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://remit.example/", "http://localhost:8080", "http://127.0.0.1:8080//", "http://[::1]"})
  void itGoesOverHttpsAndWithinThisMachine(String url) {
    assertThat(at(url).url()).isEqualTo(url.replaceAll("/+$", ""));
  }

  @Test
  void withoutUserOrPasswordNobodyIsAsked() {
    assertThatThrownBy(() -> RunningRemit.named(words(), WITH_PASSWORD)).hasMessage("Say --user");
    assertThatThrownBy(() -> RunningRemit.named(words("--user", "owner1"), Map.of()))
        .hasMessageContaining("REMIT_PASSWORD");
  }

  @Test
  void wordsThatMeanNothingAreTold() {
    assertThatThrownBy(() -> words("--password", "secret")).hasMessage("There is no option --password");
    assertThatThrownBy(() -> words("--user", "a", "--user=b")).hasMessage("--user is there twice");
    assertThatThrownBy(() -> words("--user")).hasMessage("Say something behind --user");
    assertThatThrownBy(() -> words("--dry-run=no")).hasMessage("There is no option --dry-run");
    assertThatThrownBy(() -> words("one", "two").one()).hasMessage("Say what, once");
    assertThatThrownBy(() -> words("one").none()).hasMessage("Nothing was expected behind the command");
    assertThat(words("one", "--dry-run", "--user=b").has("--dry-run")).isTrue();
  }

  @Test
  void whatPeopleWroteDoesNotCommandATerminal() {
    assertThat(RunningRemit.plain("a\u001b[2Jb\u202Ec\nd")).isEqualTo("a?[2Jb?c\nd");
  }
}
