package io.remit.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * How passwords are kept: bcrypt at the least cost that the OWASP Password Storage Cheat Sheet allows, so that guessing
 * at a stolen database is slow, and a flood of logins still leaves the machine to others. bcrypt sees no more than 72
 * bytes; so it gets the SHA-256 of what was typed, in Base64, and every character of a long password counts.
 */
@Component
final class PasswordHash implements PasswordEncryptor {

  /** By this name in front of it the engine knows which hash it is. */
  static final String NAME = "BCRYPT";
  private static final int COST = 10;

  private final BCryptPasswordEncoder bcrypt;

  @Autowired
  PasswordHash() {
    this(COST);
  }

  /** @param cost the binary logarithm of how often the hash is repeated */
  PasswordHash(int cost) {
    bcrypt = new BCryptPasswordEncoder(cost);
  }

  @Override
  public String encrypt(String password) {
    return bcrypt.encode(shortened(password));
  }

  @Override
  public boolean check(String password, String hash) {
    return bcrypt.matches(shortened(password), hash);
  }

  @Override
  public String hashAlgorithmName() {
    return NAME;
  }

  private static String shortened(String password) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
