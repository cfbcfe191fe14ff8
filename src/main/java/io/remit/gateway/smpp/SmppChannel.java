package io.remit.gateway.smpp;

import io.remit.cases.Channel;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.contact.text.SmsSegments;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Delivers text messages to a message centre by SMPP 3.4.
 *
 * <p>A long text goes out in parts, of which the centre names each; see {@link TextSubmission}. Only the last part
 * asks for a delivery receipt, and its name is the {@link DeliveryReceipt}'s: so there is one report for one message,
 * which says that the last part arrived.
 */
class SmppChannel implements MessageChannel {

  static final String NAME = "smpp";

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private final SmppSettings settings;
  private final SmppLink link;
  private final ShortMessages shortMessages;
  private final Throughput throughput;
  private final Semaphore window;
  private final Clock clock;

  SmppChannel(SmppSettings settings, SmppLink link, Clock clock) {
    this.settings = settings;
    this.link = link;
    this.clock = clock;
    shortMessages = new ShortMessages(settings.longTexts());
    throughput = new Throughput(settings.messagesPerSecond());
    window = new Semaphore(settings.window(), true);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Whether a session with the centre is bound. */
  @Override
  public Optional<Boolean> reachable() {
    return Optional.of(link.isBound());
  }

  /**
   * {@inheritDoc}
   *
   * <p>Any negative answer of the centre is certain: it has not taken the message (see {@link SubmitStatus}). In
   * doubt is a message whose answer did not come, and a long one of which some parts were taken and others were not.
   */
  @Override
  public DeliveryReceipt deliver(OutgoingMessage message) {
    if (message.channel() != Channel.SMS) {
      throw new IllegalArgumentException("SMPP carries text messages, not " + message.channel());
    }
    if (!NUMBER.matcher(message.recipient()).matches()) {
      throw new MessageRefusedException("not a phone number with its country code", true);
    }
    SmsSegments segments = SmsSegments.of(message.text().body());
    if (segments.count() > settings.maxSegments()) {
      throw new MessageRefusedException("the text takes " + segments.count() + " messages, more than the "
          + settings.maxSegments() + " allowed", false);
    }
    link.session();
    List<ShortMessage> parts = shortMessages.of(segments, message.reference());
    int places = Math.min(parts.size(), settings.window());
    enterWindow(places);
    try {
      long turn = waitForTurn(parts.size());
      String messageId = new TextSubmission(link.session(), settings, throughput, message.recipient().substring(1),
          parts).submit(turn);
      return new DeliveryReceipt(
          messageId.isEmpty() ? message.reference() : settings.messageIdForm().ofAnswer(messageId), clock.instant());
    } finally {
      window.release(places);
    }
  }

  /**
   * SMPP cannot be asked by a sender's own reference. Its {@code query_sm} asks by the centre's, which is just what
   * is not known of a message in doubt, and many centres do not offer it.
   */
  @Override
  public DeliveryStatus find(String reference) {
    return DeliveryStatus.cannotTell();
  }

  /** @param places all at once, so that no two texts wait for each other's */
  private void enterWindow(int places) {
    try {
      if (!window.tryAcquire(places, settings.responseTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new GatewayUnavailableException("too many messages wait for the centre's answer", null);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** @return the turn of the first part, as {@link Throughput} has it */
  private long waitForTurn(int parts) {
    OptionalLong turn = throughput.reserve(parts, settings.responseTimeout().toNanos());
    if (turn.isEmpty()) {
      throw new GatewayUnavailableException("more messages than may go out in a second", null);
    }
    try {
      TimeUnit.NANOSECONDS.sleep(turn.getAsLong() - System.nanoTime());
      return turn.getAsLong();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static GatewayUnavailableException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new GatewayUnavailableException("stopped before the message was sent", e);
  }
}
