package io.remit.cases;

import io.remit.cases.FollowUp.Why;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets cases that could not follow their accounts follow as soon as they can. */
@Component
public class CaseFollowing {

  private static final Logger LOG = LoggerFactory.getLogger(CaseFollowing.class);
  private static final int BATCH = 100;

  private final FollowUpRepository waiting;
  private final CaseLifecycle lifecycle;
  private final CaseProcess process;
  private final BusinessCalendar calendar;
  private final TransactionTemplate transaction;

  CaseFollowing(FollowUpRepository waiting, CaseLifecycle lifecycle, CaseProcess process, BusinessCalendar calendar,
      PlatformTransactionManager transactions) {
    this.waiting = waiting;
    this.lifecycle = lifecycle;
    this.process = process;
    this.calendar = calendar;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Tries all that wait, once. */
  @Scheduled(fixedDelayString = "${remit.cases.follow-up:10s}")
  public void tryAll() {
    List<FollowUp> batch = waiting.behind(Optional.empty(), BATCH);
    while (!batch.isEmpty()) {
      batch.forEach(this::tryOne);
      batch = waiting.behind(Optional.of(batch.get(batch.size() - 1)), BATCH);
    }
  }

  private void tryOne(FollowUp followUp) {
    try {
      transaction.executeWithoutResult(status -> process.together(() -> lifecycle.follow(followUp)));
    } catch (RuntimeException failure) {
      LOG.warn("The cases of a debtor cannot follow their accounts: {}", failure.getClass().getName());
      transaction.executeWithoutResult(
          status -> waiting.tried(followUp.debtorId(), followUp.currency(), Why.FAILED, calendar.now()));
    }
  }
}
