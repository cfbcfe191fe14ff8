package io.remit.gateway.http;

import io.remit.gateway.callback.CallbackSecrets;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMS gateway and how it is spoken to.
 *
 * @param url without {@code /messages}
 * @param token of Remit at the gateway
 * @param callbackUrl where the gateway is to report deliveries, told with each message; null if it knows
 * @param callbackSecrets with which the gateway signs, see {@link CallbackSecrets}
 * @param lookUp whether the gateway can be asked for a message by its reference
 */
@ConditionalOnProperty(name = "remit.channels.sms", havingValue = "http")
@ConfigurationProperties("remit.http-sms")
record HttpSmsSettings(URI url, String token, @Nullable URI callbackUrl, List<String> callbackSecrets,
    @DefaultValue("3s") Duration connectTimeout, @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("true") boolean lookUp) {

  GatewayConnection connection() {
    return new GatewayConnection("remit.http-sms", url, token, connectTimeout, readTimeout);
  }

  CallbackSecrets secrets() {
    return new CallbackSecrets(callbackSecrets);
  }

  /** Leaves the token and the secrets out. */
  @Override
  public String toString() {
    return "HttpSmsSettings[" + url + "]";
  }
}
