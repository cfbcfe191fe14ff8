package io.remit.card;

import java.util.List;

/**
 * By which first digits the numbers of a card scheme are known, and how long they are (ISO/IEC 7812, and what the
 * schemes publish).
 */
enum CardScheme {
  VISA(List.of(range("4", "4")), List.of(13, 16, 19)),
  MASTERCARD(List.of(range("51", "55"), range("2221", "2720")), List.of(16)),
  AMERICAN_EXPRESS(List.of(range("34", "34"), range("37", "37")), List.of(15)),
  DINERS(List.of(range("300", "305"), range("3095", "3095"), range("36", "36"), range("38", "39")), List.of(14, 16)),
  DISCOVER(List.of(range("6011", "6011"), range("644", "649"), range("65", "65")), List.of(16, 19)),
  JCB(List.of(range("3528", "3589")), List.of(16, 19)),
  UNION_PAY(List.of(range("62", "62"), range("8100", "8171")), List.of(16, 17, 18, 19)),
  MAESTRO(List.of(range("5018", "5018"), range("5020", "5020"), range("5038", "5038"), range("5893", "5893"),
      range("6304", "6304"), range("6759", "6759"), range("6761", "6763")), List.of(13, 14, 15, 16, 17, 18, 19)),
  MIR(List.of(range("2200", "2204")), List.of(16)),
  RUPAY(List.of(range("508", "508"), range("60", "60")), List.of(16));

  private final List<Range> ranges;
  private final List<Integer> lengths;

  CardScheme(List<Range> ranges, List<Integer> lengths) {
    this.ranges = ranges;
    this.lengths = lengths;
  }

  /** First digits from one to another, both as long. */
  private record Range(String first, String last) {

    private boolean begins(String digits) {
      String start = digits.substring(0, first.length());
      return start.compareTo(first) >= 0 && start.compareTo(last) <= 0;
    }
  }

  private static Range range(String first, String last) {
    return new Range(first, last);
  }

  /** Whether digits can be a number of some scheme: by their beginning and by how many they are. */
  static boolean knows(String digits) {
    for (CardScheme scheme : values()) {
      if (scheme.lengths.contains(digits.length()) && scheme.ranges.stream().anyMatch(range -> range.begins(digits))) {
        return true;
      }
    }
    return false;
  }
}
