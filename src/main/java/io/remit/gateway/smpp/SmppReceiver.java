package io.remit.gateway.smpp;

import io.remit.contact.DeliveryReport;
import io.remit.contact.DeliveryReports;
import io.remit.contact.IncomingText;
import io.remit.contact.IncomingTextPart;
import io.remit.contact.IncomingTextParts;
import io.remit.contact.IncomingTexts;
import io.remit.gateway.smpp.IncomingContent.Concatenation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the message centre sends: delivery receipts and the texts of debtors. The centre is told that it was taken
 * only after it was stored; if that failed it is told to come again.
 */
class SmppReceiver implements MessageReceiverListener {

  private static final Logger LOG = LoggerFactory.getLogger(SmppReceiver.class);

  /** The same text from the same sender is taken for a repetition of the centre's within this time, or twice as long. */
  private static final Duration REPETITION = Duration.ofMinutes(5);

  private final SmppSettings settings;
  private final ReceiptReader receipts;
  private final DeliveryReports reports;
  private final IncomingTexts texts;
  private final IncomingTextParts parts;
  private final Clock clock;

  SmppReceiver(SmppSettings settings, DeliveryReports reports, IncomingTexts texts, IncomingTextParts parts,
      Clock clock) {
    this.settings = settings;
    this.reports = reports;
    this.texts = texts;
    this.parts = parts;
    this.clock = clock;
    receipts = new ReceiptReader(settings);
  }

  @Override
  public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
    try {
      if (ReceiptReader.isAboutDelivery(message)) {
        takeReceipt(message);
      } else {
        takeText(message);
      }
    } catch (RuntimeException e) {
      // without the exception's message, which may quote what was to be stored
      LOG.error("Could not store what the message centre sent; it is to come again ({})", e.getClass().getName());
      throw new ProcessRequestException("not stored", SMPPConstant.STAT_ESME_RX_T_APPN);
    }
  }

  private void takeReceipt(DeliverSm message) {
    Optional<DeliveryReport> report = receipts.read(message, clock.instant());
    report.ifPresent(reports::receive);
    if (report.isEmpty()) {
      LOG.debug("A receipt without a message or a final state was passed over");
    }
  }

  private void takeText(DeliverSm message) {
    IncomingContent content = IncomingContent.of(message);
    String sender = SenderNumber.of(message.getSourceAddr(), message.getSourceAddrTon(), settings.country());
    Instant now = clock.instant();
    if (content.concatenation().isPresent()) {
      Concatenation place = content.concatenation().get();
      parts.receive(new IncomingTextPart(SmppChannel.NAME, sender, place.name(), place.count(), place.number(),
          content.text(), now));
      return;
    }
    String id = centresId(message);
    if (id != null) {
      texts.receive(new IncomingText(SmppChannel.NAME, id, sender, content.text(), now));
      return;
    }
    String fingerprint = fingerprint(sender, message.getDestAddress(), content.text());
    long period = now.toEpochMilli() / REPETITION.toMillis();
    if (!texts.known(SmppChannel.NAME, fingerprint + "-" + (period - 1))) {
      texts.receive(new IncomingText(SmppChannel.NAME, fingerprint + "-" + period, sender, content.text(), now));
    }
  }

  /** SMPP 3.4 has no name for an incoming text, but some centres give one in this parameter. */
  private static String centresId(DeliverSm message) {
    var parameter = message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    return parameter == null || parameter.getValueAsString().isEmpty() ? null : "id-" + parameter.getValueAsString();
  }

  private static String fingerprint(String sender, String destination, String text) {
    try {
      byte[] all = String.join("\n", sender, String.valueOf(destination), text).getBytes(StandardCharsets.UTF_16BE);
      return "text-" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public void onAcceptAlertNotification(AlertNotification notification) {
    LOG.debug("An alert notification was passed over");
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
    throw new ProcessRequestException("data_sm is not taken", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  @Override
  public void onAcceptEnquireLink(EnquireLink request, Session source) {
    LOG.trace("The message centre asks whether the link is up");
  }
}
