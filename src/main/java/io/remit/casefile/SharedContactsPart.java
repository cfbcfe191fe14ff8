package io.remit.casefile;

import io.remit.cases.DebtorRepository;
import io.remit.person.SharedContacts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Other debtor ids that have the same number or address. */
@Component
class SharedContactsPart implements CaseFilePart {

  private final SharedContacts sharedContacts;
  private final DebtorRepository debtors;
  private final FormWords words;

  SharedContactsPart(SharedContacts sharedContacts, DebtorRepository debtors, FormWords words) {
    this.sharedContacts = sharedContacts;
    this.debtors = debtors;
    this.words = words;
  }

  private record Shared(List<SharedRow> sharedWith) {
  }

  private record SharedRow(String debtorId, String name, String what, String caseNumber) {
  }

  @Override
  public Shared of(OpenedForm form) {
    return new Shared(sharedContacts.undecided(form.caseNumber()).stream().map(this::row).toList());
  }

  private SharedRow row(SharedContacts.Sharing with) {
    return new SharedRow(with.debtorId(), debtors.get(with.debtorId()).name(),
        words.sentence(switch (with.kind()) {
          case PHONE -> "Phone";
          case EMAIL -> "E-mail";
        }), with.caseNumber());
  }
}
