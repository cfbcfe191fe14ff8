package io.remit.contact.channel;

import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.files.PlainText;
import io.remit.files.WorkFolder;
import io.remit.gate.RenderedText;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Delivers each message as a readable text file, {@code outbox/<channel>/<reference>.txt} in the work folder: headers,
 * an empty line, the text. Delivering a reference again replaces its file, so that there is never a second one.
 */
@Component
class FileChannel implements MessageChannel {

  private final WorkFolder workFolder;
  private final Clock clock;

  FileChannel(WorkFolder workFolder, Clock clock) {
    this.workFolder = workFolder;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "file";
  }

  /** @return a receipt whose gateway reference is the file's name within the work folder */
  @Override
  public DeliveryReceipt deliver(OutgoingMessage message) {
    Instant now = clock.instant();
    try {
      String file = workFolder.write(contentOf(message, now).getBytes(StandardCharsets.UTF_8),
          "outbox", message.channel().name().toLowerCase(Locale.ROOT), message.reference() + ".txt");
      return new DeliveryReceipt(file, now);
    } catch (UncheckedIOException notWritten) {
      throw new GatewayUnavailableException("the outbox cannot be written", notWritten);
    }
  }

  /** A file that may already be there is replaced by one of the same name: delivering again does no harm. */
  @Override
  public DeliveryStatus find(String reference) {
    return DeliveryStatus.notTaken();
  }

  @Override
  public boolean keepsItsOwnRecord() {
    return false;
  }

  private String contentOf(OutgoingMessage message, Instant now) {
    RenderedText text = message.text();
    StringBuilder content = new StringBuilder();
    addHeader(content, "To", message.recipient());
    addHeader(content, "Channel", message.channel().name());
    addHeader(content, "Case", message.caseNumber());
    addHeader(content, "Template", text.template());
    addHeader(content, "Version", String.valueOf(text.version()));
    addHeader(content, "Language", text.language());
    if (text.subject() != null) {
      addHeader(content, "Subject", text.subject());
    }
    addHeader(content, "Date", now.truncatedTo(ChronoUnit.SECONDS).toString());
    return content.append('\n').append(text.body()).append('\n').toString();
  }

  private void addHeader(StringBuilder content, String name, String value) {
    content.append(name).append(": ").append(PlainText.inOneLine(value)).append('\n');
  }
}
