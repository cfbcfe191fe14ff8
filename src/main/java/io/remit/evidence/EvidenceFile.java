package io.remit.evidence;

import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.evidence.EvidenceItem.Kind;
import io.remit.evidence.EvidenceItem.Verdict;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of evidence that each matter has, and what a second person found of it. */
@Component
public class EvidenceFile {

  private static final int LONGEST_ISSUER = 200;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_PLACE = 300;

  private final EvidenceRepository evidence;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  EvidenceFile(EvidenceRepository evidence, SecondPerson secondPerson, BusinessCalendar calendar, Timeline timeline,
      ApplicationEventPublisher events) {
    this.evidence = evidence;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
    this.timeline = timeline;
    this.events = events;
  }

  /**
   * A document as it was entered.
   *
   * @param kind a constant of {@link Kind}
   * @param documentNumber may be null
   * @param keptAt where the document lies
   * @param receivedOn ISO date, today or before
   */
  public record Entered(String kind, String issuer, @Nullable String documentNumber, String keptAt, String receivedOn) {
  }

  /**
   * Adds a document to a matter.
   *
   * @param by user id
   * @return its id
   * @throws InvalidInputException if a field cannot be accepted
   */
  @Transactional
  public long add(MatterKey matter, Entered entered, String by) {
    Kind kind = EnteredText.choice("kind", entered.kind(), Kind.class);
    LocalDate received = EnteredText.date("receivedOn", entered.receivedOn());
    if (received.isAfter(calendar.today())) {
      throw new InvalidInputException("receivedOn", "lies ahead");
    }
    String number = entered.documentNumber() == null || entered.documentNumber().isBlank() ? null
        : EnteredText.required("documentNumber", entered.documentNumber(), LONGEST_NUMBER);
    long evidenceId = evidence.insert(new EvidenceItem(0, matter.toString(), kind,
        EnteredText.required("issuer", entered.issuer(), LONGEST_ISSUER), number,
        EnteredText.required("keptAt", entered.keptAt(), LONGEST_PLACE), received, calendar.now(), by, null, null,
        null));
    timeline.add(matter.caseNumber(), EntryKind.EVIDENCE, by, "Evidence was received", kind.name());
    events.publishEvent(new EvidenceChanged(matter));
    return evidenceId;
  }

  /**
   * Records what a second person found, from outside the matter's process.
   *
   * @param verdict a constant of {@link Verdict}
   * @param by user id; another than who added it
   * @throws InvalidInputException if it cannot be accepted
   */
  @Transactional
  public void judge(MatterKey matter, long evidenceId, String verdict, String by) {
    judgeWithin(matter, "evidenceId", evidenceId, EnteredText.choice("verdict", verdict, Verdict.class), by);
    events.publishEvent(new EvidenceChanged(matter));
  }

  /**
   * The same by a step of the matter's own process.
   *
   * @param field of the form, which names the item
   */
  public void judgeWithin(MatterKey matter, String field, long evidenceId, Verdict verdict, String by) {
    EvidenceItem item = evidence.lock(matter, evidenceId)
        .orElseThrow(() -> new InvalidInputException(field, "is no evidence of this matter"));
    if (item.verdict() != null) {
      throw new InvalidInputException(field, "was checked already");
    }
    secondPerson.mustDecide(field, by, new Raised(matter.caseNumber(), item.addedBy(), item.addedAt()),
        "was added by you; another person checks it");
    evidence.judge(evidenceId, verdict, by, calendar.now());
    timeline.add(matter.caseNumber(), EntryKind.EVIDENCE, by,
        "Evidence was checked: " + verdict.name().toLowerCase(Locale.ROOT), item.kind().name());
  }

  /** The evidence of a matter, oldest first. */
  public List<EvidenceItem> of(MatterKey matter) {
    return evidence.of(matter);
  }

  /** The evidence of all matters of a case, oldest first. */
  public List<EvidenceItem> ofCase(String caseNumber) {
    return evidence.ofCase(caseNumber);
  }

  /** Whether evidence of one of these kinds was accepted, or of any kind if none is named. */
  public boolean shows(MatterKey matter, Collection<Kind> oneOf) {
    return evidence.of(matter).stream().filter(item -> item.verdict() == Verdict.ACCEPTED)
        .anyMatch(item -> oneOf.isEmpty() || oneOf.contains(item.kind()));
  }

  /** Whether somebody has yet to check some of it. */
  public boolean isToBeChecked(MatterKey matter) {
    return evidence.of(matter).stream().anyMatch(item -> item.verdict() == null);
  }

  /** Whether some of it was forged. */
  public boolean isForged(MatterKey matter) {
    return evidence.of(matter).stream().anyMatch(item -> item.verdict() == Verdict.FORGED);
  }
}
