package io.remit.plan;

import io.remit.cases.CaseRepository;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.contact.text.ApprovedText;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.text.Placeholder;
import io.remit.contact.text.PublicAddress;
import io.remit.files.PrintedLetter;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What stands on the paper of an agreement, by the names of its template. */
@Component
class AgreementContent {

  private static final String VERIFY_LINE = "verify-line";

  private final MessageTexts texts;
  private final PublicAddress publicAddress;
  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final String creditorName;
  private final String creditorPhone;

  AgreementContent(MessageTexts texts, PublicAddress publicAddress, CaseRepository cases, DebtorRepository debtors,
      @Value("${remit.creditor.name}") String creditorName, @Value("${remit.creditor.phone}") String creditorPhone) {
    this.texts = texts;
    this.publicAddress = publicAddress;
    this.cases = cases;
    this.debtors = debtors;
    this.creditorName = creditorName;
    this.creditorPhone = creditorPhone;
  }

  /** One line of the schedule as it is printed. */
  record Line(int number, String dueOn, String amount) {
  }

  Map<String, Object> of(Plan plan, PrintedLetter letter) {
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

  private String verifyLine(@Nullable String language) {
    ApprovedText text = texts.find(VERIFY_LINE, language)
        .orElseThrow(() -> new IllegalStateException("the text verify-line is not approved"));
    return text.render(Map.of(Placeholder.CREDITOR_NAME, creditorName, Placeholder.CONTACT_PHONE, creditorPhone))
        .body();
  }

  private static String money(Plan plan, BigDecimal amount) {
    return plan.currency() + " " + amount.toPlainString();
  }
}
