package io.remit.intake.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the orders of a payments file.
 *
 * @param unmatched kept until their account is known
 * @param left movements of a bank statement that are no debtor's payments, or not booked by the bank yet, by reason
 */
public record PaymentCounts(long posted, long duplicates, long unmatched, Map<String, Long> left) {

  public static final PaymentCounts NONE = new PaymentCounts(0, 0, 0, Map.of());

  /** The reason of those of older files, of which only the number was kept. */
  private static final String NOT_OURS = "NOT_OURS";

  public PaymentCounts {
    left = new TreeMap<>(left);
  }

  @JsonCreator
  static PaymentCounts stored(@JsonProperty("posted") long posted, @JsonProperty("duplicates") long duplicates,
      @JsonProperty("unmatched") long unmatched, @JsonProperty("left") JsonNode left) {
    Map<String, Long> reasons = new TreeMap<>();
    if (left != null && left.isObject()) {
      left.properties().forEach(reason -> reasons.put(reason.getKey(), reason.getValue().asLong()));
    } else if (left != null && left.asLong() > 0) {
      reasons.put(NOT_OURS, left.asLong());
    }
    return new PaymentCounts(posted, duplicates, unmatched, reasons);
  }
}
