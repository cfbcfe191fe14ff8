package io.remit.contact.treatment;

import io.remit.cases.Channel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the decision {@code next-treatment}.
 *
 * @param channel of a message, else null
 * @param template of a message, else null
 * @param waitDays how long the case rests after the treatment, at least a day
 */
public record TreatmentDecision(Treatment treatment, @Nullable Channel channel, @Nullable String template,
    int waitDays) {

  /**
   * Reads a row of the decision's result.
   *
   * @throws IllegalArgumentException if the row names no known treatment or channel, or a message without its text
   */
  public static TreatmentDecision of(Map<String, Object> row) {
    Treatment treatment = Treatment.valueOf(String.valueOf(row.get("treatment")));
    String channel = (String) row.get("channel");
    String template = (String) row.get("template");
    Object waitDays = row.get("waitDays");
    if (treatment == Treatment.MESSAGE && (channel == null || template == null)) {
      throw new IllegalArgumentException("next-treatment answers MESSAGE without a channel and a text");
    }
    return new TreatmentDecision(treatment, channel == null ? null : Channel.valueOf(channel), template,
        waitDays instanceof Number days ? Math.max(1, days.intValue()) : 1);
  }
}
