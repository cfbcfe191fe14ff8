package io.remit.contact.dispatch;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseLog;
import io.remit.cases.Stage;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ContactLedger;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.Gateways;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.gate.Clearance;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends what is planned, each message once. A message is claimed first, then the gate is asked, and only when both are
 * written down is the gateway called, under the attempt's own reference. So there is no moment at which a node could
 * die and leave a message that might have been sent and looks as if it were not.
 */
@Component
public class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int BATCH = 20;
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  /** Each comes after twice as long as the one before: the eighth an hour after the first, as shipped. */
  private static final int MOST_FAILURES = 8;
  private static final String CANNOT_BE_SENT = "it cannot be sent";

  private final String node = UUID.randomUUID().toString();
  private final Claims claims;
  private final ContactLedger ledger;
  private final ContactAttempts attempts;
  private final Drafts drafts;
  private final ContactGate gate;
  private final Gateways gateways;
  private final AttemptOutcomes outcomes;
  private final BusinessCalendar calendar;
  private final Duration doubt;
  /** How often something that nobody foresaw kept each message from being sent, or from being found out about. */
  private final Map<Long, Integer> failures = new ConcurrentHashMap<>();
  /** At what each thread is; the same message may be with two, of which one is about to let go of it. */
  private final Queue<List<Long>> inHand = new ConcurrentLinkedQueue<>();

  /** @param doubt how long a gateway is given before it is asked for a message whose delivery ended in doubt */
  Dispatcher(Claims claims, ContactLedger ledger, ContactAttempts attempts, Drafts drafts, ContactGate gate,
      Gateways gateways, AttemptOutcomes outcomes, BusinessCalendar calendar,
      @Value("${remit.dispatcher.doubt}") Duration doubt) {
    this.claims = claims;
    this.ledger = ledger;
    this.attempts = attempts;
    this.drafts = drafts;
    this.gate = gate;
    this.gateways = gateways;
    this.outcomes = outcomes;
    this.calendar = calendar;
    this.doubt = doubt;
  }

  /** This node, among those that send. */
  String node() {
    return node;
  }

  /**
   * Claims a few planned messages that are due and sends them.
   *
   * @return how many were claimed
   */
  public int dispatch() {
    return withHands(taken -> {
      List<Long> claimed = claims.claim(node, calendar.now(), BATCH, taken);
      attempts(claimed).forEach(this::send);
      return claimed.size();
    });
  }

  /** Does some work; what it takes is with this node until the work is done, and nobody's afterwards. */
  private int withHands(ToIntFunction<Consumer<List<Long>>> work) {
    List<List<Long>> taken = new ArrayList<>();
    try {
      return work.applyAsInt(more -> {
        taken.add(more);
        inHand.add(more);
      });
    } finally {
      taken.forEach(inHand::remove);
    }
  }

  private List<ContactAttempt> attempts(List<Long> claimed) {
    try {
      return attempts.all(claimed);
    } catch (RuntimeException databaseAway) {
      claimed.forEach(this::leaveInDoubt);
      return List.of();
    }
  }

  @SuppressWarnings("try") // the log names the case meanwhile
  private void send(ContactAttempt attempt) {
    long attemptId = attempt.attemptId();
    try (MDC.MDCCloseable log = CaseLog.of(attempt.caseNumber())) {
      Contact contact = new Contact(attempt.caseNumber(), attempt.channel(), attempt.person(), drafts.of(attempt),
          attempt.isAnswer(), attempt.isAnswer() ? attempt.recipient() : null,
          attempt.isTreatment() ? Stage.valueOf(attempt.stage()) : null, null, attempt.purpose());
      MessageChannel gateway = gateways.of(attempt.channel());
      Optional<Clearance> clearance = gate.admit(contact, attemptId,
          allowed -> ledger.handingOver(attemptId, node, Objects.requireNonNull(allowed.text()), gateway.name()));
      if (clearance.isEmpty()) {
        LOG.debug("Attempt {} was cancelled meanwhile", attemptId);
      } else if (clearance.get().allowed()) {
        deliver(attempt, gateway, clearance.get());
      } else {
        outcomes.denied(attempt, clearance.get().decision());
      }
      failures.remove(attemptId);
    } catch (RuntimeException failed) {
      // It stays claimed; what is certain of it is found out as for a node that died.
      LOG.warn("Attempt {} could not be completed: {}", attemptId, failed.getClass().getSimpleName());
      leaveInDoubtOrGiveUp(attemptId);
    }
  }

  /** Whatever keeps a message from being sent, its case goes on after a while. */
  private void leaveInDoubtOrGiveUp(long attemptId) {
    if (failures.merge(attemptId, 1, Integer::sum) < MOST_FAILURES || !givesUp(attemptId)) {
      leaveInDoubt(attemptId);
    }
  }

  /** @return false if that failed too */
  private boolean givesUp(long attemptId) {
    try {
      ContactAttempt attempt = attempts.get(attemptId);
      if (claims.isHandedOver(attemptId)) {
        outcomes.unknown(attempt);
      } else {
        outcomes.failed(attempt, CANNOT_BE_SENT, false);
      }
      failures.remove(attemptId);
      return true;
    } catch (RuntimeException failed) {
      LOG.warn("Attempt {} could not be given up: {}", attemptId, failed.getClass().getSimpleName());
      return false;
    }
  }

  private void leaveInDoubt(long attemptId) {
    int before = Math.min(failures.getOrDefault(attemptId, 1), MOST_FAILURES) - 1;
    try {
      claims.leaveInDoubt(attemptId, node, calendar.now().plus(doubt.multipliedBy(1L << before)));
    } catch (RuntimeException databaseAway) {
      LOG.debug("Attempt {} is looked into when it has been in nobody's hands for a lease", attemptId);
    }
  }

  private void deliver(ContactAttempt attempt, MessageChannel gateway, Clearance clearance) {
    OutgoingMessage message = new OutgoingMessage(referenceOf(attempt), attempt.channel(), attempt.caseNumber(),
        attempt.debtorId(), Objects.requireNonNull(clearance.address()), Objects.requireNonNull(clearance.text()));
    try {
      DeliveryReceipt receipt = gateway.deliver(message);
      outcomes.sent(attempt, clearance.text(), gateway.name(), receipt, clearance.decision());
    } catch (MessageRefusedException refused) {
      outcomes.failed(attempts.get(attempt.attemptId()), refused.getMessage(), refused.addressInvalid());
    } catch (GatewayUnavailableException unavailable) {
      LOG.info("Attempt {} waits for gateway {}: {}", attempt.attemptId(), gateway.name(), unavailable.getMessage());
      claims.release(attempt.attemptId(), node, calendar.now().plus(pauseAfter(attempt)));
    }
  }

  /** The longer a message has been waiting, the longer until the next try. */
  private Duration pauseAfter(ContactAttempt attempt) {
    Duration waiting = Duration.between(attempt.plannedAt(), calendar.now());
    Duration pause = waiting.compareTo(SHORTEST_PAUSE) > 0 ? waiting : SHORTEST_PAUSE;
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private Set<Long> inHand() {
    return inHand.stream().flatMap(List::stream).collect(Collectors.toSet());
  }

  /**
   * Finds out what became of messages that are claimed and in nobody's hands: a node left them in doubt, or died, or
   * could not tell the database any more.
   *
   * @param lease for how long a node counts as alive after its last sign of life
   * @return how many were looked into
   */
  int clarify(Duration lease) {
    return withHands(taken -> {
      List<Claims.Orphan> orphans = claims.adopt(node, lease, calendar.now(), BATCH, this::inHand, taken);
      orphans.forEach(this::clarify);
      return orphans.size();
    });
  }

  private void clarify(Claims.Orphan orphan) {
    try {
      if (orphan.inDoubt()) {
        ask(attempts.get(orphan.attemptId()));
        failures.remove(orphan.attemptId());
      } else {
        claims.release(orphan.attemptId(), node, calendar.now());
      }
    } catch (GatewayUnavailableException away) {
      LOG.info("What became of attempt {} is not known while its gateway is away", orphan.attemptId());
      leaveInDoubt(orphan.attemptId());
    } catch (RuntimeException failed) {
      LOG.warn("What became of attempt {} could not be found out: {}", orphan.attemptId(),
          failed.getClass().getSimpleName());
      leaveInDoubtOrGiveUp(orphan.attemptId());
    }
  }

  private void ask(ContactAttempt attempt) {
    MessageChannel gateway = gateways.of(attempt.channel());
    // Another gateway than the one that was used knows nothing, and that proves nothing.
    DeliveryStatus status = gateway.name().equals(attempt.gateway()) ? gateway.find(referenceOf(attempt))
        : DeliveryStatus.cannotTell();
    switch (status.known()) {
      case TAKEN -> outcomes.sent(attempt, null, gateway.name(), Objects.requireNonNull(status.receipt()),
          attempt.decision());
      case NOT_TAKEN -> claims.release(attempt.attemptId(), node, calendar.now());
      case CANNOT_TELL -> outcomes.unknown(attempt);
    }
  }

  /** When there is something to do that waits for its time; empty if nothing does. */
  public Optional<Instant> nextDue() {
    return claims.nextDue(calendar.now());
  }

  private static String referenceOf(ContactAttempt attempt) {
    return attempt.caseNumber() + "-" + attempt.attemptId();
  }
}
