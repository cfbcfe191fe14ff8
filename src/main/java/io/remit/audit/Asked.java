package io.remit.audit;

import io.remit.audit.AuditEvent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, in the words of the audit trail.
 *
 * @param userId who asks, if that is known from the session alone; else null
 * @param route method and path, with names in the place of what stood in the path; nothing that a person typed
 * @param key the same for the same request of the same user, to tell repeats by; it is not written down
 */
public record Asked(Kind kind, @Nullable String userId, String route, String key, Trace trace) {

  /** What of it is written down. Refusals always are. */
  public enum Trace {
    /** Each one, before it is served: nothing is changed without an entry. */
    EACH,
    /** The first within some minutes, before it is served; the others are counted in that entry. */
    REPEATS_COUNTED,
    /** Nothing but a refusal. */
    REFUSALS
  }
}
