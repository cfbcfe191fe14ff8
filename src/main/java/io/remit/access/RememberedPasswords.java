package io.remit.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Which passwords were right a moment ago, so that a program that gives its own with each request does not cost a slow
 * hash each time. It keeps no password, but a code of it under a key that this process made and nobody else knows; what
 * it knows holds only while the user's hash in the database is the same.
 */
@Component
class RememberedPasswords {

  private static final Duration REMEMBERED = Duration.ofMinutes(5);
  private static final int MOST = 1_000;
  private static final String CODE = "HmacSHA256";

  private final SecretKeySpec key;
  private final Map<String, Right> right = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Right> eldest) {
      return size() > MOST;
    }
  };

  private record Right(byte[] code, String hash, long since) {
  }

  RememberedPasswords() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, CODE);
  }

  synchronized boolean wasRight(String userId, String password, String hash) {
    Right known = right.get(userId);
    return known != null && known.hash().equals(hash) && System.nanoTime() - known.since() < REMEMBERED.toNanos()
        && MessageDigest.isEqual(known.code(), code(password));
  }

  synchronized void remember(String userId, String password, String hash) {
    right.put(userId, new Right(code(password), hash, System.nanoTime()));
  }

  private byte[] code(String password) {
    try {
      Mac mac = Mac.getInstance(CODE);
      mac.init(key);
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
    }
  }
}
