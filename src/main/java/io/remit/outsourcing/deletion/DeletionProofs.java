package io.remit.outsourcing.deletion;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.outsourcing.HandedOver;
import io.remit.outsourcing.PartnerTasks;
import io.remit.outsourcing.PlacementEnded;
import io.remit.outsourcing.deletion.DeletionProof.Status;
import io.remit.outsourcing.deletion.DeletionProof.Way;
import io.remit.outsourcing.deletion.DeletionProofRepository.Confirmed;
import io.remit.partner.Partner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the partner of each placement that ended to confirm that it deleted the data of the case. The proof comes by
 * file, by the partner's people in Tasklist, or by a letter that an officer records. Told again it changes nothing.
 */
@Component
public class DeletionProofs {

  private static final String MODEL = "deletion-proof";
  private static final String PARTNERS_MODEL = "partner-deletion";
  private static final String PROVEN = "PROVEN";

  private static final int LONGEST_NOTE = 2_000;

  private final DeletionProofRepository proofs;
  private final PartnerTasks people;
  private final MatterProcess process;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final int days;

  /** @param days calendar days after the end of a placement within which the proof is in time */
  DeletionProofs(DeletionProofRepository proofs, PartnerTasks people, MatterProcess process,
      BusinessCalendar calendar, Timeline timeline,
      @Value("${remit.outsourcing.deletion-days}") int days) {
    this.proofs = proofs;
    this.people = people;
    this.process = process;
    this.calendar = calendar;
    this.timeline = timeline;
    this.days = days;
  }

  @EventListener
  void ended(PlacementEnded ended) {
    if (proofs.find(ended.placementId()).isPresent()) {
      return;
    }
    DeletionProof proof = new DeletionProof(ended.placementId(), ended.partnerId(), ended.caseNumber(), calendar.now(),
        calendar.today().plusDays(days), Status.MISSING, null, null, null);
    proofs.insert(proof);
    process.start(proof.matter(), MODEL);
    if (people.hasPeople(Partner.groupOf(proof.partnerId()))) {
      process.start(proof.confirmation(), PARTNERS_MODEL);
    }
  }

  /** A partner that has the case again needs its data. */
  @EventListener
  void handedOver(HandedOver handedOver) {
    missingOf(handedOver.partnerId(), handedOver.caseNumber()).forEach(proof -> {
      proofs.settle(proof.placementId(), Status.NOT_NEEDED, null, calendar.now());
      nobodyIsAsked(proof);
    });
  }

  private List<DeletionProof> missingOf(String partnerId, String caseNumber) {
    return proofs.of(partnerId, caseNumber).stream().filter(proof -> proof.status() == Status.MISSING).toList();
  }

  /** What is missing of a partner, the oldest first. */
  public List<DeletionProof> missing(String partnerId, int most) {
    return proofs.missing(partnerId, most);
  }

  /** Whether a proof was ever asked of the partner for the case. */
  public boolean isAskedFor(String partnerId, String caseNumber) {
    return !proofs.of(partnerId, caseNumber).isEmpty();
  }

  /**
   * The first day on which the data of a case can have been deleted: when the newest placement ended.
   *
   * @return empty if no proof was asked of the partner for the case
   */
  public Optional<LocalDate> earliest(String partnerId, String caseNumber) {
    return proofs.of(partnerId, caseNumber).stream().map(DeletionProof::askedAt).max(Instant::compareTo)
        .map(calendar::dayOf);
  }

  /**
   * A partner confirms by file that it deleted the data of cases. What is confirmed already stays as it is.
   *
   * @param deletedOn by case number
   */
  public void confirmedByFile(String partnerId, Map<String, LocalDate> deletedOn) {
    deletedOn.forEach((caseNumber, day) -> confirm(partnerId, caseNumber,
        new Confirmed(Way.FILE, day, Partner.groupOf(partnerId), null)));
  }

