package io.remit.gateway.smpp;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * A session in which one thread has several submissions underway at a time. The library's own way to submit waits for
 * the answer before it returns.
 */
class WindowedSession extends SMPPSession {

  private static final String SUBMISSION = "submit_sm";
  private static final byte UNSET = 0;

  private final SmppSettings settings;
  private final Map<Integer, Submission> underway = new ConcurrentHashMap<>();

  WindowedSession(SmppSettings settings, ConnectionFactory sockets) {
    super(sockets);
    this.settings = settings;
  }

  /**
   * Writes a part of a text to the centre, behind all that was written before, and does not wait for the answer.
   *
   * @param recipient E.164, without the plus sign
   * @param receipt whether the centre is to report how the delivery ended
   * @throws PDUException if it breaks a limit of SMPP; nothing was written then
   * @throws IOException if it may have been written or not
   */
  Submission submit(String recipient, ShortMessage part, boolean receipt) throws PDUException, IOException {
    ensureTransmittable(SUBMISSION);
    int number = sequence().nextValue();
    Submission submission = new Submission(settings.responseTimeout(), () -> underway.remove(number));
    underway.put(number, submission);
    boolean written = false;
    try {
      pduSender().sendSubmitSm(connection().getOutputStream(), number, "", settings.sourceTon(), settings.sourceNpi(),
          settings.sourceAddress(), TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, recipient,
          new ESMClass(part.esmClass()), UNSET, UNSET, null, null,
          new RegisteredDelivery(receipt ? SMSCDeliveryReceipt.SUCCESS_FAILURE : SMSCDeliveryReceipt.DEFAULT), UNSET,
          new RawDataCoding(part.dataCoding()), UNSET, part.content(), part.parameters());
      written = true;
      return submission;
    } catch (IOException broken) {
      close();
      throw broken;
    } finally {
      if (!written) {
        underway.remove(number);
      }
    }
  }

  /** Where the library looks for whoever waits for the answer of a number. */
  @Override
  protected @Nullable PendingResponse<Command> removePendingResponse(int number) {
    Submission submission = underway.remove(number);
    return submission == null ? super.removePendingResponse(number) : submission;
  }
}
