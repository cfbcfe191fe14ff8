package io.remit.kill;

import static io.remit.kill.Breakpoints.Place.before;
import static io.remit.kill.Breakpoints.Place.behind;

import io.remit.kill.Breakpoints.Place;
import java.util.List;
import java.util.Random;

/** Where a node is killed, by what it is doing there. */
enum KillPoint {

  /** Some rows of a batch are written, and nothing of it is committed. */
  ARREARS_ROW(Work.ARREARS, 90, before("io.remit.cases.FileDebtors$OfRows", "store")),
  /** All rows of a batch are written, and nothing of it is committed. */
  ARREARS_BATCH_WRITTEN(Work.ARREARS, 1, before("io.remit.cases.PortfolioIntake", "applySnapshots"), commits()),
  /** One batch is committed, the next is not begun. */
  ARREARS_BETWEEN_BATCHES(Work.ARREARS, 1, before("io.remit.cases.PortfolioIntake", "applySnapshots").times(2)),
  /** All rows are committed, and the file is not marked as applied. */
  ARREARS_NOT_MARKED(Work.ARREARS, 1, before("io.remit.intake.delivery.IntakeFiles", "finish")),
  /** The file is marked, and nobody was told. */
  ARREARS_NOT_ANSWERED(Work.ARREARS, 1, behind("io.remit.intake.delivery.IntakeFiles", "finish")),

  /** Some payments are booked, and not committed. */
  PAYMENT_BOOKED(Work.PAYMENTS, 90, before("io.remit.payment.PaymentNotes", "payment")),
  /** A batch of payments is booked and its cases are closed, and nothing of it is committed. */
  PAYMENTS_NOT_COMMITTED(Work.PAYMENTS, 1, before("io.remit.payment.PaymentPosting", "post"), commits()),
  /** A batch of payments is committed, and nobody counted it. */
  PAYMENTS_COMMITTED(Work.PAYMENTS, 1, before("io.remit.payment.PaymentPosting", "post"), committed()),

  /** Of some movements of a bank statement it is known for whom they are, and nothing is committed. */
  MOVEMENT_MATCHED(Work.STATEMENT, 90, before("io.remit.payment.MovementPosting", "book")),
  /** One batch of a bank statement is committed, the next is not begun. */
  STATEMENT_BETWEEN_BATCHES(Work.STATEMENT, 1, before("io.remit.intake.PostingBatches", "finish").times(2)),

  /** A message is claimed, and the gate was not asked. */
  MESSAGE_CLAIMED(Work.MESSAGES, 2, before("io.remit.contact.dispatch.Dispatcher", "send")),
  /** It is written down that a message is handed over, and the gateway was not called. */
  MESSAGE_NOT_CALLED(Work.MESSAGES, 2, before("io.remit.gateway.http.HttpSmsChannel", "deliver")),
  /** The gateway has taken a message, and nothing says so. */
  MESSAGE_NOT_MARKED(Work.MESSAGES, 2, before("io.remit.contact.dispatch.AttemptOutcomes", "sent")),
  /** A message is marked as sent, and that is not committed. */
  MESSAGE_MARK_NOT_COMMITTED(Work.MESSAGES, 1, before("io.remit.contact.ContactLedger", "sent"), commits()),
  /** That a message was sent is committed, and the next is claimed and not sent. */
  MESSAGE_MARKED(Work.MESSAGES, 1, before("io.remit.contact.ContactLedger", "sent"), committed()),

  /** A partner's batch is chosen, and no file is made. */
  PARTNER_BATCH_CHOSEN(Work.PARTNER, 1, before("io.remit.outsourcing.BatchDelivery", "deliver")),
  /** The file for a partner is begun under another name. */
  PARTNER_FILE_BEGUN(Work.PARTNER, 1, before("io.remit.exchange.LocalFolder", "write"),
      before("io.remit.files.OwnFiles", "writeToDisk")),
  /** The file for a partner is whole and has not its name. */
  PARTNER_FILE_WRITTEN(Work.PARTNER, 1, before("io.remit.exchange.LocalFolder", "rename")),
  /** The partner can take the file, and there is no receipt. */
  PARTNER_FILE_RENAMED(Work.PARTNER, 1, behind("io.remit.exchange.LocalFolder", "rename")),
  /** There is a receipt, and the batch is not marked as delivered. */
  PARTNER_BATCH_NOT_MARKED(Work.PARTNER, 1, before("io.remit.outsourcing.PlacementBatchRepository", "delivered")),
  /** The batch is marked as delivered, and that is not committed. */
  PARTNER_MARK_NOT_COMMITTED(Work.PARTNER, 1, before("io.remit.outsourcing.PlacementBatchRepository", "delivered"),
      commits()),

  /** Some cases of an order are done, and nothing is committed. */
  ORDER_CASE(Work.ORDER, 8, before("io.remit.batch.CaseBatchRepository", "finish")),

  /** Some cases are moved to a newer model, and that is not committed. */
  MOVES_NOT_COMMITTED(Work.MOVES, 1, before("io.remit.release.migration.MigrationRepository", "settle")),
  /** Some cases are moved to a newer model, the others are not. */
  MOVES_BETWEEN_BATCHES(Work.MOVES, 1, before("io.remit.release.migration.MigrationRepository", "settle"),
      committed()),

  /** The engine has the models of a release, and it is not marked as the one that runs. */
  RELEASE_NOT_MARKED(Work.RELEASE, 1, before("io.remit.release.ReleaseRepository", "deployed")),
  /** A release runs, and no case was told to follow it. */
  RELEASE_NOT_FOLLOWED(Work.RELEASE, 1, before("io.remit.release.migration.Migrations", "deployed")),

  /** The night's work is in the middle. */
  NIGHT_IN_THE_MIDDLE(Work.NIGHT, 1, before("io.remit.visit.day.VisitDays", "makeAll")),
  /** A part of the night's work is done, and not marked as done. */
  NIGHT_NOT_MARKED(Work.NIGHT, 1, before("io.remit.cases.WaitingCheck", "broken"), commits());

  /** What a node is doing; those of one kind of another cannot be done at the same time by one node. */
  enum Work {
    NIGHT("N", 0), ARREARS("A", 1), PAYMENTS("B", 1), STATEMENT("S", 1), MESSAGES("M", 2), PARTNER("P", 3),
    ORDER("O", 4), MOVES("V", 5), RELEASE("R", 5);

    private final String letter;
    private final int thread;

    Work(String letter, int thread) {
      this.letter = letter;
      this.thread = thread;
    }

    /** In the names of its debtors. */
    String letter() {
      return letter;
    }

    boolean excludes(Work other) {
      return thread == other.thread;
    }
  }

  private final Work work;
  private final int mostTimes;
  private final List<Place> places;

  /** @param mostTimes at how many of the times that it comes to the first place it may be killed */
  KillPoint(Work work, int mostTimes, Place... places) {
    this.work = work;
    this.mostTimes = mostTimes;
    this.places = List.of(places);
  }

  private static Place commits() {
    return before("org.postgresql.jdbc.PgConnection", "commit");
  }

  private static Place committed() {
    return behind("org.postgresql.jdbc.PgConnection", "commit");
  }

  Work work() {
    return work;
  }

  /** The way there; at which of more times chance says. */
  List<Place> places(Random random) {
    return mostTimes == 1 ? places : List.of(places.get(0).times(1 + random.nextInt(mostTimes)));
  }
}
