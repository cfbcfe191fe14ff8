package io.remit.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that shows whether something is as it was said. The document itself lies elsewhere.
 *
 * @param matter the matter that it is about, such as C100001-H12
 * @param issuer who wrote the document
 * @param documentNumber as the issuer wrote it on, or null
 * @param keptAt where the document lies, such as the number of an archive's folder
 * @param addedBy user id
 * @param verdict null until a second person has checked it
 * @param checkedAt null until then
 * @param checkedBy user id of that second person, or null
 */
public record EvidenceItem(long evidenceId, String matter, Kind kind, String issuer, @Nullable String documentNumber,
    String keptAt, LocalDate receivedOn, Instant addedAt, String addedBy, @Nullable Verdict verdict,
    @Nullable Instant checkedAt, @Nullable String checkedBy) {

  /** What a document is. */
  public enum Kind {
    PAY_SLIP, DISMISSAL, MEDICAL, BANK_STATEMENT, COURT_ORDER, DEATH_CERTIFICATE, INVOICE, PROOF_OF_PAYMENT,
    POLICE_REPORT, OTHER
  }

  /** What a second person found. */
  public enum Verdict {
    ACCEPTED,
    /** It does not show what was said. */
    REJECTED,
    /** It was made or changed to deceive. */
    FORGED
  }

  /** Names the item but not what is in it. */
  @Override
  public String toString() {
    return "EvidenceItem[" + evidenceId + ", " + matter + ", " + kind + ", " + verdict + "]";
  }
}
