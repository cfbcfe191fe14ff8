package io.remit.gateway.smpp;

import io.remit.contact.dispatch.DeliveryReports;
import io.remit.contact.incoming.IncomingTextParts;
import io.remit.contact.incoming.IncomingTexts;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Text messages go by SMPP with {@code remit.channels.sms=smpp}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "remit.channels.sms", havingValue = SmppChannel.NAME)
@EnableConfigurationProperties(SmppSettings.class)
class SmppConfiguration {

  @Bean
  SmppReceiver smppReceiver(SmppSettings settings, DeliveryReports reports, IncomingTexts texts,
      IncomingTextParts parts, Clock clock) {
    return new SmppReceiver(settings, reports, texts, parts, clock);
  }

  @Bean
  SmppLink smppLink(SmppSettings settings, SmppReceiver receiver) {
    return new SmppLink(settings.checked(), new SmppSockets(settings), receiver);
  }

  @Bean
  SmppChannel smppChannel(SmppSettings settings, SmppLink link, Clock clock) {
    return new SmppChannel(settings, link, clock);
  }
}
