package io.remit.contact;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorRepository;
import io.remit.gate.ContactQuestion.Wording;
import io.remit.gate.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the words of a message, and whether they may be used. */
@Component
class Drafts {


  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final MessageTexts texts;
  private final CaseValues values;

  Drafts(CaseRepository cases, DebtorRepository debtors, MessageTexts texts, CaseValues values) {
    this.cases = cases;
    this.debtors = debtors;
    this.texts = texts;
    this.values = values;
  }

  /** The words of a planned message as they would be now; amounts come from the ledger. */
  Draft of(ContactAttempt attempt) {
    CollectionCase current = cases.get(attempt.caseNumber());
    DebtorDetails debtor = debtors.get(attempt.debtorId());
    Optional<ApprovedText> text = texts.find(attempt.template(), debtor.language());
    if (text.isEmpty()) {
      return new Draft(null, Wording.NOT_APPROVED);
    }
    if (attempt.template().startsWith(Treatments.FOR_CONTACT_PERSONS) != (attempt.person() == Person.CONTACT_PERSON)) {
      return new Draft(null, Wording.FOR_SOMEBODY_ELSE);
    }
    try {
      return new Draft(text.get().render(values.of(current, debtor)), Wording.APPROVED);
    } catch (IllegalArgumentException valueMissing) {
      return new Draft(null, Wording.INCOMPLETE);
    }
  }
}
