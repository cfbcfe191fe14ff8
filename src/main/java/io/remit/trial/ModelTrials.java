package io.remit.trial;

import io.remit.cases.InvalidInputException;
import io.remit.model.ModelFolder;
import io.remit.release.Releases;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Tries releases in the background, one at a time in the whole installation. A node says that it is still at work;
 * what a node left that died is told as such.
 */
@Service
@Profile("!trial")
class ModelTrials {

  private static final Logger LOG = LoggerFactory.getLogger(ModelTrials.class);
  private static final Duration BEAT = Duration.ofSeconds(20);
  private static final Duration GONE_AFTER = Duration.ofMinutes(2);
  private static final int LONGEST_FAILURE = 500;

  private final ModelTrialRepository trials;
  private final Releases releases;
  private final TriesModels tries;
  private final Clock clock;
  private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "model-trial"));
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "model-trial-heart"));

  ModelTrials(ModelTrialRepository trials, Releases releases, TriesModels tries, Clock clock) {
    this.trials = trials;
    this.releases = releases;
    this.tries = tries;
    this.clock = clock;
  }

  /**
   * Begins to try a release.
   *
   * @param days how long the portfolio lives, 1 to 400
   * @throws InvalidInputException if it is another number
   * @throws io.remit.release.UnknownReleaseException if there is no such release
   * @throws DuplicateKeyException if another release is being tried
   */
  ModelTrial begin(int release, int days, String by) {
    if (days < 1 || days > TrialOrder.MOST_DAYS) {
      throw new InvalidInputException("days", "must lie between 1 and " + TrialOrder.MOST_DAYS);
    }
    ModelFolder models = releases.folder(release);
    Instant now = clock.instant();
    trials.endThoseLeft(now.minus(GONE_AFTER), now, "the node that tried it is gone");
    long trialId = trials.begin(release, days, by, now);
    worker.execute(() -> make(trialId, models, days));
    return trials.newestOf(release).orElseThrow();
  }

  private void make(long trialId, ModelFolder models, int days) {
    var beats = heart.scheduleWithFixedDelay(() -> beat(trialId), BEAT.toMillis(), BEAT.toMillis(),
        TimeUnit.MILLISECONDS);
    try {
      trials.done(trialId, tries.tried(models, days), clock.instant());
    } catch (IllegalStateException refused) {
      failed(trialId, String.valueOf(refused.getMessage()));
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      failed(trialId, "the node that tried it has ended");
    } catch (RuntimeException unexpected) {
      LOG.error("Trial {} failed", trialId, unexpected);
      failed(trialId, "it failed; the log of the node tells why");
    } finally {
      beats.cancel(false);
    }
  }

  private void beat(long trialId) {
    try {
      trials.lives(trialId, clock.instant());
    } catch (RuntimeException lost) {
      LOG.warn("The node could not say that it is still at trial {}", trialId, lost);
    }
  }

  private void failed(long trialId, String why) {
    trials.failed(trialId, why.substring(0, Math.min(why.length(), LONGEST_FAILURE)), clock.instant());
  }

  @PreDestroy
  void end() throws InterruptedException {
    worker.shutdownNow();
    heart.shutdownNow();
    worker.awaitTermination(10, TimeUnit.SECONDS);
  }
}
