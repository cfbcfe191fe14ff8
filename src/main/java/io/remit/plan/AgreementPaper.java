package io.remit.plan;

import io.remit.cases.BusinessCalendar;
import io.remit.files.DocumentPrinter;
import io.remit.files.PrintedLetter;
import io.remit.files.PrintedLetters;
import io.remit.files.WorkFolder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Prints the agreement on a plan, with its schedule and a code by which anyone can check that it is ours. */
@Component
class AgreementPaper {

  /** What the paper is about, to whoever checks its code. */
  private static final String TEMPLATE = "plan-agreement";

  private final WorkFolder workFolder;
  private final DocumentPrinter printer;
  private final PrintedLetters letters;
  private final AgreementContent content;
  private final BusinessCalendar calendar;
  private final String creditorName;

  AgreementPaper(WorkFolder workFolder, DocumentPrinter printer, PrintedLetters letters, AgreementContent content,
      BusinessCalendar calendar, @Value("${remit.creditor.name}") String creditorName) {
    this.workFolder = workFolder;
    this.printer = printer;
    this.letters = letters;
    this.content = content;
    this.calendar = calendar;
    this.creditorName = creditorName;
  }

  /**
   * Prints the agreement; printed again it replaces the same file, and code and date stay.
   *
   * @return the file's name within the work folder, such as {@code plans/C100001-L3.pdf}
   * @throws java.io.UncheckedIOException if the file could not be written
   */
  String print(Plan plan) {
    Instant now = calendar.now().truncatedTo(ChronoUnit.SECONDS);
    String reference = plan.key().toString();
    PrintedLetter letter = letters.ofReference(reference, calendar.today(), TEMPLATE, creditorName);
    Instant dated = calendar.startOfBusiness(letter.dated());
    String file = workFolder.write(printer.print("plan/agreement", content.of(plan, letter), dated).content(), "plans",
        reference + ".pdf");
    letters.printed(reference, now);
    return file;
  }
}
