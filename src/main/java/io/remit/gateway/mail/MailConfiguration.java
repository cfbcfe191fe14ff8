package io.remit.gateway.mail;

import io.remit.contact.dispatch.DeliveryReports;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.text.Placeholder;
import io.remit.contact.text.PublicAddress;
import io.remit.gate.OptOuts;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the e-mail gateway together, where it is asked for. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  /** Sends e-mails with {@code remit.channels.email=smtp}. */
  @Bean
  @ConditionalOnProperty(name = "remit.channels.email", havingValue = MailChannel.NAME)
  MailChannel mailChannel(MailSettings settings, SslBundles bundles, OptOutLinks links, MessageTexts texts,
      PublicAddress publicAddress, Clock clock, @Value("${remit.creditor.name}") String creditorName,
      @Value("${remit.creditor.phone}") String creditorPhone) {
    if (settings.host().isEmpty()) {
      throw new IllegalArgumentException("remit.channels.email=smtp needs remit.mail.host");
    }
    MailServer server = new MailServer(settings, SecureSockets.of(bundles, settings.sslBundle()));
    MailComposer composer = new MailComposer(settings, server.session(), links, texts, publicAddress, clock,
        Map.of(Placeholder.CREDITOR_NAME, creditorName, Placeholder.CONTACT_PHONE, creditorPhone));
    return new MailChannel(composer, server, clock);
  }

  /** Reads bounces where {@code remit.mail.bounces.host} names a mail server. */
  @Bean
  @ConditionalOnProperty(name = "remit.mail.bounces.host")
  BounceMailbox bounceMailbox(BounceSettings settings, MailSettings mail, SslBundles bundles, DeliveryReports reports,
      OptOutLinks links, OptOuts optOuts, Clock clock) {
    return new BounceMailbox(settings, SecureSockets.of(bundles, settings.sslBundle()),
        new BounceReader(new MessageIds(mail.domain())), reports, links, optOuts, clock);
  }
}
