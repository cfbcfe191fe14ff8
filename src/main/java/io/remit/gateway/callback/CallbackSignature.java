package io.remit.gateway.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How call-backs are signed: HMAC-SHA256 over the time stamp, a full stop and the body, written as {@code v1=<hex>}.
 */
public final class CallbackSignature {

  /** Header with the time of signing, in seconds since 1970. */
  public static final String TIMESTAMP_HEADER = "Remit-Timestamp";
  /** Header with the signature. */
  public static final String SIGNATURE_HEADER = "Remit-Signature";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1=";

  private CallbackSignature() {
  }

  /** The value of {@link #SIGNATURE_HEADER} for a body that is sent with this value of {@link #TIMESTAMP_HEADER}. */
  public static String of(String secret, String timestamp, byte[] body) {
    return VERSION + HexFormat.of().formatHex(compute(secret, timestamp, body));
  }

  /**
   * Compares a signature with what each of the secrets would have made.
   *
   * @return the signature's digits, always in the same spelling, or nothing if none of the secrets made it
   */
  static Optional<String> verified(CallbackSecrets secrets, String timestamp, byte[] body, String signature) {
    byte[] claimed = signature.getBytes(StandardCharsets.UTF_8);
    for (String secret : secrets.values()) {
      String expected = of(secret, timestamp, body);
      // takes as long for a wrong guess as for a nearly right one
      if (MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), claimed)) {
        return Optional.of(expected.substring(VERSION.length()));
      }
    }
    return Optional.empty();
  }

  private static byte[] compute(String secret, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
    }
  }
}
