package io.remit.contact.treatment;

import io.remit.cases.Channel;
import io.remit.contact.MatterText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A text that a step of a drawing may send by itself, and the channel that its name ends in. Texts about a promise, a
 * plan or an offer are none, nor are answers: they are sent by what they are about.
 */
public record StepText(String template, Channel channel) {

  private static final Set<String> ANSWERS = Set.of("dispute-", "complaint-answer-", "stop-confirmed-");
  /** What a robot says is a script, as what a person says. */
  private static final String ROBOT = "robot-";
  private static final String SCRIPT = "-script";

  /** The text of a name; empty if a step may not send it. */
  public static Optional<StepText> of(String template) {
    if (MatterText.of(template).isPresent() || ANSWERS.stream().anyMatch(template::startsWith)) {
      return Optional.empty();
    }
    return template.startsWith(ROBOT) && template.endsWith(SCRIPT)
        ? Optional.of(new StepText(template, Channel.ROBOT_CALL))
        : Arrays.stream(Channel.values()).filter(Channel::isMessage)
            .filter(channel -> template.endsWith("-" + channel.name().toLowerCase(Locale.ROOT))).findFirst()
            .map(channel -> new StepText(template, channel));
  }
}
