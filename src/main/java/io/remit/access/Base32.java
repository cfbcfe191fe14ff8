package io.remit.access;

/** Bytes as text that people can type: Base32 (RFC 4648), without the signs that fill it up. */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;
  private static final int LAST = 31;

  private Base32() {
  }

  static String of(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte next : bytes) {
      held = (held << Byte.SIZE) | Byte.toUnsignedInt(next);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(ALPHABET.charAt((held >> bits) & LAST));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((held << (BITS - bits)) & LAST));
    }
    return text.toString();
  }
}
