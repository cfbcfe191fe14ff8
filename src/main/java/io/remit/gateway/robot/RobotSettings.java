package io.remit.gateway.robot;

import io.remit.gateway.callback.CallbackSecrets;
import io.remit.gateway.http.GatewayConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The voice robot and how it is spoken to.
 *
 * @param url without {@code /calls}
 * @param token of Remit at the robot
 * @param callbackUrl where the robot is to report results, told with each call; null if it knows
 * @param callbackSecrets with which the robot signs, see {@link CallbackSecrets}
 */
@ConditionalOnProperty(name = "remit.channels.robot-call", havingValue = "http")
@ConfigurationProperties("remit.robot")
record RobotSettings(URI url, String token, @Nullable URI callbackUrl, List<String> callbackSecrets,
    @DefaultValue("3s") Duration connectTimeout, @DefaultValue("10s") Duration readTimeout) {

  GatewayConnection connection() {
    return new GatewayConnection("remit.robot", url, token, connectTimeout, readTimeout);
  }

  /** @throws IllegalArgumentException if there is none: without results, calls would be placed in vain */
  CallbackSecrets secrets() {
    CallbackSecrets secrets = new CallbackSecrets(callbackSecrets);
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("Set REMIT_ROBOT_CALLBACK_SECRETS: the robot signs its results with it");
    }
    return secrets;
  }

  /** Leaves the token and the secrets out. */
  @Override
  public String toString() {
    return "RobotSettings[" + url + "]";
  }
}
