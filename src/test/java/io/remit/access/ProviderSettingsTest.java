package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingsTest {

  private static final Map<String, List<String>> GROUPS =
      Map.of("collectors", List.of("Callers", "Everybody"), "camunda-admin", List.of("IT"), "partnera", List.of("A"));

  @Test
  void groupsAreThoseThatTheSettingsNameAndNoOthers() {
    ProviderSettings settings = settings("https://login.example", "secret", GROUPS);

    assertThat(settings.groupsOf(List.of("Everybody", "IT", "supervisors", "Board")))
        .containsExactly("camunda-admin", "collectors");
    assertThat(settings.groupsOf(List.of("camunda-admin", "callers", "Callers ", ""))).isEmpty();
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://login.example", "login.example", "ftp://login.example",
      "http://localhost.evil.example"})
  void aProviderThatAnybodyOnTheWayCouldBeIsRefused(String issuer) {
    assertThatThrownBy(() -> settings(issuer, "secret", GROUPS).check()).hasMessageContaining("https");
  }

  @Test
  void whatIsMissingIsNamedAtTheStart() {
    assertThatCode(() -> settings("", "", Map.of()).check()).doesNotThrowAnyException();
    assertThatCode(() -> settings("http://127.0.0.1:9000", "s", GROUPS).check()).doesNotThrowAnyException();
    assertThatThrownBy(() -> settings("https://login.example", "", GROUPS).check()).hasMessageContaining("SECRET");
    assertThatThrownBy(() -> settings("https://login.example", "s", Map.of()).check()).hasMessageContaining("groups");
    assertThatThrownBy(() -> settings("https://login.example", "s", Map.of("colectors", List.of("X"))).check())
        .hasMessageContaining("colectors");
  }

  private static ProviderSettings settings(String issuer, String secret, Map<String, List<String>> groups) {
    return new ProviderSettings(issuer, "remit", secret, Set.of(), "preferred_username", "groups", groups, "admin",
        Set.of(), false, Duration.ofHours(12));
  }
}
