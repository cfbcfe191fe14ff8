package io.remit.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.eventlog.CaseNotRight;
import io.remit.eventlog.CaseProofs;
import io.remit.eventlog.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What an operator needs on one screen to put a case right, as the form names it: ids and times, and nothing of the
 * debtor. It is made afresh whenever the form is opened and is never stored.
 */
@Component
public class ProofView {

  private final CaseProofs proofs;
  private final FormWords words;
  private final ObjectMapper json;

  ProofView(CaseProofs proofs, FormWords words, ObjectMapper json) {
    this.proofs = proofs;
    this.words = words;
    this.json = json;
  }

  private record View(String caseNumber, List<Found> findings) {
  }

  private record Found(String what, String where, String detail) {
  }

  /** The view as JSON. */
  public String of(String proofNumber) {
    CaseNotRight known = proofs.get(proofNumber);
    try {
      return json.writeValueAsString(new View(known.caseNumber(), known.findings().stream().map(this::found).toList()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the view of findings is always JSON", impossible);
    }
  }

  private Found found(Finding finding) {
    String id = finding.elementId() == null ? "" : finding.elementId();
    String name = finding.elementName() == null ? "" : finding.elementName();
    return new Found(words.sentence(finding.rule().sentence()), (name + " " + id).strip(),
        finding.detail() == null ? "" : finding.detail());
  }
}
