package io.remit.gateway.smpp;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** A message centre in the tests' own process, which a test can tell what to answer. */
final class JsmppSmsc implements ServerMessageReceiverListener, AutoCloseable {

  /** What was submitted, in the order in which it came. */
  final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
  /** What each submission is answered with. */
  volatile int status = SMPPConstant.STAT_ESME_ROK;
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger mostWaiting = new AtomicInteger();
  private final int port;
  private final SMPPServerSessionListener listener;
  private volatile SMPPServerSession session;
  private volatile boolean closed;

  JsmppSmsc() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      // the library does not tell which one it took if it may choose
      port = free.getLocalPort();
    }
    listener = new SMPPServerSessionListener(port);
    listener.setPduProcessorDegree(20);
    Thread accepting = new Thread(this::accept, "jsmpp-smsc");
    accepting.setDaemon(true);
    accepting.start();
  }

  private void accept() {
    while (!closed) {
      try {
        SMPPServerSession accepted = listener.accept();
        accepted.setMessageReceiverListener(this);
        accepted.waitForBind(5000).accept("smsc");
        session = accepted;
      } catch (Exception e) {
        // the next one to connect is welcome all the same
      }
    }
  }

  int port() {
    return port;
  }

  /** The most submissions that waited for their answers at a time. */
  int mostWaiting() {
    return mostWaiting.get();
  }

  /** @return the status that Remit answered with */
  int sendReceipt(String text) throws Exception {
    return send("34911234567", SMPPConstant.ESMCLS_SMSC_DELIV_RECEIPT, (byte) 0,
        text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** @return the status that Remit answered with */
  int send(String sender, byte esmClass, byte dataCoding, byte[] content) throws Exception {
    try {
      session.deliverShortMessage("", TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, sender,
          TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, "12345", new ESMClass(esmClass), (byte) 0, (byte) 0,
          new RegisteredDelivery(0), new RawDataCoding(dataCoding), content);
      return SMPPConstant.STAT_ESME_ROK;
    } catch (NegativeResponseException e) {
      return e.getCommandStatus();
    }
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
    int now = waiting.incrementAndGet();
    mostWaiting.accumulateAndGet(now, Math::max);
    try {
      submitted.add(message);
      if (status != SMPPConstant.STAT_ESME_ROK) {
        throw new ProcessRequestException("as the test wants it", status);
      }
      return new SubmitSmResult(new MessageId(String.valueOf(ids.incrementAndGet())), null);
    } catch (PDUStringException e) {
      throw new IllegalStateException(e);
    } finally {
      waiting.decrementAndGet();
    }
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source)
      throws ProcessRequestException {
    throw unexpected();
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
    throw unexpected();
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm replacement, SMPPServerSession source) throws ProcessRequestException {
    throw unexpected();
  }

  @Override
  public void onAcceptCancelSm(CancelSm cancellation, SMPPServerSession source) throws ProcessRequestException {
    throw unexpected();
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession source)
      throws ProcessRequestException {
    throw unexpected();
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancellation, SMPPServerSession source)
      throws ProcessRequestException {
    throw unexpected();
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source)
      throws ProcessRequestException {
    throw unexpected();
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
    throw unexpected();
  }

  @Override
  public void onAcceptEnquireLink(EnquireLink request, Session source) {
    // answered by the library
  }

  private static ProcessRequestException unexpected() {
    return new ProcessRequestException("Remit does not ask for this", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    listener.close();
    if (session != null) {
      session.close();
    }
  }
}
