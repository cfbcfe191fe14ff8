package io.remit.access;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether administrators, supervisors and process owners give a code beside their password; see
 * {@code docs/security.md}.
 *
 * @param required null for: exactly when there is a key
 * @param key Base64 of the 32 bytes with which the secrets of the codes are encrypted; empty for none
 */
@ConfigurationProperties("remit.login.second-factor")
record SecondFactorSettings(@Nullable Boolean required, @DefaultValue("") String key) {

  boolean isRequired() {
    return required == null ? hasKey() : required;
  }

  boolean hasKey() {
    return !key.isBlank();
  }

  /**
   * With the key; without one, with one that nobody needs.
   *
   * @throws StartRefused that says what is missing
   */
  SecretCipher cipher() {
    if (!hasKey()) {
      if (isRequired()) {
        throw new StartRefused("Set REMIT_SECOND_FACTOR_KEY, or remit.login.second-factor.required=false: "
            + "without a key no second factor can be kept. Make one with: openssl rand -base64 32");
      }
      return SecretCipher.ofThisProcess();
    }
    return new SecretCipher(keyBytes());
  }

  private byte[] keyBytes() {
    try {
      byte[] bytes = Base64.getDecoder().decode(key.strip());
      if (bytes.length == SecretCipher.KEY_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // as any other that is no key
    }
    throw new StartRefused("Set REMIT_SECOND_FACTOR_KEY to the Base64 of 32 bytes, as openssl rand -base64 32 makes.");
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "SecondFactorSettings[required=" + isRequired() + "]";
  }
}
