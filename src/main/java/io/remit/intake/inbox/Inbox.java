package io.remit.intake.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.intake.AcknowledgementsIntake;
import io.remit.intake.ArrearsIntake;
import io.remit.intake.PaymentsIntake;
import io.remit.intake.delivery.DayInName;
import io.remit.intake.delivery.FailureTrace;
import io.remit.intake.delivery.IntakeResult;
import io.remit.intake.delivery.IntakeStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes in files that are dropped into folders. What was applied goes to {@code done}, what cannot be used to {@code
 * refused}, each with a report; a file that meets an unexpected failure stays and is tried again. File names may hold
 * personal data and are not logged.
 */
@Component
public class Inbox {

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  /** Payments first: a snapshot of the same hour knows of them. */
  private final Map<InboxFolder, Delivery> deliveries = new LinkedHashMap<>();
  private final ObjectMapper json;

  /** @param workFolder the folder {@code remit.work-folder}; the inbox lies below it */
  public Inbox(@Value("${remit.work-folder}") String workFolder, ArrearsIntake arrears, PaymentsIntake payments,
      AcknowledgementsIntake acknowledgements, DayInName dayInName, ObjectMapper json) {
    Path inbox = Path.of(workFolder, "inbox");
    deliveries.put(new InboxFolder(inbox.resolve("payments")), (content, name) -> payments.apply(content));
    deliveries.put(new InboxFolder(inbox.resolve("arrears")),
        (content, name) -> arrears.apply(content, false, dayInName.of(name), null));
    deliveries.put(new InboxFolder(inbox.resolve("arrears-complete")),
        (content, name) -> arrears.apply(content, true, dayInName.of(name), null));
    deliveries.put(new InboxFolder(inbox.resolve("acknowledgements")),
        (content, name) -> acknowledgements.apply(content, null));
    this.json = json;
  }

  /** What a folder does with the files in it. */
  @FunctionalInterface
  private interface Delivery {
    IntakeResult deliver(InputStream content, String fileName) throws IOException;
  }

  /** Looks into the folders once. */
  @Scheduled(fixedDelayString = "${remit.inbox.poll:5s}")
  public void poll() {
    deliveries.forEach((folder, delivery) -> {
      try {
        folder.readyFiles().forEach(file -> takeIn(folder, file, delivery));
      } catch (IOException | UncheckedIOException unreadable) {
        LOG.error("An inbox folder cannot be read: {}", FailureTrace.of(unreadable));
      }
    });
  }

  /** The folders, by name, that are in the way of taking files in. */
  List<String> unusableFolders() {
    return deliveries.keySet().stream().filter(folder -> !folder.isUsable()).map(InboxFolder::name).toList();
  }

  private void takeIn(InboxFolder folder, Path file, Delivery delivery) {
    try {
      IntakeResult result = deliver(file, delivery);
      String subfolder = result.status() == IntakeStatus.REFUSED ? "refused" : "done";
      folder.putAway(file, subfolder, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
      LOG.info("File {} of the inbox: {}", result.fileId(), result.status());
    } catch (NoSuchFileException gone) {
      LOG.debug("A file left the inbox before it was taken in: another node took it");
    } catch (IOException | RuntimeException failure) {
      folder.postpone(file);
      LOG.error("A file stays in the inbox and is tried again: {}", FailureTrace.of(failure));
    }
  }

  private static IntakeResult deliver(Path file, Delivery delivery) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return delivery.deliver(content, file.getFileName().toString());
    }
  }
}
