package io.remit.payment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names movements so that each has the same name whenever and in whatever file it comes. Where the bank gives a
 * reference, the name follows from the account, that reference, the value date, the amount and the direction; where it
 * gives none, from everything that is told of the movement and the statement's own number: two equal movements of two
 * statements are then two. Equal movements of one file are counted.
 */
final class TransactionReferences {

  private static final int LENGTH = 32;

  private final Map<String, Integer> occurrences = new HashMap<>();

  /** The name of a movement of which this is told; null stands for what is not told. */
  String next(Object... told) {
    StringBuilder text = new StringBuilder();
    for (Object part : told) {
      text.append(part == null ? "" : part).append('\u001f');
    }
    String name = "B-" + HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)))
        .substring(0, LENGTH);
    int occurrence = occurrences.merge(name, 1, Integer::sum);
    return occurrence == 1 ? name : name + "-" + occurrence;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
