package io.remit.access;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes that a phone shows for a while: TOTP (RFC 6238) as all apps have it, six digits by HMAC-SHA-1 for steps of
 * 30 seconds. A code counts in its step and in the one before and after: clocks differ, and people type slowly.
 */
final class TimeCodes {

  static final int DIGITS = 6;
  static final int STEP_SECONDS = 30;
  static final int SECRET_BYTES = 20;

  private static final int STEPS_ASIDE = 1;

  private final Clock clock;
  private final HmacOneTimePasswordGenerator generator = new HmacOneTimePasswordGenerator(DIGITS);

  /** @param clock of the real world, in which phones are */
  TimeCodes(Clock clock) {
    this.clock = clock;
  }

  /** The newest step, of those that count now, whose code this is; empty if it is none's. */
  OptionalLong stepOf(byte[] secret, String code) {
    byte[] given = code.getBytes(StandardCharsets.UTF_8);
    long now = step();
    return LongStream.rangeClosed(now - STEPS_ASIDE, now + STEPS_ASIDE)
        .filter(step -> MessageDigest.isEqual(at(secret, step).getBytes(StandardCharsets.UTF_8), given)).max();
  }

  long step() {
    return Math.floorDiv(clock.instant().getEpochSecond(), STEP_SECONDS);
  }

  String at(byte[] secret, long step) {
    try {
      return generator.generateOneTimePasswordString(new SecretKeySpec(secret, generator.getAlgorithm()), step,
          Locale.ROOT);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException("Any bytes are a key of an HMAC", impossible);
    }
  }
}
