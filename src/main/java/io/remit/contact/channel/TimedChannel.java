package io.remit.contact.channel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import java.util.Optional;

/** A gateway whose hand-overs are timed, by how they end: {@code remit.gateway.handover}. */
record TimedChannel(MessageChannel channel, MeterRegistry registry) implements MessageChannel {

  @Override
  public String name() {
    return channel.name();
  }

  @Override
  public DeliveryReceipt deliver(OutgoingMessage message) {
    Timer.Sample sample = Timer.start(registry);
    String outcome = "doubt";
    try {
      DeliveryReceipt receipt = channel.deliver(message);
      outcome = "taken";
      return receipt;
    } catch (MessageRefusedException refused) {
      outcome = "refused";
      throw refused;
    } catch (GatewayUnavailableException unavailable) {
      outcome = "unavailable";
      throw unavailable;
    } finally {
      sample.stop(Timer.builder("remit.gateway.handover").description("How long a gateway took to take a message")
          .tag("gateway", name()).tag("channel", message.channel().name()).tag("outcome", outcome).register(registry));
    }
  }

  @Override
  public DeliveryStatus find(String reference) {
    return channel.find(reference);
  }

  @Override
  public boolean keepsItsOwnRecord() {
    return channel.keepsItsOwnRecord();
  }

  @Override
  public Optional<Boolean> reachable() {
    return channel.reachable();
  }
}
