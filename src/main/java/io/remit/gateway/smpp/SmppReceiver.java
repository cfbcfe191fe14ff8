package io.remit.gateway.smpp;

import io.remit.contact.DeliveryReport;
import io.remit.contact.dispatch.DeliveryReports;
import io.remit.contact.incoming.IncomingText;
import io.remit.contact.incoming.IncomingTextPart;
import io.remit.contact.incoming.IncomingTextParts;
import io.remit.contact.incoming.IncomingTexts;
import io.remit.gateway.smpp.IncomingContent.Concatenation;
import java.time.Clock;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what the message centre sends: delivery receipts and the texts of debtors. The centre is told that it was taken
 * only after it was stored; if that failed it is told to come again.
 */
class SmppReceiver implements MessageReceiverListener {

  private static final Logger LOG = LoggerFactory.getLogger(SmppReceiver.class);

  private static final int LONGEST_NAME = 65;

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
    receipts = new ReceiptReader(settings.messageIdForm(), settings.unknownSubscriberErrors());
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
    texts.receive(new IncomingText(SmppChannel.NAME, centresName(message), sender, content.text(), now));
  }

  /** SMPP 3.4 has no name for an incoming text, but some centres give one in this parameter; null if there is none. */
  private static @Nullable String centresName(DeliverSm message) {
    var parameter = message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    String name = parameter == null ? "" : parameter.getValueAsString();
    return name.isEmpty() || name.length() > LONGEST_NAME ? null : name;
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
