package io.remit.casefile;

import io.remit.evidence.EvidenceFile;
import io.remit.evidence.EvidenceItem;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The evidence of the matter to decide on, and what of it nobody has checked yet. */
@Component
class EvidencePart implements CaseFilePart {

  private final EvidenceFile evidence;
  private final FormWords words;

  EvidencePart(EvidenceFile evidence, FormWords words) {
    this.evidence = evidence;
    this.words = words;
  }

  private record Evidence(List<EvidenceRow> evidence, List<Option> toCheck) {
  }

  private record EvidenceRow(String kind, String issuer, String number, String keptAt, LocalDate receivedOn,
      String addedBy, String verdict) {
  }

  @Override
  public Evidence of(OpenedForm form) {
    List<EvidenceItem> items = form.decided() == null ? List.of() : evidence.of(form.decided());
    return new Evidence(items.stream().map(this::row).toList(), items.stream().filter(item -> item.verdict() == null)
        .map(item -> new Option(words.of(item.kind()) + " by " + item.issuer() + ", added by " + item.addedBy(),
            String.valueOf(item.evidenceId()))).toList());
  }

  private EvidenceRow row(EvidenceItem item) {
    return new EvidenceRow(words.of(item.kind()), item.issuer(),
        item.documentNumber() == null ? "" : item.documentNumber(), item.keptAt(), item.receivedOn(), item.addedBy(),
        words.of(item.verdict() == null ? "not checked" : item.verdict().name()));
  }
}
