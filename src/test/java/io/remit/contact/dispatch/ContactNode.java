package io.remit.contact.dispatch;

import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.OutgoingMessage;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/**
 * A node that sends, as a process of its own: all that {@link ContactApplication} has, the gateways by HTTP and SMPP,
 * and the dispatcher's threads. Its settings come as {@code name=value}. Says {@code node <its id>} when it is at work.
 */
@Import(ContactApplication.class)
@ImportAutoConfiguration(JacksonAutoConfiguration.class)
@ConfigurationPropertiesScan("io.remit.gateway.http")
@ComponentScan(basePackages = {"io.remit.gateway.http", "io.remit.gateway.smpp"},
    excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class))
public class ContactNode {

  /** Where the node writes down for which cases it asked a supervisor. */
  public static final String ASKED = "create table asked_supervisor (case_number varchar(64) not null)";

  public static void main(String[] settings) {
    System.out.println("node " + ContactApplication.startWith(ContactNode.class, settings).getBean(Dispatcher.class)
        .node());
  }

  /** In the transaction of who asks, as the real one does it. */
  @Bean
  @Primary
  UnclearDeliveries writtenDown(JdbcClient jdbc) {
    return caseNumber -> jdbc.sql("insert into asked_supervisor values (:case)").param("case", caseNumber).update();
  }

  /** {@code remit.slow-network.most}: how long a message travels at most to the gateway's door, and the answer back. */
  @Bean
  static BeanPostProcessor slowNetwork(Environment settings) {
    Duration most = settings.getProperty("remit.slow-network.most", Duration.class, Duration.ZERO);
    return new BeanPostProcessor() {

      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof MessageChannel channel && channel.name().equals("http-sms") && !most.isZero()
            ? new SlowNetwork(channel, most) : bean;
      }
    };
  }

  /** Widens the moments before and after the gateway is called, in which a node may die. */
  private record SlowNetwork(MessageChannel channel, Duration most) implements MessageChannel {

    @Override
    public String name() {
      return channel.name();
    }

    @Override
    public DeliveryReceipt deliver(OutgoingMessage message) {
      travel();
      DeliveryReceipt receipt = channel.deliver(message);
      travel();
      return receipt;
    }

    @Override
    public DeliveryStatus find(String reference) {
      return channel.find(reference);
    }

    private void travel() {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most.toNanos()));
    }
  }
}
