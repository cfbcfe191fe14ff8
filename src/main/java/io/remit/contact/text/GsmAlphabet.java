package io.remit.contact.text;

import java.io.ByteArrayOutputStream;

/**
 * The alphabet that text messages are written in where it suffices: GSM 03.38 with its extension table. A character of
 * the table takes one septet, one of the extension table two: an escape and another septet.
 */
public final class GsmAlphabet {

  private static final int ESCAPE = 0x1B;

  /** In the order of their septets; at {@link #ESCAPE} stands what readers of unknown extensions are to show. */
  private static final String TABLE = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u00A0ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
      + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Characters, and below each of them in {@link #EXTENSION_SEPTETS} what follows the escape. */
  private static final String EXTENSION = "\f^{}\\[~]|€";
  private static final byte[] EXTENSION_SEPTETS = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

  private GsmAlphabet() {
  }

  /** How many septets a character takes: 1, 2, or 0 if the alphabet does not have it. */
  static int septetsOf(char character) {
    if (septet(character) >= 0) {
      return 1;
    }
    return EXTENSION.indexOf(character) >= 0 ? 2 : 0;
  }

  /** Whether all characters of a text are in the alphabet. */
  static boolean has(String text) {
    return text.chars().allMatch(character -> septetsOf((char) character) > 0);
  }

  /**
   * A text as gateways take it: one septet to an octet.
   *
   * @throws IllegalArgumentException if a character is not in the alphabet
   */
  public static byte[] encode(String text) {
    ByteArrayOutputStream septets = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      int extension = EXTENSION.indexOf(character);
      if (extension >= 0) {
        septets.write(ESCAPE);
        septets.write(EXTENSION_SEPTETS[extension]);
      } else if (septet(character) >= 0) {
        septets.write(septet(character));
      } else {
        throw new IllegalArgumentException("The text has a character that the GSM alphabet has not");
      }
    }
    return septets.toByteArray();
  }

  /** The text of septets, one to an octet; an octet that is none becomes a question mark. */
  public static String decode(byte[] septets) {
    StringBuilder text = new StringBuilder(septets.length);
    for (int at = 0; at < septets.length; at++) {
      int septet = septets[at] & 0xFF;
      if (septet == ESCAPE && at + 1 < septets.length && extension(septets[at + 1]) >= 0) {
        at++;
        text.append(EXTENSION.charAt(extension(septets[at])));
      } else {
        text.append(septet < TABLE.length() ? TABLE.charAt(septet) : '?');
      }
    }
    return text.toString();
  }

  /** @return -1 if the character is not in the table */
  private static int septet(char character) {
    int septet = TABLE.indexOf(character);
    return septet == ESCAPE ? -1 : septet;
  }

  private static int extension(byte septet) {
    for (int at = 0; at < EXTENSION_SEPTETS.length; at++) {
      if (EXTENSION_SEPTETS[at] == septet) {
        return at;
      }
    }
    return -1;
  }
}
