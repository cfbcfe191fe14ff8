package io.remit.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person did or saw.
 *
 * @param userId null if nobody known did it
 * @param userDeletedAt when the account of the user was deleted; null while there is one. A later user with the same id
 *     is somebody else
 * @param address the network address that the request came from, or null
 * @param caseNumber of the case that it was about, or null
 * @param debtorId of the debtor that it was about, or null
 * @param about id of the user, or of the engine's task, instance or the like, that it was about, or null
 * @param detail a route or a short word; nothing that a person typed
 * @param times how often the same was read within the minutes for which this stands
 */
public record AuditEvent(long eventId, Instant at, Kind kind, @Nullable String userId, @Nullable Instant userDeletedAt,
    @Nullable String address, @Nullable String caseNumber, @Nullable String debtorId, @Nullable String about,
    String detail, int times) {

  /** What was done. */
  public enum Kind {
    /** Somebody logged in to a web app. */
    LOGIN,
    /** Somebody was not let in: with a wrong password, from a network or at an hour that is not theirs. */
    LOGIN_REFUSED,
    /** Somebody logged out of a web app. */
    LOGOUT,
    /** A case, a debtor or a task of one was looked at. */
    VIEW,
    /** A list or a report was asked for. */
    LIST,
    /** A form was completed, or the result of a contact reported. */
    OUTCOME,
    /** A supervisor moved a case. */
    MOVE,
    /** Something was not allowed to who asked for it, or to nobody known. */
    REFUSED,
    /** Somebody wanted to decide on what they, under whatever name, may have proposed themselves; it did not count. */
    APPROVAL_REFUSED,
    /** Something else was changed, or was to be: the status of the answer tells. */
    CHANGE
  }
}
