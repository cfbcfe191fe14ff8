package io.remit.audit.seal;

import io.remit.audit.seal.VerificationRepository.Verified;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Verifies the trail each night, and keeps what was found for those who watch. */
@Component
public class TrailWatch {

  private static final Logger LOG = LoggerFactory.getLogger(TrailWatch.class);
  /** Of several nodes one verifies. */
  private static final Duration ONCE_IN = Duration.ofHours(6);

  private final Verification verification;
  private final VerificationRepository verified;
  private final SealRepository seals;
  private final TrailRows rows;
  private final Clock clock;

  TrailWatch(Verification verification, VerificationRepository verified, SealRepository seals, TrailRows rows,
      Clock clock) {
    this.verification = verification;
    this.verified = verified;
    this.seals = seals;
    this.rows = rows;
    this.clock = clock;
  }

  @Scheduled(cron = "${remit.trail.verify}", zone = "${remit.zone}")
  void verifyTonight() {
    if (last().filter(each -> each.at().isAfter(clock.instant().minus(ONCE_IN))).isEmpty()) {
      verify();
    }
  }

  /** Verifies all of it now; one at a time on this node. */
  synchronized TrailReport verify() {
    TrailReport report = verification.verify();
    verified.add(report);
    if (report.isGood()) {
      LOG.info("The trail is as it was sealed: {} rows, {} seals, the last is {}", report.sealedRows(),
          report.seals(), report.head());
    } else {
      LOG.error("The trail is not as it was sealed: {} findings, the first is {}", report.allFindings(),
          report.findings().get(0));
    }
    return report;
  }

  /** What the last verification found. */
  Optional<Verified> last() {
    return verified.last();
  }

  /** How many findings the last verification had; 0 if there was none yet. */
  public long findings() {
    return last().map(Verified::findings).orElse(0L);
  }

  /** How many rows wait for their seal now. */
  public long unsealedRows() {
    return Arrays.stream(TrailTable.values()).mapToLong(table -> rows.above(table, seals.sealedTo(table))).sum();
  }
}
