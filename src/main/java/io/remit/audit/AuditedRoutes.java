package io.remit.audit;

import io.remit.audit.AuditTrail.Subject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routes of one kind, as the audit trail names them. */
public interface AuditedRoutes {

  /** What a request asks for; empty if it is none of these routes. */
  Optional<Asked> asked(HttpServletRequest request);

  /** What it is about, as far as that exists now: after it is served the task may be gone. */
  Subject subject(HttpServletRequest request);

  /** The user, or else the group, whom a body in JSON names; null if it names none that exists. */
  @Nullable String namedIn(byte[] body);
}
