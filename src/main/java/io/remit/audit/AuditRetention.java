package io.remit.audit;

import io.remit.audit.seal.TrailRetention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes the entries of the audit trail that are older than {@code remit.audit.keep}, and what was written down of
 * users who were deleted longer ago.
 */
@Component
class AuditRetention {

  private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);

  private final TrailRetention trail;
  private final Clock clock;
  private final Duration keep;

  AuditRetention(TrailRetention trail, Clock clock, @Value("${remit.audit.keep}") Duration keep) {
    this.trail = trail;
    this.clock = clock;
    this.keep = keep;
  }

  /** Removes what is too old now. */
  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
  void removeOld() {
    Instant oldest = clock.instant().minus(keep);
    long removed = trail.removeBefore(oldest);
    if (removed > 0) {
      LOG.info("{} entries of the audit trail were older than {} and are removed", removed, keep);
    }
  }
}
