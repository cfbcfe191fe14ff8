package io.remit.outsourcing.proposal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.DailyHour;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.SeparateWork;
import io.remit.outsourcing.CaseTerms;
import io.remit.outsourcing.ProposedTerms;
import io.remit.outsourcing.proposal.ProposedBatch.Line;
import io.remit.outsourcing.proposal.ProposedBatch.Result;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is proposed for a partner comes before an officer once a day, as one batch: the list is fixed when it is put
 * together, so that nobody approves what they did not see. A case that was decided by itself meanwhile is left out.
 */
@Component
public class ProposedBatches {

  private static final Logger LOG = LoggerFactory.getLogger(ProposedBatches.class);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
  private static final String EXCEPT = "except";
  private static final String NOT_WAITING = "it did not wait any more, or somebody works on it";
  private static final String LEFT_OUT = "left out by who approved the batch";

  private final ProposedBatchRepository batches;
  private final ProposedTerms terms;
  private final PartnerRegister register;
  private final ProposalProcess process;
  private final SeparateWork separately;
  private final BusinessCalendar calendar;
  private final DailyHour hour;

  /** @param batchAt the hour of each day, such as {@code 08:00}; empty for as soon as a case is proposed */
  ProposedBatches(ProposedBatchRepository batches, ProposedTerms terms, PartnerRegister register,
      ProposalProcess process, SeparateWork separately, BusinessCalendar calendar,
      @Value("${remit.outsourcing.batch-at}") String batchAt, @Value("${remit.zone}") ZoneId zone) {
    this.batches = batches;
    this.terms = terms;
    this.register = register;
    this.process = process;
    this.separately = separately;
    this.calendar = calendar;
    this.hour = DailyHour.of(batchAt, zone);
  }

  /** What an officer can decide on a batch. */
  public enum Outcome {
    /** All go to the partner, but those that are named. */
    APPROVED,
    /** Each is decided by itself. */
    SINGLY
  }

  /**
   * An officer's decision, as the form sends it.
   *
   * @param except case numbers that are decided by themselves, parted by commas or spaces; null or blank for none
   */
  public record Decided(Outcome outcome, @Nullable String except, @Nullable String note) {
  }

  /**
   * A case about which an officer is asked.
   *
   * @param terms what it comes to today
   * @param why it should go to this partner, in words
   */
  public record Asked(CaseTerms terms, String why) {
  }

  /** That a partner was proposed for a case; null if none suits. */
  public void proposed(@Nullable String partnerId) {
    if (partnerId != null && batches.undecided(partnerId).isEmpty()) {
      begin(partnerId);
    }
  }

  private void begin(String partnerId) {
    batches.begin(partnerId, calendar.now());
    process.begin(partnerId);
  }

  /** When the officer is asked about what is proposed for a partner from now on. */
  public Instant due() {
    return hour.next(calendar.now());
  }

  /**
   * Puts what is proposed for a partner, and was in no batch yet, into one.
   *
   * @return whether there is anything
   */
  @Transactional
  public boolean compose(String partnerId) {
    register.lock(partnerId);
    Optional<ProposedBatch> begun = batches.undecided(partnerId);
    if (begun.isPresent() && begun.get().composedAt() != null) {
      return false;
    }
    if (!isMoreProposed(partnerId)) {
      begun.ifPresent(batch -> batches.drop(batch.batchId()));
      return false;
    }
    if (begun.isEmpty()) {
      batches.begin(partnerId, calendar.now());
    }
    batches.compose(batches.undecided(partnerId).orElseThrow(), calendar.now());
    return true;
  }

  /** Whether something is proposed for a partner that was in no batch yet. */
  public boolean isMoreProposed(String partnerId) {
    return batches.isProposedAnew(partnerId);
  }

  /** The cases about which an officer is asked for a partner, in the order of their numbers. */
  public List<Asked> waitingFor(String partnerId) {
    Partner partner = register.get(partnerId);
    return batches.undecided(partnerId).stream().flatMap(batch -> batches.waiting(batch).stream())
        .map(choice -> new Asked(terms.of(choice.caseNumber(), partner), choice.why())).toList();
  }

