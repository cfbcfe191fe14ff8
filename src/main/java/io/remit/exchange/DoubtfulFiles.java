package io.remit.exchange;

import io.remit.exchange.DeliveryFailedException.Reason;
import io.remit.exchange.DoubtfulFile.Outcome;
import io.remit.node.HomeDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of which nobody knows whether they were brought: while a restored database rests, what has no receipt and does
 * not lie there may have been brought by the lost one, and taken away since. Each waits until a person has asked.
 */
@Component
class DoubtfulFiles {

  private final DoubtfulFileRepository doubts;
  private final DeliveryRepository deliveries;
  private final Function<Instant, Optional<Instant>> restsUntil;
  private final TransactionTemplate atOnce;
  private final Clock clock;

  @Autowired
  DoubtfulFiles(DoubtfulFileRepository doubts, DeliveryRepository deliveries, HomeDatabase home,
      PlatformTransactionManager transactions, Clock clock) {
    this(doubts, deliveries, home::restsUntil, transactions, clock);
  }

  /** @param restsUntil until when nothing goes out by itself, if a restored database rests at that moment */
  DoubtfulFiles(DoubtfulFileRepository doubts, DeliveryRepository deliveries,
      Function<Instant, Optional<Instant>> restsUntil, PlatformTransactionManager transactions, Clock clock) {
    this.doubts = doubts;
    this.deliveries = deliveries;
    this.restsUntil = restsUntil;
    this.atOnce = new TransactionTemplate(transactions);
    // Whatever becomes of the work around it, the file is noted.
    this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * Lets a file go that is in no doubt, or of which a person said that it is to be sent.
   *
   * @param file without a receipt, and not there
   * @throws DeliveryFailedException if it has to wait; it is noted then
   */
  void letGo(Delivered file, boolean anotherThere) {
    Instant now = clock.instant();
    Optional<DoubtfulFile> known = doubts.find(file.correspondent(), file.fileName());
    boolean free = known.map(each -> each.outcome() != null).orElseGet(() -> restsUntil.apply(now).isEmpty());
    if (free) {
      return;
    }
    if (known.isEmpty()) {
      try {
        atOnce.executeWithoutResult(status -> doubts.insert(file.correspondent(), file.fileName(), file.way(),
            file.bytes(), file.sha256(), anotherThere, now));
      } catch (DuplicateKeyException anotherNodeDid) {
        // Then it is noted.
      }
    }
    throw new DeliveryFailedException(file.correspondent(), Reason.IN_DOUBT, null);
  }

  /** Those that wait, the oldest first. */
  List<DoubtfulFile> waiting() {
    return doubts.waiting();
  }

  /**
   * Settles one, as a person found out. What arrived has its receipt from then on.
   *
   * @return false if there is none of this number that waits
   */
  boolean settle(long id, Outcome outcome, String by) {
    return Boolean.TRUE.equals(atOnce.execute(status -> {
      Optional<DoubtfulFile> waits = doubts.lock(id).filter(file -> file.outcome() == null);
      waits.ifPresent(file -> {
        doubts.decided(id, outcome, by, clock.instant());
        if (outcome == Outcome.ARRIVED) {
          deliveries.insert(new Delivered(file.correspondent(), file.fileName(), file.way(), file.bytes(),
              file.sha256(), clock.instant()));
        }
      });
      return waits.isPresent();
    }));
  }
}
