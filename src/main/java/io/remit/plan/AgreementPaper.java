package io.remit.plan;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.contact.text.ApprovedText;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.text.Placeholder;
import io.remit.contact.text.PublicAddress;
import io.remit.files.DocumentPrinter;
import io.remit.files.PrintedLetter;
import io.remit.files.PrintedLetters;
import io.remit.files.WorkFolder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Prints the agreement on a plan, with its schedule and a code by which anyone can check that it is ours. */
@Component
class AgreementPaper {

  /** What the paper is about, to whoever checks its code. */
  private static final String TEMPLATE = "plan-agreement";
  private static final String VERIFY_LINE = "verify-line";

  private final WorkFolder workFolder;
  private final DocumentPrinter printer;
  private final PrintedLetters letters;
  private final MessageTexts texts;
  private final PublicAddress publicAddress;
  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final BusinessCalendar calendar;
  private final String creditorName;
  private final String creditorPhone;

  AgreementPaper(WorkFolder workFolder, DocumentPrinter printer, PrintedLetters letters, MessageTexts texts,
      PublicAddress publicAddress, CaseRepository cases, DebtorRepository debtors, BusinessCalendar calendar,
      @Value("${remit.creditor.name}") String creditorName, @Value("${remit.creditor.phone}") String creditorPhone) {
    this.workFolder = workFolder;
    this.printer = printer;
    this.letters = letters;
    this.texts = texts;
    this.publicAddress = publicAddress;
    this.cases = cases;
    this.debtors = debtors;
    this.calendar = calendar;
    this.creditorName = creditorName;
    this.creditorPhone = creditorPhone;
  }

  /** One line of the schedule as it is printed. */
  record Line(int number, String dueOn, String amount) {
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
    String file = workFolder.write(printer.print("plan/agreement", facts(plan, letter), dated).content(), "plans",
        reference + ".pdf");
    letters.printed(reference, now);
    return file;
  }

  private Map<String, Object> facts(Plan plan, PrintedLetter letter) {
    DebtorDetails debtor = debtors.get(cases.get(plan.caseNumber()).debtorId());
    Map<String, Object> facts = new HashMap<>();
    facts.put("creditor", letter.creditor());
    facts.put("creditorPhone", creditorPhone);
    facts.put("debtor", debtor.name());
    facts.put("caseNumber", plan.caseNumber());
    facts.put("agreement", plan.key().toString());
    facts.put("date", letter.dated().toString());
    facts.put("total", money(plan, plan.schedule().total()));
    facts.put("toleranceDays", plan.terms().tolerance().days());
    facts.put("instalments", lines(plan));
    facts.put("verifyLine", verifyLine(debtor.language()));
    facts.put("verifyPage", publicAddress.page("/verify"));
    facts.put("code", letter.readableCode());
    return facts;
  }

  private static List<Line> lines(Plan plan) {
    return plan.schedule().instalments().stream().map(instalment -> new Line(instalment.number(),
        instalment.dueOn().toString(), money(plan, instalment.amount()))).toList();
  }

  private String verifyLine(String language) {
    ApprovedText text = texts.find(VERIFY_LINE, language)
        .orElseThrow(() -> new IllegalStateException("the text verify-line is not approved"));
    return text.render(Map.of(Placeholder.CREDITOR_NAME, creditorName, Placeholder.CONTACT_PHONE, creditorPhone))
        .body();
  }

  private static String money(Plan plan, BigDecimal amount) {
    return plan.currency() + " " + amount.toPlainString();
  }
}
