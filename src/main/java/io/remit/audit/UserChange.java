package io.remit.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to the account of a user.
 *
 * @param groupId the group that was joined or left, else null
 * @param userName what the user was called then
 * @param changedBy user id; null if Remit did it by itself
 * @param address the network address that it came from, or null
 */
public record UserChange(Instant at, String userId, What what, @Nullable String groupId, String userName,
    @Nullable String changedBy, @Nullable String address) {

  /** What was done. */
  public enum What {
    /** The user was there before changes were written down. */
    FOUND,
    CREATED,
    PASSWORD,
    JOINED_GROUP,
    LEFT_GROUP,
    /** Another name or e-mail address. */
    PROFILE,
    /** A lock after wrong passwords was lifted by hand. */
    UNLOCKED,
    /** Set up by the user. */
    SECOND_FACTOR,
    /** Taken away by an administrator. */
    SECOND_FACTOR_RESET,
    DELETED
  }
}
