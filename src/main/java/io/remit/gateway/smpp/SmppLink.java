package io.remit.gateway.smpp;

import io.remit.contact.channel.GatewayUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one bound session with the message centre. It binds in the background, so that Remit starts without the centre,
 * and binds anew, after ever longer pauses, whenever the session ends.
 */
class SmppLink implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);

  /** Centres that close the connection as they answer the unbind are not waited for any longer. */
  private static final long FAREWELL_MILLIS = 1000;

  private final SmppSettings settings;
  private final SmppSockets sockets;
  private final MessageReceiverListener receiver;
  private @Nullable ScheduledExecutorService binding;
  private volatile @Nullable WindowedSession bound;
  private Duration pause;

  SmppLink(SmppSettings settings, SmppSockets sockets, MessageReceiverListener receiver) {
    this.settings = settings;
    this.sockets = sockets;
    this.receiver = receiver;
    this.pause = settings.reconnectAfter();
  }

  boolean isBound() {
    WindowedSession session = bound;
    return session != null && session.getSessionState().isTransmittable();
  }

  /** @throws GatewayUnavailableException if there is none at the moment */
  WindowedSession session() {
    WindowedSession session = bound;
    if (session == null || !session.getSessionState().isTransmittable()) {
      throw new GatewayUnavailableException("The message centre is not connected", null);
    }
    return session;
  }

  @Override
  public synchronized void start() {
    if (binding == null) {
      pause = settings.reconnectAfter();
      binding = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "smpp-bind");
        thread.setDaemon(true);
        return thread;
      });
      binding.execute(this::bind);
    }
  }

  @Override
  public void stop() {
    WindowedSession session = giveUp();
    if (session != null) {
      // without the lock: the session's own threads need it to end
      session.setTransactionTimer(FAREWELL_MILLIS);
      session.unbindAndClose();
    }
  }

  private synchronized @Nullable WindowedSession giveUp() {
    WindowedSession session = bound;
    bound = null;
    if (binding != null) {
      binding.shutdownNow();
      binding = null;
    }
    return session;
  }

  @Override
  public synchronized boolean isRunning() {
    return binding != null;
  }

  /** Early to start and late to stop, so that whoever sends has ended before the session does. */
  @Override
  public int getPhase() {
    return 0;
  }

  /** Runs in the one thread that binds. */
  private void bind() {
    WindowedSession session = new WindowedSession(settings, sockets);
    session.setMessageReceiverListener(receiver);
    session.setTransactionTimer(settings.responseTimeout().toMillis());
    session.setEnquireLinkTimer(Math.toIntExact(settings.enquireLink().toMillis()));
    session.addSessionStateListener((now, before, source) -> {
      if (before.isBound() && !now.isBound()) {
        lost(session);
      }
    });
    try {
      session.connectAndBind(settings.host(), settings.port(), new BindParameter(BindType.BIND_TRX, settings.systemId(),
          settings.password(), settings.systemType(), TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null),
          settings.responseTimeout().toMillis());
      if (!keep(session)) {
        session.unbindAndClose();
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("Could not bind to the message centre at {}:{} as {}: {}; next try in {} s", settings.host(),
          settings.port(), settings.systemId(), reason(e), pause.toMillis() / 1000.0);
      bindAfterPause();
    }
  }

  /** @return false if it is not wanted any more */
  private synchronized boolean keep(WindowedSession session) {
    if (binding == null) {
      return false;
    }
    bound = session;
    pause = settings.reconnectAfter();
    LOG.info("Bound to the message centre at {}:{} as {}", settings.host(), settings.port(), settings.systemId());
    if (session.getSessionState() == SessionState.CLOSED) {
      // it ended before it was kept, when its end was nobody's concern yet
      lost(session);
    }
    return true;
  }

  private synchronized void lost(WindowedSession session) {
    if (bound == session) {
      bound = null;
      if (binding != null) {
        LOG.warn("Lost the message centre at {}:{}; next try in {} s", settings.host(), settings.port(),
            pause.toMillis() / 1000.0);
        bindAfterPause();
      }
    }
  }

  private synchronized void bindAfterPause() {
    if (binding != null) {
      try {
        var unused = binding.schedule(this::bind, pause.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        LOG.debug("Stopped while about to bind");
      }
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(settings.reconnectAtMost()) < 0 ? doubled : settings.reconnectAtMost();
    }
  }

  /** The library names values in its messages, so only the kind of failure is told. */
  private static String reason(Exception failure) {
    if (failure.getCause() instanceof NegativeResponseException negative) {
      int status = negative.getCommandStatus();
      return switch (status) {
        case SMPPConstant.STAT_ESME_RINVPASWD -> "it refuses the password";
        case SMPPConstant.STAT_ESME_RINVSYSID -> "it does not know the system id";
        case SMPPConstant.STAT_ESME_RALYBND -> "it says that this system id is bound already";
        default -> SubmitStatus.inWords(status);
      };
    }
    if (failure.getCause() instanceof ResponseTimeoutException) {
      return "it did not answer the bind, as some do that refuse it";
    }
    return failure.getClass().getSimpleName();
  }
}
