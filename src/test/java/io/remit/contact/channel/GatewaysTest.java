package io.remit.contact.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.cases.Channel;
import io.remit.contact.dispatch.ContactApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;

/** Settings choose the gateway of each channel. */
@Tag("long")
class GatewaysTest {

  /** With all gateways that could be chosen. */
  @Import(ContactApplication.class)
  @ComponentScan(basePackages = "io.remit.gateway.smpp",
      excludeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestController.class))
  static class WithSmpp {
  }

  @Test
  void everythingGoesIntoFilesUnlessASettingSaysOtherwise() {
    try (ConfigurableApplicationContext application = ContactApplication.start()) {
      Gateways gateways = application.getBean(Gateways.class);

      for (Channel channel : new Channel[] {Channel.SMS, Channel.EMAIL, Channel.LETTER, Channel.ROBOT_CALL}) {
        assertThat(gateways.of(channel).name()).isEqualTo("file");
      }
      assertThat(gateways.robotsCall()).as("a file calls nobody").isFalse();
    }
  }

  @Test
  void aGatewayWhoseReportsComeBackToWhatSendsIsMadeBesideIt() {
    try (ConfigurableApplicationContext application = ContactApplication.startWith(WithSmpp.class,
        "remit.channels.sms=smpp", "remit.smpp.system-id=remit", "remit.smpp.host=127.0.0.1", "remit.smpp.port=1")) {
      assertThat(application.getBean(Gateways.class).of(Channel.SMS).name()).isEqualTo("smpp");
    }
  }

  @Test
  void aGatewayThatThereIsNotEndsTheStartWithTheSettingsName() {
    assertThatThrownBy(() -> ContactApplication.start("remit.channels.letter=pigeon"))
        .hasMessage("remit.channels.letter: there is no gateway pigeon");
  }
}
