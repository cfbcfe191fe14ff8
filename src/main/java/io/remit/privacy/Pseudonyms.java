package io.remit.privacy;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names that stand for a debtor and the debtor's accounts from an erasure on. They are made up, and nothing keeps what
 * they stand for.
 *
 * @param accounts the pseudonym by the account number
 */
record Pseudonyms(String debtor, Map<String, String> accounts) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 12;

  /** New ones. */
  static Pseudonyms of(DebtorKeys keys) {
    Map<String, String> accounts = new LinkedHashMap<>();
    keys.accounts().forEach(account -> accounts.put(account, next()));
    return new Pseudonyms(next(), accounts);
  }

  static String next() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return "erased-" + HexFormat.of().formatHex(random);
  }
}
