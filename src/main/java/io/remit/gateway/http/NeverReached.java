package io.remit.gateway.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Tells a call that failed before the gateway could see it from one that may have had its effect. */
final class NeverReached {

  private static final List<Class<? extends Exception>> BEFORE_THE_REQUEST = List.of(ConnectException.class,
      HttpConnectTimeoutException.class, NoRouteToHostException.class, UnknownHostException.class,
      SSLHandshakeException.class);

  private NeverReached() {
  }

  static boolean by(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(cause -> BEFORE_THE_REQUEST.stream().anyMatch(type -> type.isInstance(cause)));
  }
}
