package io.remit.contact.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.remit.cases.Channel;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Which gateway carries the messages of a channel: {@code remit.channels.*}. */
@Component
public class Gateways implements SmartInitializingSingleton {

  private static final List<Channel> CARRIED = List.of(Channel.SMS, Channel.EMAIL, Channel.LETTER, Channel.ROBOT_CALL);
  /** How the settings name gateways whose own name says more. */
  private static final Map<String, String> NAMES = Map.of("SMS http", "http-sms", "ROBOT_CALL http", "robot");
  private static final String FILE = "file";

  private final ObjectProvider<MessageChannel> gateways;
  private final Environment settings;
  private final MeterRegistry meters;
  private final Map<Channel, MessageChannel> byChannel = new EnumMap<>(Channel.class);

  /** @param gateways looked up once all are made: what comes back through them needs much that needs this */
  Gateways(ObjectProvider<MessageChannel> gateways, Environment settings, MeterRegistry meters) {
    this.gateways = gateways;
    this.settings = settings;
    this.meters = meters;
  }

  /**
   * Finds the gateway of each channel.
   *
   * @throws IllegalArgumentException if a setting names a gateway that there is not; then Remit does not start
   */
  @Override
  public void afterSingletonsInstantiated() {
    Map<String, MessageChannel> byName = gateways.stream()
        .collect(Collectors.toMap(MessageChannel::name, Function.identity()));
    for (Channel channel : CARRIED) {
      String setting = "remit.channels." + channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
      String value = settings.getProperty(setting, FILE);
      MessageChannel gateway = byName.get(NAMES.getOrDefault(channel + " " + value, value));
      if (gateway == null) {
        throw new IllegalArgumentException(setting + ": there is no gateway " + value);
      }
      byChannel.put(channel, new TimedChannel(gateway, meters));
    }
  }

  /** The gateway of a channel. */
  public MessageChannel of(Channel channel) {
    return Objects.requireNonNull(byChannel.get(channel), "channel");
  }

  /** The gateways of all channels. */
  public Map<Channel, MessageChannel> byChannel() {
    return Map.copyOf(byChannel);
  }

  /** Whether robots can call: a file calls nobody. */
  public boolean robotsCall() {
    return !of(Channel.ROBOT_CALL).name().equals(FILE);
  }
}
