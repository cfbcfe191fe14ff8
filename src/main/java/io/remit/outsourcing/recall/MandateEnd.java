package io.remit.outsourcing.recall;

import java.time.Instant;

/**
 * That all cases of a partner are to come back after a breach.
 *
 * @param caseNumber in which the breach was
 * @param reason in the words of who proposed it
 * @param proposedBy user id
 * @param suspended whether the partner was suspended with it; not if it was suspended before
 */
record MandateEnd(long mandateEndId, String partnerId, String caseNumber, String reason, String proposedBy,
    Instant proposedAt, boolean suspended) {
}
