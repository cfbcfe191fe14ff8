package io.remit.contact;

import io.remit.cases.Channel;
import io.remit.gate.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The texts about what a debtor promised, was offered or agreed to, and about its end. There are no others. */
public enum MatterText {
  PROMISE_CONFIRMATION(Purpose.CONFIRMATION, Channel.SMS, Channel.EMAIL),
  PROMISE_REMINDER(Purpose.AGREED_REMINDER, Channel.SMS, Channel.EMAIL),
  PLAN_OFFER(Purpose.TERMS, Channel.EMAIL, Channel.SMS, Channel.LETTER),
  PLAN_ENDED(Purpose.TERMS, Channel.EMAIL, Channel.SMS, Channel.LETTER),
  SETTLEMENT_OFFER(Purpose.TERMS, Channel.EMAIL, Channel.SMS, Channel.LETTER);

  private final Purpose purpose;
  private final List<Channel> channels;

  MatterText(Purpose purpose, Channel... channels) {
    this.purpose = purpose;
    this.channels = List.of(channels);
  }

  /** The text of which a template is the wording for one channel; empty if it is about no matter. */
  public static Optional<MatterText> of(String template) {
    return Arrays.stream(values()).filter(text -> template.startsWith(text.written() + "-")).findFirst();
  }

  /** What the gate is to know of why it is sent. */
  public Purpose purpose() {
    return purpose;
  }

  /** By which it may go out, the best first. */
  public List<Channel> channels() {
    return channels;
  }

  /** The names of its wordings. */
  public List<String> templates() {
    return channels.stream().map(this::template).toList();
  }

  /** The name of its wording for a channel, such as {@code plan-offer-email}. */
  public String template(Channel channel) {
    return written() + "-" + channel.name().toLowerCase(Locale.ROOT);
  }

  /** The name of its templates without the channel, such as {@code plan-offer}. */
  private String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
