package io.remit.hardship;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.evidence.EvidenceFile;
import io.remit.hardship.ReliefPolicy.Approval;
import io.remit.hardship.ReliefPolicy.Possible;
import io.remit.hold.Holds;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may grant relief, and whether it may be granted at all. */
@Component
class ReliefApproval {

  private final Hardships hardships;
  private final HardshipEvidence shown;
  private final EvidenceFile evidence;
  private final Holds holds;
  private final SecondPerson secondPerson;

  ReliefApproval(Hardships hardships, HardshipEvidence shown, EvidenceFile evidence, Holds holds,
      SecondPerson secondPerson) {
    this.hardships = hardships;
    this.shown = shown;
    this.evidence = evidence;
    this.holds = holds;
    this.secondPerson = secondPerson;
  }

  /** @throws InvalidInputException if the evidence was checked by who decides */
  void mustNotHaveChecked(MatterKey hold, String by) {
    evidence.of(hold).forEach(item -> secondPerson.mustDecide("outcome", by,
        new Raised(hold.caseNumber(), item.checkedBy(), item.checkedAt()),
        "is up to another person than who checked the evidence"));
  }

  /** @throws InvalidInputException if there is no evidence where it is needed, or who decides had a part in it */
  void mayGrant(MatterKey hold, Possible relief, String by) {
    if (relief.relief().needsEvidence() && !shown.isAccepted(hold)) {
      throw new InvalidInputException("outcome", "needs accepted evidence first");
    }
    involved(hold, relief.approval()).forEach(part -> secondPerson.mustDecide("outcome", by, part,
        "is up to somebody who had no part in it before"));
  }

  /** Who may not grant relief, beside those who checked the evidence. */
  private List<Raised> involved(MatterKey hold, Approval approval) {
    List<Raised> involved = new ArrayList<>();
    involved.add(holds.get(hold).raised());
    hardships.requestOf(hold).ifPresent(
        request -> involved.add(new Raised(hold.caseNumber(), request.recordedBy(), request.recordedAt())));
    if (approval == Approval.UNINVOLVED_SUPERVISOR) {
      evidence.of(hold).forEach(item -> involved.add(new Raised(hold.caseNumber(), item.addedBy(), item.addedAt())));
    }
    return involved;
  }
}
