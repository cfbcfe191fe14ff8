package io.remit.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.remit.contact.dispatch.DeliveryReports;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.text.PublicAddress;
import io.remit.gate.OptOuts;
import io.remit.gateway.GatewayDatabase;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class MailConfigurationTest {

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties({MailSettings.class, BounceSettings.class})
  static class Settings {
  }

  private final GatewayDatabase database = GatewayDatabase.h2();
  private final ApplicationContextRunner application = new ApplicationContextRunner()
      .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
      .withUserConfiguration(Settings.class, MailConfiguration.class)
      .withBean(OptOutLinks.class, database.jdbc(), database.transactions(), Clock.systemUTC())
      .withBean(MessageTexts.class, () -> mock(MessageTexts.class))
      .withBean(DeliveryReports.class, () -> mock(DeliveryReports.class))
      .withBean(OptOuts.class, () -> mock(OptOuts.class))
      .withBean(PublicAddress.class)
      .withBean(Clock.class, Clock::systemUTC)
      .withPropertyValues("remit.creditor.name=Example Bank", "remit.creditor.phone=+44 20 7946 0100");

  @Test
  void nothingOfEmailIsThereUnlessItIsAskedFor() {
    application.withPropertyValues("remit.channels.email=file", "remit.mail.bounces.password=")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(MailChannel.class)
            .doesNotHaveBean(BounceMailbox.class));
  }

  @Test
  void aServerAndASenderAreAllThatEmailNeeds() {
    application.withPropertyValues("remit.channels.email=smtp", "remit.mail.host=mail.bank.example",
        "remit.mail.from=service@bank.example", "remit.mail.bounces.host=mail.bank.example").run(context -> {
          assertThat(context).hasNotFailed().hasSingleBean(BounceMailbox.class);
          assertThat(context.getBean(MailChannel.class).name()).isEqualTo("smtp");
        });
  }

  @Test
  void withoutAServerOrASenderTheStartSaysWhatToSet() {
    application.withPropertyValues("remit.channels.email=smtp", "remit.mail.from=service@bank.example")
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("remit.mail.host"));
    application.withPropertyValues("remit.channels.email=smtp", "remit.mail.host=mail.bank.example")
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("remit.mail.from"));
    application.withPropertyValues("remit.mail.bounces.host=mail.bank.example")
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("remit.mail.from"));
  }

  @Test
  void aBundleOfCertificatesThatDoesNotExistIsNotPassedOver() {
    application.withPropertyValues("remit.channels.email=smtp", "remit.mail.host=mail.bank.example",
        "remit.mail.from=service@bank.example", "remit.mail.ssl-bundle=bank")
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("bank"));
  }
}
