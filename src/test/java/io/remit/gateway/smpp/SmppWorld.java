package io.remit.gateway.smpp;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.remit.cases.Channel;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryReport;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.contact.dispatch.DeliveryReports;
import io.remit.contact.incoming.IncomingTextParts;
import io.remit.contact.incoming.IncomingTexts;
import io.remit.contact.incoming.IncomingTextsWorld;
import io.remit.gate.RenderedText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** The gateway as it runs in Remit, against a message centre on this machine. */
final class SmppWorld implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final String PASSWORD = "secret";

  /** What the centre reported, oldest first. */
  final List<DeliveryReport> reports = Collections.synchronizedList(new ArrayList<>());
  /** How many reports from now on cannot be stored. */
  final AtomicInteger reportsToFail = new AtomicInteger();
  final IncomingTextsWorld texts;
  final SmppLink link;
  final SmppChannel channel;

  /** @param settings those of {@code remit.smpp} that matter, by their names */
  SmppWorld(int port, Map<String, Object> settings) {
    useShippedLogLevels();
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    texts = new IncomingTextsWorld(dataSource);
    SmppSettings bound = settings(port, settings);
    SmppReceiver receiver = new SmppReceiver(bound, deliveryReports(), texts.get(IncomingTexts.class),
        texts.get(IncomingTextParts.class), texts.clock);
    link = new SmppLink(bound.checked(), new SmppSockets(bound), receiver);
    channel = new SmppChannel(bound, link, texts.clock);
    link.start();
  }

  static SmppSettings settings(int port, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(Map.of("remit.smpp.host", "localhost", "remit.smpp.port", port,
        "remit.smpp.system-id", "remit", "remit.smpp.password", PASSWORD, "remit.smpp.source-address", "12345",
        "remit.smpp.response-timeout", "3s", "remit.smpp.reconnect-after", "50ms",
        "remit.smpp.reconnect-at-most", "200ms", "remit.smpp.messages-per-second", "0"));
    settings.forEach((name, value) -> all.put("remit.smpp." + name, value));
    return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("remit.smpp", SmppSettings.class);
  }

  /** Without an application the levels of application.yml would not hold, and the log could not be judged. */
  private static void useShippedLogLevels() {
    LoggingSystem logging = LoggingSystem.get(SmppWorld.class.getClassLoader());
    logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
    try {
      String prefix = "logging.level.";
      EnumerablePropertySource<?> shipped = (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
          .load("shipped", new ClassPathResource("application.yml")).get(0);
      for (String name : shipped.getPropertyNames()) {
        if (name.startsWith(prefix)) {
          logging.setLogLevel(name.substring(prefix.length()),
              LogLevel.valueOf(String.valueOf(shipped.getProperty(name)).toUpperCase(Locale.ROOT)));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private DeliveryReports deliveryReports() {
    DeliveryReports recorder = mock(DeliveryReports.class);
    doAnswer(call -> {
      if (reportsToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("the database is away; 34911234567");
      }
      reports.add(call.getArgument(0));
      return null;
    }).when(recorder).receive(any());
    return recorder;
  }

  void awaitBound() {
    await().atMost(PATIENCE).until(() -> {
      try {
        return link.session() != null;
      } catch (GatewayUnavailableException e) {
        return false;
      }
    });
  }

  DeliveryReceipt deliver(String number, String text) {
    return channel.deliver(message(number, text));
  }

  static OutgoingMessage message(String number, String text) {
    return new OutgoingMessage("C100001-4711", Channel.SMS, "C100001", "D1", number,
        new RenderedText("overdue-sms", "en", 1, null, text));
  }

  List<DeliveryReport> awaitReports(int count) {
    await().atMost(PATIENCE).until(() -> reports.size() >= count);
    return List.copyOf(reports);
  }

  @Override
  public void close() {
    link.stop();
    texts.close();
  }
}
