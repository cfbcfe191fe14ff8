package io.remit.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.remit.contact.DeliveryReport;
import io.remit.contact.incoming.IncomingText;
import io.remit.gateway.callback.CallbackFields;
import io.remit.gateway.callback.MalformedCallbackException;
import io.remit.gateway.callback.ReadCallback;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;

/** Whatever an SMS gateway calls back with, it can be kept or is refused with the field that is wrong. */
@Tag("faults")
class SmsCallbacksFuzzTest {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  @FuzzTest(maxDuration = "10m")
  void statuses(byte[] content) {
    read(content, fields -> fields.list("events").forEach(event -> {
      DeliveryReport report = SmsStatusController.report(event);
      assertThat(report.gatewayReference()).hasSizeBetween(1, 200).doesNotContain("\0");
      assertThat(report.at()).isBetween(EARLIEST, LATEST);
    }));
  }

  @FuzzTest(maxDuration = "10m")
  void texts(byte[] content) {
    read(content, fields -> fields.list("texts").forEach(received -> {
      IncomingText text = IncomingSmsController.text(received);
      assertThat(text.gatewayReference()).hasSizeBetween(1, 200).doesNotContain("\0");
      assertThat(text.body()).doesNotContain("\0");
      assertThat(text.receivedAt()).isBetween(EARLIEST, LATEST);
    }));
  }

  private static void read(byte[] content, Consumer<CallbackFields> reader) {
    try {
      reader.accept(ReadCallback.of(content));
    } catch (MalformedCallbackException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
