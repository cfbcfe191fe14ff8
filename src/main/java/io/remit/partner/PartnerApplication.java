package io.remit.partner;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That a lawyer or collector wants to become a partner. Somebody outside wrote it: it is only shown.
 *
 * @param places where they work
 * @param licence null if they told none
 * @param email where they want the answer
 * @param reviewedBy user id of who looked at it first; null until then
 * @param reviewedAt null until then
 * @param reason why it was turned down; null if it was not
 */
public record PartnerApplication(long applicationId, Status status, String name, PartnerKind kind, Set<Place> places,
    @Nullable Licence licence, String email, Instant receivedAt, @Nullable String reviewedBy,
    @Nullable Instant reviewedAt, @Nullable String reason) {

  /** How far it is. */
  public enum Status {
    RECEIVED, PROPOSED, REJECTED, ADMITTED
  }
}
