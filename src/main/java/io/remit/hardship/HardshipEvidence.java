package io.remit.hardship;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.evidence.EvidenceChanged;
import io.remit.evidence.EvidenceFile;
import io.remit.evidence.EvidenceItem.Verdict;
import io.remit.hold.Hold;
import io.remit.hold.HoldPolicy;
import io.remit.hold.HoldRule;
import io.remit.hold.Holds;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whether there is evidence that a debtor cannot pay, and what a second person finds of it. */
@Component
public class HardshipEvidence {

  /** Tells the process of a hardship that evidence came or was checked. */
  private static final String EVIDENCE = "EVIDENCE";

  private final Holds holds;
  private final HoldPolicy policy;
  private final EvidenceFile evidence;
  private final HardshipRepository hardships;
  private final MatterProcess process;
  private final BusinessCalendar calendar;

  HardshipEvidence(Holds holds, HoldPolicy policy, EvidenceFile evidence, HardshipRepository hardships,
      MatterProcess process, BusinessCalendar calendar) {
    this.holds = holds;
    this.policy = policy;
    this.evidence = evidence;
    this.hardships = hardships;
    this.process = process;
    this.calendar = calendar;
  }

  /** Whether evidence waits to be checked by a second person. */
  public boolean isToBeChecked(MatterKey hold) {
    return evidence.isToBeChecked(hold);
  }

  /** Whether the debtor still has time to bring evidence, and has brought none that was accepted. */
  public boolean isAwaited(MatterKey hold) {
    return !isAccepted(hold) && calendar.now().isBefore(holds.reviewDue(hold));
  }

  /** Whether some of the evidence was forged. */
  public boolean isForged(MatterKey hold) {
    return evidence.isForged(hold);
  }

  /** Whether evidence of a kind that {@code hold-rules} asks for was accepted. */
  boolean isAccepted(MatterKey hold) {
    HoldRule rule = policy.ruleOf(Hold.Reason.HARDSHIP);
    return evidence.shows(hold, rule.evidence());
  }

  /**
   * What a second person found of one document, as the form sends it.
   *
   * @param evidenceId the document's number, as the form's list gives it
   */
  public record Checked(Verdict outcome, String evidenceId) {
  }

  /**
   * Takes what a second person found of one document, by a step of the hardship's own process.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void check(MatterKey hold, Checked checked, String by) {
    String evidenceId = checked.evidenceId();
    if (evidenceId == null || !evidenceId.matches("\\d{1,18}")) {
      throw new InvalidInputException("evidenceId", "must be one of the list");
    }
    evidence.judgeWithin(hold, "evidenceId", Long.parseLong(evidenceId), checked.outcome(), by);
  }

  /** Until relief is granted, evidence that comes from outside the process leads it back to its beginning. */
  @EventListener
  void changed(EvidenceChanged changed) {
    MatterKey matter = changed.matter();
    if (matter.kind() == MatterKey.Kind.HOLD && hardships.reliefOf(matter.number()).isEmpty()) {
      Hold hold = holds.get(matter);
      if (hold.reason() == Hold.Reason.HARDSHIP && hold.inForce()) {
        process.changed(matter, EVIDENCE);
      }
    }
  }
}
