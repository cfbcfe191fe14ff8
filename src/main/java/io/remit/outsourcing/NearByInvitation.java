package io.remit.outsourcing;

import io.remit.cases.MatterKey;
import java.time.LocalDate;

/**
 * That a case is offered to a part-time collector.
 *
 * @param offeredBy user id of the officer who approved it
 * @param endsOn the day on which an officer decides again if nobody has taken it
 */
public record NearByInvitation(long invitationId, long offerId, String caseNumber, String partnerId, String offeredBy,
    LocalDate endsOn) {

  /** The business key of its process. */
  public MatterKey key() {
    return new MatterKey(caseNumber, MatterKey.Kind.NEAR_BY, invitationId);
  }
}
