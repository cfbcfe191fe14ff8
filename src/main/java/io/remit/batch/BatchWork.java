package io.remit.batch;

import io.remit.batch.CaseBatch.Item;
import io.remit.batch.CaseBatch.Outcome;
import io.remit.cases.InvalidInputException;
import io.remit.cases.SeparateWork;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out batches: each case is looked at again, and goes through the same use case as it would by itself. What
 * became of it is noted in the same transaction, so that a job that runs again leaves alone what is done.
 */
@Component
public class BatchWork {

  private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);
  private static final int LONGEST_WHY = 300;

  private final CaseBatchRepository batches;
  private final CaseStates states;
  private final SeparateWork separately;
  private final OrderedWork work;
  private final Clock clock;

  BatchWork(CaseBatchRepository batches, CaseStates states, SeparateWork separately, OrderedWork work, Clock clock) {
    this.batches = batches;
    this.states = states;
    this.separately = separately;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Works some cases of a batch: all at once or, if one fails, each by itself.
   *
   * @return how many failed, by an error of Remit's own; trying again may help them
   */
  public long work(long batchId, List<String> caseNumbers) {
    CaseBatch batch = batches.find(batchId).orElseThrow();
    try {
      together(batch, caseNumbers);
      return 0;
    } catch (RuntimeException oneFailed) {
      LOG.debug("{} cases of batch {} failed together and are done one by one", caseNumbers.size(), batchId);
      return caseNumbers.stream().filter(caseNumber -> !succeeds(batch, caseNumber)).count();
    }
  }

  private boolean succeeds(CaseBatch batch, String caseNumber) {
    try {
      together(batch, List.of(caseNumber));
      return true;
    } catch (InvalidInputException refused) {
      finishApart(batch, item(caseNumber, Outcome.REFUSED, Refusal.NOT_ACCEPTED.name(), refused.getMessage()));
      return true;
    } catch (RuntimeException failed) {
      String error = failed.getClass().getSimpleName();
      LOG.warn("Case {} of batch {} failed: {}", caseNumber, batch.batchId(), error);
      finishApart(batch, item(caseNumber, Outcome.FAILED, Outcome.FAILED.name(), error));
      return false;
    }
  }

  private void finishApart(CaseBatch batch, Item item) {
    separately.run(() -> {
      batches.finish(batch.batchId(), item);
      return null;
    });
  }

  private void together(CaseBatch batch, List<String> caseNumbers) {
    separately.run(() -> {
      List<String> open = batches.claim(batch.batchId(), caseNumbers);
      if (!open.isEmpty()) {
        carryOut(batch, states.locked(open, batch.order()));
      }
      return null;
    });
  }

  private void carryOut(CaseBatch batch, List<CaseState> cases) {
    Set<String> finished = new HashSet<>();
    for (CaseState each : cases) {
      if (!finished.contains(each.caseNumber())) {
        each.refusalOf(batch.order()).ifPresentOrElse(
            refusal -> batches.finish(batch.batchId(),
                item(each.caseNumber(), Outcome.REFUSED, refusal.name(), refusal.words())),
            () -> work.carryOut(batch, each.caseNumber()).forEach(done -> {
              batches.finish(batch.batchId(), item(done, Outcome.DONE, null, null));
              finished.add(done);
            }));
      }
    }
  }

  private Item item(String caseNumber, Outcome outcome, @Nullable String code, @Nullable String why) {
    return new Item(caseNumber, outcome, code,
        why == null ? null : why.substring(0, Math.min(why.length(), LONGEST_WHY)), clock.instant());
  }
}