  /**
   * Takes what an officer decided on the batch of a partner.
   *
   * @param by user id
   * @throws InvalidInputException if a field cannot be accepted
   */
  @Transactional
  public void decide(String partnerId, Decided decided, String by) {
    ProposedBatch batch = batches.undecided(partnerId).filter(each -> each.composedAt() != null)
        .orElseThrow(() -> new InvalidInputException("outcome", "was given before"));
    Set<String> except = numbersIn(decided.except());
    Set<String> its = batches.linesOf(batch.batchId()).stream().map(Line::caseNumber).collect(Collectors.toSet());
    except.stream().filter(each -> !its.contains(each)).findFirst().ifPresent(unknown -> {
      throw new InvalidInputException(EXCEPT, "names a case that is not in this batch: " + shortened(unknown));
    });
    except.forEach(each -> batches.settle(batch.batchId(), each, Result.LEFT, LEFT_OUT));
    batches.decide(batch.batchId(), decided.outcome(), by, calendar.now(), EnteredText.note(decided.note()));
  }

  private static Set<String> numbersIn(@Nullable String entered) {
    return entered == null ? Set.of()
        : Arrays.stream(entered.strip().split("[\\s,;]+")).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
  }

  private static String shortened(String unknown) {
    return unknown.length() <= 20 ? unknown : unknown.substring(0, 20);
  }

  /**
   * Approves each case of the batches that were approved for a partner, each by itself: one that cannot go any more
   * stops no other. Done again it goes on where it was.
   *
   * @throws IllegalStateException if an error of Remit's own stopped some; trying again may help them
   */
  public void approveEach(String partnerId) {
    List<String> failed = new ArrayList<>();
    for (ProposedBatch batch : batches.approved(partnerId)) {
      batches.linesOf(batch.batchId()).stream().filter(line -> line.result() == null)
          .filter(line -> !isSettled(batch, line.caseNumber())).map(Line::caseNumber).forEach(failed::add);
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException(failed.size() + " cases of " + partnerId + " could not be approved");
    }
  }

  private boolean isSettled(ProposedBatch batch, String caseNumber) {
    try {
      separately.run(() -> {
        boolean approved = process.approve(caseNumber, batch.partnerId(), Objects.requireNonNull(batch.decidedBy()));
        batches.settle(batch.batchId(), caseNumber, approved ? Result.APPROVED : Result.LEFT,
            approved ? null : NOT_WAITING);
        return approved;
      });
      return true;
    } catch (InvalidInputException refused) {
      separately.run(() -> {
        batches.settle(batch.batchId(), caseNumber, Result.LEFT, refused.getMessage());
        return false;
      });
      return true;
    } catch (RuntimeException error) {
      LOG.warn("Case {} could not be approved with its batch: {}", caseNumber, error.getClass().getName());
      return false;
    }
  }

  /**
   * Looks once a day for what would be asked of nobody, and for batches in which nothing waits any more.
   */
  @Transactional
  public void look() {
    for (Partner partner : register.all()) {
      String partnerId = partner.partnerId();
      Optional<ProposedBatch> asked = batches.undecided(partnerId);
      if (asked.isPresent() && asked.get().composedAt() != null && batches.waiting(asked.get()).isEmpty()) {
        batches.decide(asked.get().batchId(), Outcome.SINGLY, null, calendar.now(), null);
        process.nothingLeft(partnerId);
      } else if (isMoreProposed(partnerId) && asked.map(this::isForgotten).orElse(true)) {
        asked.ifPresent(batch -> batches.drop(batch.batchId()));
        begin(partnerId);
      }
    }
  }

  /** Whether the hour came and went, and it was not put together: its process is gone. */
  private boolean isForgotten(ProposedBatch begun) {
    return begun.composedAt() == null && hour.next(begun.begunAt()).plus(FORGOTTEN_AFTER).isBefore(calendar.now());
  }

  /** The newest batch of a partner; empty if there was none. */
  Optional<ProposedBatch> newestOf(String partnerId) {
    return batches.newest(partnerId);
  }

  /** Its cases, in the order of their numbers. */
  List<Line> linesOf(ProposedBatch batch) {
    return batches.linesOf(batch.batchId());
  }
}
