package io.remit.process;

import io.remit.contact.DeliveryReceipt;
import io.remit.contact.Whereabouts;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.OutgoingMessage;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;

/** The gateway of text messages in process tests: it writes files, unless a test has it do something else. */
@TestComponent
class ScriptedChannel implements MessageChannel {

  private final MessageChannel file;
  private Function<OutgoingMessage, DeliveryReceipt> delivery;
  private Function<String, Whereabouts> search;
  private int deliveries;

  ScriptedChannel(@Qualifier("fileChannel") MessageChannel file) {
    this.file = file;
    behave();
  }

  /** Does as usual again. */
  void behave() {
    delivery = file::deliver;
    search = file::find;
    deliveries = 0;
  }

  void onDelivery(Function<OutgoingMessage, DeliveryReceipt> scripted) {
    delivery = scripted;
  }

  void onSearch(Function<String, Whereabouts> scripted) {
    search = scripted;
  }

  int deliveries() {
    return deliveries;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public DeliveryReceipt deliver(OutgoingMessage message) {
    deliveries++;
    return delivery.apply(message);
  }

  @Override
  public Whereabouts find(String reference) {
    return search.apply(reference);
  }
}
