package io.remit.legal;

import io.remit.contact.ContactAttempt;
import io.remit.files.Attachment;
import io.remit.files.PrintedLetters;
import io.remit.files.WorkFolder;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the letters as they were sent, where their gateway kept them in the work folder. */
@Component
class KeptLetters {

  private static final String WRITTEN_TO_OUTBOX = "outbox/letter/";

  private final WorkFolder workFolder;
  private final PrintedLetters printed;

  KeptLetters(WorkFolder workFolder, PrintedLetters printed) {
    this.workFolder = workFolder;
    this.printed = printed;
  }

  /** The letter of an attempt as a file, or nothing if it is not kept here. */
  Optional<Attachment> of(ContactAttempt letter) {
    String reference = letter.gatewayReference();
    if (reference == null) {
      return Optional.empty();
    }
    String name = "letter-" + letter.attemptId();
    if (reference.startsWith(WRITTEN_TO_OUTBOX)) {
      return workFolder.read(reference.split("/"))
          .map(text -> new Attachment(name + ".txt", "text/plain", "Letter " + letter.template(), text));
    }
    return printed.find(reference)
        .flatMap(known -> workFolder.read("print", known.dated().toString(), reference + ".pdf"))
        .map(pdf -> new Attachment(name + ".pdf", "application/pdf", "Letter " + letter.template(), pdf));
  }
}
