package io.remit.gateway.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How call-backs are signed. */
class CallbackSignatureTest {

  private static final String SECRET = "first-secret-of-the-gateway-00001";
  private static final byte[] BODY = "{\"events\":[]}".getBytes(StandardCharsets.UTF_8);
  /** Made by openssl: {@code printf '1700000000.{"events":[]}' | openssl dgst -sha256 -hmac <secret> -hex}. */
  private static final String DIGITS = "5f4d348d73997c7e0df3c9a09de308c946611ea18bb35e2c7bed81e50cc53a12";

  @Test
  void aSignatureIsWhatOpensslMakesOfTheSame() {
    assertThat(CallbackSignature.of(SECRET, "1700000000", BODY)).isEqualTo("v1=" + DIGITS);
  }

  @Test
  void aSignatureOfAnyOfTheSecretsIsTaken() {
    CallbackSecrets both = new CallbackSecrets(List.of("second-secret-of-the-gateway-0002", SECRET));

    assertThat(CallbackSignature.verified(both, "1700000000", BODY, "v1=" + DIGITS)).contains(DIGITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1=", "v1=00", "v2=" + DIGITS, DIGITS, "v1=" + DIGITS + "00", "v1=" + DIGITS + " "})
  void anythingElseIsNot(String signature) {
    assertThat(CallbackSignature.verified(new CallbackSecrets(List.of(SECRET)), "1700000000", BODY, signature))
        .isEmpty();
  }

  @Test
  void whereThereIsNoSecretNothingIsTaken() {
    assertThat(CallbackSignature.verified(new CallbackSecrets(List.of()), "1700000000", BODY, "v1=" + DIGITS))
        .isEmpty();
  }

  @Test
  void aSecretThatCouldBeGuessedIsRefused() {
    assertThat(catchThrowable(() -> new CallbackSecrets(List.of("secret")))).isInstanceOf(
        IllegalArgumentException.class).hasMessageNotContaining("\"secret\"");
  }
}
