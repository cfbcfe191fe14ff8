package io.remit.gateway.print;

import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.contact.text.ApprovedText;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.text.Placeholder;
import io.remit.contact.text.PublicAddress;
import io.remit.files.DocumentPrinter;
import io.remit.files.PrintedDocument;
import io.remit.files.PrintedLetter;
import io.remit.files.PrintedLetters;
import io.remit.files.Sha256;
import io.remit.files.WorkFolder;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Writes letters as PDF files for a print shop: {@code print/<day>/<reference>.pdf} in the work folder, and a line in
 * that day's manifest. The line is written last, so what the manifest names is whole. Delivering a reference again
 * replaces its file and its line; code and date of the letter stay.
 */
@Component
@ConditionalOnProperty(name = "remit.channels.letter", havingValue = "print")
class PrintChannel implements MessageChannel {

  private static final String VERIFY_LINE = "verify-line";

  private final WorkFolder workFolder;
  private final DocumentPrinter printer;
  private final PrintedLetters letters;
  private final PrintManifest manifest;
  private final MessageTexts texts;
  private final PublicAddress publicAddress;
  private final Clock clock;
  private final ZoneId zone;
  private final String creditorName;
  private final String creditorPhone;

  PrintChannel(WorkFolder workFolder, DocumentPrinter printer, PrintedLetters letters, PrintManifest manifest,
      MessageTexts texts, PublicAddress publicAddress, Clock clock, @Value("${remit.zone}") ZoneId zone,
      @Value("${remit.creditor.name}") String creditorName, @Value("${remit.creditor.phone}") String creditorPhone) {
    this.workFolder = workFolder;
    this.printer = printer;
    this.letters = letters;
    this.manifest = manifest;
    this.texts = texts;
    this.publicAddress = publicAddress;
    this.clock = clock;
    this.zone = zone;
    this.creditorName = creditorName;
    this.creditorPhone = creditorPhone;
  }

  @Override
  public String name() {
    return "print";
  }

  /** @return a receipt whose gateway reference is the message's own */
  @Override
  public DeliveryReceipt deliver(OutgoingMessage message) {
    ApprovedText verifyLine = texts.find(VERIFY_LINE, message.text().language())
        .orElseThrow(() -> new MessageRefusedException("The text verify-line is not approved", false));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    PrintedLetter letter = letters.ofReference(message.reference(), LocalDate.ofInstant(now, zone),
        message.text().template(), creditorName);
    try {
      enter(letter, print(message, letter, verifyLine), now);
    } catch (UncheckedIOException failed) {
      throw new GatewayUnavailableException("The print folder cannot be written", failed);
    }
    letters.printed(letter.reference(), now);
    return new DeliveryReceipt(letter.reference(), now);
  }

  @Override
  public DeliveryStatus find(String reference) {
    return letters.find(reference).map(this::status).orElseGet(DeliveryStatus::notTaken);
  }

  @Override
  public boolean keepsItsOwnRecord() {
    return false;
  }

  // A print shop may have fetched the file already, so the table is asked first.
  private DeliveryStatus status(PrintedLetter letter) {
    if (letter.printedAt() != null) {
      return DeliveryStatus.taken(new DeliveryReceipt(letter.reference(), letter.printedAt()));
    }
    try {
      return manifest.find(letter.dated(), letter.reference())
          .filter(line -> workFolder.read("print", letter.dated().toString(), line.file()).isPresent())
          .map(line -> DeliveryStatus.taken(new DeliveryReceipt(letter.reference(), line.printedAt())))
          .orElseGet(DeliveryStatus::notTaken);
    } catch (UncheckedIOException failed) {
      throw new GatewayUnavailableException("The print folder cannot be read", failed);
    }
  }

  private PrintedDocument print(OutgoingMessage message, PrintedLetter letter, ApprovedText verifyLine) {
    String sentence = verifyLine.render(
        Map.of(Placeholder.CREDITOR_NAME, creditorName, Placeholder.CONTACT_PHONE, creditorPhone)).body();
    return printer.print("print/letter",
        LetterPage.facts(message, letter, sentence, publicAddress.page("/verify")),
        letter.dated().atStartOfDay(zone).toInstant());
  }

  private void enter(PrintedLetter letter, PrintedDocument document, Instant now) {
    String file = letter.reference() + ".pdf";
    workFolder.write(document.content(), "print", letter.dated().toString(), file);
    manifest.enter(letter.dated(),
        new PrintManifest.Line(letter.reference(), file, Sha256.of(document.content()), document.pages(), now));
  }
}
