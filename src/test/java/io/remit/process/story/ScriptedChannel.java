package io.remit.process.story;

import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
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
  private Function<String, DeliveryStatus> search;
  private int deliveries;

  public ScriptedChannel(@Qualifier("fileChannel") MessageChannel file) {
    this.file = file;
    behave();
  }

  /** Does as usual again. */
  public void behave() {
    delivery = file::deliver;
    search = file::find;
    deliveries = 0;
  }

  public void onDelivery(Function<OutgoingMessage, DeliveryReceipt> scripted) {
    delivery = scripted;
  }

  public void onSearch(Function<String, DeliveryStatus> scripted) {
    search = scripted;
  }

  public int deliveries() {
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
  public DeliveryStatus find(String reference) {
    return search.apply(reference);
  }
}
