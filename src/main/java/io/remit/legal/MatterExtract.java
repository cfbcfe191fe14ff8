package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.evidence.EvidenceFile;
import io.remit.evidence.EvidenceItem;
import io.remit.promise.Promises;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was promised in a case, and shown about its debt. */
@Component
class MatterExtract {

  /** What shows whether the debt is owed. What debtors show of their health and income is not for a court. */
  private static final Set<EvidenceItem.Kind> ABOUT_THE_DEBT = EnumSet.of(EvidenceItem.Kind.INVOICE,
      EvidenceItem.Kind.PROOF_OF_PAYMENT, EvidenceItem.Kind.COURT_ORDER, EvidenceItem.Kind.POLICE_REPORT);

  private final Promises promises;
  private final EvidenceFile evidence;
  private final BusinessCalendar calendar;

  MatterExtract(Promises promises, EvidenceFile evidence, BusinessCalendar calendar) {
    this.promises = promises;
    this.evidence = evidence;
    this.calendar = calendar;
  }

  List<DossierContent.Promise> promises(String caseNumber) {
    return promises.ofCase(caseNumber).stream().map(promise -> new DossierContent.Promise(
        calendar.dayOf(promise.takenAt()), promise.promisedFor(), promise.amount(), promise.status().name())).toList();
  }

  List<DossierContent.Evidence> evidence(String caseNumber) {
    return evidence.ofCase(caseNumber).stream().filter(item -> ABOUT_THE_DEBT.contains(item.kind()))
        .map(item -> new DossierContent.Evidence(item.receivedOn(), item.kind().name(), item.issuer(),
            item.documentNumber(), item.keptAt(), item.verdict() == null ? null : item.verdict().name())).toList();
  }
}
