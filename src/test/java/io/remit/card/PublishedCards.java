package io.remit.card;

import java.util.ArrayList;
import java.util.List;

/** Card numbers that schemes and payment services publish for tests, and odd ways to write them. */
public final class PublishedCards {

  public static final List<String> NUMBERS = List.of("4111111111111111", "4012888888881881", "4222222222222",
      "4242424242424242", "4000056655665556", "5555555555554444", "5105105105105100", "2223003122003222",
      "2720990000000007", "378282246310005", "371449635398431", "378734493671000", "30569309025904", "38520000023237",
      "36227206271667", "6011111111111117", "6011000990139424", "3530111333300000", "3566002020360505",
      "6200000000000005", "6759649826438453", "6304000000000000", "2201382000000013");

  private static final char[] FULL_WIDTH = Character.toChars(0xFF10);

  private PublishedCards() {
  }

  /** Ways to write a number. */
  public static List<String> spellings(String number) {
    List<String> spellings = new ArrayList<>(List.of(number));
    for (String sign : List.of(" ", "-", ".", "  ", " - ", "\u00a0", "\u2013", "/", "\n", "_")) {
      spellings.add(inPieces(number, 4, sign));
    }
    spellings.add(inPieces(number, 1, " "));
    spellings.add(inPieces(number, 2, " "));
    spellings.add(inPieces(number, 8, " "));
    StringBuilder wide = new StringBuilder();
    number.chars().forEach(digit -> wide.append((char) (FULL_WIDTH[0] + digit - '0')));
    spellings.add(wide.toString());
    return spellings;
  }

  private static String inPieces(String number, int length, String sign) {
    StringBuilder written = new StringBuilder();
    for (int place = 0; place < number.length(); place++) {
      written.append(place > 0 && place % length == 0 ? sign : "").append(number.charAt(place));
    }
    return written.toString();
  }
}
