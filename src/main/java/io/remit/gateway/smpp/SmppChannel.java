package io.remit.gateway.smpp;

import io.remit.cases.Channel;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.contact.text.SmsSegments;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/**
 * Delivers text messages to a message centre by SMPP 3.4.
 *
 * <p>A long text goes out in parts, of which the centre names each. Only the last part asks for a delivery receipt,
 * and its name is the {@link DeliveryReceipt}'s: so there is one report for one message, which says that the last
 * part arrived.
 */
class SmppChannel implements MessageChannel {

  static final String NAME = "smpp";

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final byte UNSET = 0;
  /** Between two tries of a later part that the centre was too busy for. */
  private static final long BUSY_PAUSE_MILLIS = 200;

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
   * doubt is a message whose answer did not come, and a long one of which some parts were taken and one was not.
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
    enterWindow();
    try {
      waitForTurn(parts.size());
      String messageId = submit(link.session(), message, parts);
      return new DeliveryReceipt(
          messageId.isEmpty() ? message.reference() : settings.messageIdForm().ofAnswer(messageId), clock.instant());
    } finally {
      window.release();
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

  private void enterWindow() {
    try {
      if (!window.tryAcquire(settings.responseTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new GatewayUnavailableException("too many messages wait for the centre's answer", null);
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void waitForTurn(int parts) {
    long wait = throughput.reserve(parts, settings.responseTimeout().toNanos());
    if (wait < 0) {
      throw new GatewayUnavailableException("more messages than may go out in a second", null);
    }
    try {
      TimeUnit.NANOSECONDS.sleep(wait);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** @return the centre's name for the last part */
  private String submit(SMPPSession session, OutgoingMessage message, List<ShortMessage> parts) {
    String messageId = submitFirst(session, message.recipient(), parts);
    for (int taken = 1; taken < parts.size(); taken++) {
      messageId = submitFurther(session, message.recipient(), parts, taken);
    }
    return messageId;
  }

  private String submitFirst(SMPPSession session, String recipient, List<ShortMessage> parts) {
    try {
      return submit(session, recipient, parts.get(0), parts.size() == 1);
    } catch (NegativeResponseException e) {
      throw notTaken(e.getCommandStatus());
    } catch (PDUException e) {
      throw new MessageRefusedException("the message breaks a limit of SMPP", false);
    } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
      throw inDoubt("the centre's answer did not come", e);
    }
  }

  /**
   * A part that the centre was too busy for was certainly not taken: it is tried again for as long as an answer may
   * take.
   */
  private String submitFurther(SMPPSession session, String recipient, List<ShortMessage> parts, int taken) {
    long giveUpAt = System.nanoTime() + settings.responseTimeout().toNanos();
    String which = "part " + (taken + 1) + " of " + parts.size();
    while (true) {
      try {
        return submit(session, recipient, parts.get(taken), taken == parts.size() - 1);
      } catch (NegativeResponseException e) {
        if (!SubmitStatus.isBusy(e.getCommandStatus()) || System.nanoTime() > giveUpAt) {
          throw inDoubt(which + " was not taken, those before were: " + SubmitStatus.inWords(e.getCommandStatus()), e);
        }
        pause(which);
      } catch (PDUException | ResponseTimeoutException | InvalidResponseException | IOException e) {
        throw inDoubt("the centre's answer to " + which + " did not come", e);
      }
    }
  }

  private static void pause(String which) {
    try {
      TimeUnit.MILLISECONDS.sleep(BUSY_PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw inDoubt("stopped before " + which, e);
    }
  }

  private String submit(SMPPSession session, String recipient, ShortMessage part, boolean last)
      throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException, IOException {
    String messageId = session.submitShortMessage("", settings.sourceTon(), settings.sourceNpi(),
        settings.sourceAddress(), TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, recipient.substring(1),
        new ESMClass(part.esmClass()), UNSET, UNSET, null, null,
        new RegisteredDelivery(last ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT), UNSET,
        new RawDataCoding(part.dataCoding()), UNSET, part.content(), part.parameters()).getMessageId();
    return messageId == null ? "" : messageId;
  }

  private RuntimeException notTaken(int status) {
    String words = SubmitStatus.inWords(status);
    return switch (SubmitStatus.of(status, settings)) {
      case LATER -> new GatewayUnavailableException("the centre does not take the message now: " + words, null);
      case INVALID_NUMBER -> new MessageRefusedException("the centre refuses the number: " + words, true);
      case REFUSED -> new MessageRefusedException("the centre refuses the message: " + words, false);
    };
  }

  /** The library's messages may hold what was sent, so only the kind of failure is told. */
  private static IllegalStateException inDoubt(String what, Exception failure) {
    return new IllegalStateException("In doubt: " + what + " (" + failure.getClass().getSimpleName() + ")");
  }

  private static GatewayUnavailableException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new GatewayUnavailableException("stopped before the message was sent", e);
  }
}
