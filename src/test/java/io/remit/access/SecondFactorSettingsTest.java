package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondFactorSettingsTest {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

  @Test
  void itIsRequiredExactlyWhereThereIsAKeyUnlessTheSettingsSayOtherwise() {
    assertThat(new SecondFactorSettings(null, "").isRequired()).isFalse();
    assertThat(new SecondFactorSettings(null, KEY).isRequired()).isTrue();
    assertThat(new SecondFactorSettings(false, KEY).isRequired()).isFalse();
    assertThat(new SecondFactorSettings(true, KEY)).hasToString("SecondFactorSettings[required=true]");
  }

  @Test
  void withoutTheKeyThatItNeedsRemitDoesNotStart() {
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> new SecondFactorSettings(true, " ").cipher())
        .withMessageStartingWith("Set REMIT_SECOND_FACTOR_KEY, or remit.login.second-factor.required=false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no base 64", "AAAA", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIj"})
  void whatIsNoKeyIsRefusedAndNotRepeated(String key) {
    assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> new SecondFactorSettings(null, key).cipher())
        .withMessageStartingWith("Set REMIT_SECOND_FACTOR_KEY to the Base64 of 32 bytes")
        .withMessageNotContaining(key);
  }

  @Test
  void whatIsEncryptedIsReadOnlyWithItsKeyForItsPurposeAndUnchanged() {
    SecretCipher cipher = new SecondFactorSettings(null, KEY).cipher();
    byte[] encrypted = cipher.encrypt(TEXT, "one");
    byte[] changed = encrypted.clone();
    changed[changed.length - 1] ^= 1;

    assertThat(cipher.decrypt(encrypted, "one").orElseThrow()).isEqualTo(TEXT);
    assertThat(cipher.encrypt(TEXT, "one")).isNotEqualTo(encrypted);
    assertThat(cipher.decrypt(encrypted, "two")).isEmpty();
    assertThat(cipher.decrypt(changed, "one")).isEmpty();
    assertThat(cipher.decrypt(new byte[3], "one")).isEmpty();
    assertThat(SecretCipher.ofThisProcess().decrypt(encrypted, "one")).isEmpty();
  }
}
