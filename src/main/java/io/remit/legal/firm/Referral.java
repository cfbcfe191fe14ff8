package io.remit.legal.firm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a suit was referred to a law firm.
 *
 * @param firmId its id in the register of partners
 * @param why this firm, in words; no personal data
 * @param deliveredAt when the firm got the dossier; null before
 */
public record Referral(long referralId, String caseNumber, String firmId, String fieldOfLaw, String why,
    Instant referredAt, @Nullable Instant deliveredAt) {

  /** What it is called, to the firm too, such as {@code suit-C100001-7}. */
  public String reference() {
    return "suit-" + caseNumber + "-" + referralId;
  }
}