  /**
   * An officer records a letter in which a partner confirms it for some cases: all of them or none.
   *
   * @param deletedOn ISO date, the same for all
   * @param note which letter it is
   * @param by user id
   * @throws InvalidInputException if a field cannot be accepted
   */
  @Transactional
  public void confirmedByLetter(String partnerId, List<String> caseNumbers, @Nullable String deletedOn,
      @Nullable String note, String by) {
    if (caseNumbers.isEmpty()) {
      throw new InvalidInputException("cases", "name at least one case");
    }
    String letter = EnteredText.reason(note);
    for (String caseNumber : caseNumbers) {
      LocalDate earliest = earliest(partnerId, caseNumber).orElseThrow(() -> new InvalidInputException("cases",
          "names a case of which this partner has nothing to confirm: " + caseNumber));
      confirm(partnerId, caseNumber, new Confirmed(Way.LETTER, day("deletedOn", deletedOn, earliest), by, letter));
    }
  }

  private void confirm(String partnerId, String caseNumber, Confirmed confirmed) {
    missingOf(partnerId, caseNumber).forEach(proof -> {
      note(proof, confirmed);
      nobodyIsAsked(proof);
    });
  }

  private void nobodyIsAsked(DeletionProof proof) {
    process.changed(proof.matter(), PROVEN);
    process.changed(proof.confirmation(), PROVEN);
  }

  private void note(DeletionProof proof, Confirmed confirmed) {
    if (proofs.settle(proof.placementId(), Status.CONFIRMED, confirmed, calendar.now())) {
      timeline.add(proof.caseNumber(), EntryKind.PLACEMENT, confirmed.by(),
          "The partner confirmed that it deleted the data", proof.partnerId() + ", " + confirmed.deletedOn());
    }
  }

  /**
   * That the data is deleted, as a form sends it.
   *
   * @param deletedOn ISO date
   */
  public record Entered(@Nullable String deletedOn, @Nullable String note) {
  }

  /**
   * Takes the confirmation of a partner's person, from their own task.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void confirmedByPartner(MatterKey confirmation, Entered entered, String actor) {
    DeletionProof proof = of(confirmation);
    note(proof, new Confirmed(Way.TASKLIST, day(proof, entered), actor, EnteredText.note(entered.note())));
    process.changed(proof.matter(), PROVEN);
  }

  /**
   * Takes the letter of a partner that an officer records, from the task of a late proof.
   *
   * @param actor user id
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void letterCame(MatterKey matter, Entered entered, String actor) {
    DeletionProof proof = of(matter);
    note(proof, new Confirmed(Way.LETTER, day(proof, entered), actor,
        EnteredText.required("note", entered.note(), LONGEST_NOTE)));
    process.changed(proof.confirmation(), PROVEN);
  }

  private LocalDate day(DeletionProof proof, Entered entered) {
    return day("deletedOn", entered.deletedOn(), calendar.dayOf(proof.askedAt()));
  }

  private LocalDate day(String field, @Nullable String entered, LocalDate earliest) {
    LocalDate day = EnteredText.date(field, entered == null ? "" : entered);
    if (day.isBefore(earliest) || day.isAfter(calendar.today())) {
      throw new InvalidInputException(field, "must be a day from the end of the placement, " + earliest
          + ", to today");
    }
    return day;
  }

  /** When a proof is late: the start of business on the day after its last. */
  public Instant lateAt(MatterKey matter) {
    return calendar.startOfBusiness(of(matter).dueOn().plusDays(1));
  }

  /** The last day on which a proof is in time. */
  public LocalDate dueOn(MatterKey matter) {
    return of(matter).dueOn();
  }

  /** The partner of which a proof is asked. */
  public String partnerOf(MatterKey matter) {
    return of(matter).partnerId();
  }

  private DeletionProof of(MatterKey matter) {
    return proofs.find(matter.number())
        .orElseThrow(() -> new IllegalStateException("no proof was asked for " + matter));
  }
}
