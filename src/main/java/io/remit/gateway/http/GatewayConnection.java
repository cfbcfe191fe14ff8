package io.remit.gateway.http;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Where a gateway is and how it is called.
 *
 * @param settings the prefix of the settings that it comes from, for messages to who sets them
 * @param url without what {@link JsonGateway} adds, such as {@code https://sms.example/v1}
 * @param token sent as a bearer token; empty if the gateway asks for none
 * @param connectTimeout how long to wait for a connection; a message is certainly not taken when it passes
 * @param readTimeout how long to wait for an answer; it is in doubt whether a message was taken when it passes
 */
public record GatewayConnection(String settings, URI url, String token, Duration connectTimeout, Duration readTimeout) {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** @throws IllegalArgumentException if the URL is missing or not one of HTTP */
  public GatewayConnection {
    if (url == null || url.getHost() == null || !SCHEMES.contains(url.getScheme())) {
      throw new IllegalArgumentException("Set " + settings + ".url to an address that begins with https:// or http://");
    }
  }

  /** Leaves the token out. */
  @Override
  public String toString() {
    return "GatewayConnection[" + url + "]";
  }
}
