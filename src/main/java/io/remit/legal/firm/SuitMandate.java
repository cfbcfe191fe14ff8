package io.remit.legal.firm;

import io.remit.cases.BusinessCalendar;
import io.remit.contact.text.PublicAddress;
import io.remit.files.DocumentPrinter;
import io.remit.files.PrintedLetter;
import io.remit.files.PrintedLetters;
import io.remit.files.Sha256;
import io.remit.partner.Licence;
import io.remit.partner.Partner;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The written authorisation by which a law firm sues in the creditor's name: for one case, until the suit is over, with
 * a code by which anyone can check that it is ours. It names no debtor.
 */
@Component
class SuitMandate {

  /** What the paper is about, to whoever checks its code. */
  private static final String TEMPLATE = "suit-mandate";

  private final DocumentPrinter printer;
  private final PrintedLetters letters;
  private final PublicAddress publicAddress;
  private final BusinessCalendar calendar;
  private final String creditorName;
  private final String creditorPhone;

  SuitMandate(DocumentPrinter printer, PrintedLetters letters, PublicAddress publicAddress, BusinessCalendar calendar,
      @Value("${remit.creditor.name}") String creditorName, @Value("${remit.creditor.phone}") String creditorPhone) {
    this.printer = printer;
    this.letters = letters;
    this.publicAddress = publicAddress;
    this.calendar = calendar;
    this.creditorName = creditorName;
    this.creditorPhone = creditorPhone;
  }

  /** The paper, as a PDF. */
  byte[] print(Referral referral, Partner firm, SuitPapers papers) {
    LocalDate day = calendar.dayOf(referral.referredAt());
    PrintedLetter letter = letters.ofReference(referral.reference(), day, TEMPLATE, creditorName);
    Licence licence = firm.papers().licence();
    Map<String, Object> facts = new HashMap<>();
    facts.put("reference", referral.reference());
    facts.put("date", day.toString());
    facts.put("creditor", letter.creditor());
    facts.put("creditorPhone", creditorPhone);
    facts.put("firm", firm.name() + " (" + firm.partnerId() + ")");
    facts.put("licence", licence == null ? "-" : licence.number() + ", " + licence.authority());
    facts.put("caseNumber", referral.caseNumber());
    facts.put("fieldOfLaw", referral.fieldOfLaw());
    facts.put("amount", papers.currency() + " " + papers.outstanding().toPlainString());
    facts.put("dossierSha256", Sha256.of(papers.dossier()));
    facts.put("verifyPage", publicAddress.page("/verify"));
    facts.put("code", letter.readableCode());
    return printer.print("legal/suit-mandate", facts, calendar.startOfBusiness(day)).content();
  }

  /** The firm has it: its code is told to be ours from now on. */
  void isOut(Referral referral) {
    letters.printed(referral.reference(), calendar.now().truncatedTo(ChronoUnit.SECONDS));
  }
}
