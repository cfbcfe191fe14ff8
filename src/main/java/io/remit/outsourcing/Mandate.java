package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.contact.text.PublicAddress;
import io.remit.files.DocumentPrinter;
import io.remit.files.PrintedLetter;
import io.remit.files.PrintedLetters;
import io.remit.partner.DataField;
import io.remit.partner.Licence;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKind;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The written authorisation that goes with a batch: which cases, until when, by which means, that nobody else may be
 * charged with it; with a code by which anyone can check that it is ours. It names no debtor.
 */
@Component
class Mandate {

  /** What the paper is about, to whoever checks its code. */
  private static final String TEMPLATE = "placement-mandate";

  private final DocumentPrinter printer;
  private final PrintedLetters letters;
  private final PublicAddress publicAddress;
  private final BusinessCalendar calendar;
  private final String creditorName;
  private final String creditorPhone;

  Mandate(DocumentPrinter printer, PrintedLetters letters, PublicAddress publicAddress, BusinessCalendar calendar,
      @Value("${remit.creditor.name}") String creditorName, @Value("${remit.creditor.phone}") String creditorPhone) {
    this.printer = printer;
    this.letters = letters;
    this.publicAddress = publicAddress;
    this.calendar = calendar;
    this.creditorName = creditorName;
    this.creditorPhone = creditorPhone;
  }

  /**
   * The paper, as a PDF.
   *
   * @param sums of the batch, one for each currency
   * @param listSha256 of the list of cases that it is about
   */
  byte[] print(PlacementBatch batch, Partner partner, List<BatchSum> sums, String listSha256) {
    PrintedLetter letter = letters.ofReference(batch.reference(), batch.day(), TEMPLATE, creditorName);
    Licence licence = partner.papers().licence();
    Map<String, Object> facts = new HashMap<>();
    facts.put("reference", batch.reference());
    facts.put("date", batch.day().toString());
    facts.put("creditor", letter.creditor());
    facts.put("creditorPhone", creditorPhone);
    facts.put("partner", partner.name() + " (" + partner.partnerId() + ")");
    facts.put("licence", licence == null ? "-" : licence.number() + ", " + licence.authority());
    facts.put("termEnds", batch.termEnds().toString());
    facts.put("sums", sums);
    facts.put("tellsOverdue", partner.scope().dataFields().contains(DataField.OVERDUE_AMOUNT));
    facts.put("lawFirm", partner.kind() == PartnerKind.LAW_FIRM);
    facts.put("means", partner.scope().channels().stream().sorted().map(Mandate::words).toList());
    facts.put("listSha256", listSha256);
    facts.put("verifyPage", publicAddress.page("/verify"));
    facts.put("code", letter.readableCode());
    return printer.print("outsourcing/mandate", facts, calendar.startOfBusiness(batch.day())).content();
  }

  /** The partner has it: its code is told to be ours from now on. */
  void isOut(PlacementBatch batch) {
    letters.printed(batch.reference(), calendar.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String words(Channel channel) {
    return switch (channel) {
      case SMS -> "text messages 短信";
      case EMAIL -> "e-mails 电子邮件";
      case CALL -> "calls by people 人工电话";
      case ROBOT_CALL -> "calls by robots 机器人电话";
      case VISIT -> "visits 上门";
      case LETTER -> "letters 信函";
    };
  }
}
