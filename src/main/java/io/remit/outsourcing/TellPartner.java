package io.remit.outsourcing;

import io.remit.cases.EntryKind;
import io.remit.cases.OutsideWork.Who;
import io.remit.cases.Timeline;
import io.remit.hold.Hold;
import io.remit.outside.OutsideNotices;
import io.remit.outside.OutsideNotices.Change;
import io.remit.outside.OutsideNotices.Raised;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whether a person has to tell a partner what changed about a case. What the partner is told by a file of changes
 * nobody has to tell it, unless it does not acknowledge the file; but whether a partner keeps a case that somebody
 * decides on here, such as one of a debtor who died, an outsourcing officer decides too.
 */
@Component
public class TellPartner {

  /** What needs no decision: the file says all that there is to say. */
  private static final Set<String> FILE_SAYS_ALL = saidByFile();

  private final OutsideNotices notices;
  private final PartnerNotices tasks;
  private final ChangesByFile byFile;
  private final PlacementRepository placements;
  private final Timeline timeline;

  TellPartner(OutsideNotices notices, PartnerNotices tasks, ChangesByFile byFile, PlacementRepository placements,
      Timeline timeline) {
    this.notices = notices;
    this.tasks = tasks;
    this.byFile = byFile;
    this.placements = placements;
    this.timeline = timeline;
  }

  private static Set<String> saidByFile() {
    Set<String> byItself = Arrays.stream(Hold.Reason.values()).filter(reason -> !reason.isReviewed()).map(Enum::name)
        .collect(Collectors.toSet());
    Arrays.stream(PlacementReturns.Reason.values()).map(Enum::name).forEach(byItself::add);
    byItself.addAll(Set.of("PAID", "WITHDRAWN", "STAGE_LEFT", "RESUMED"));
    return Set.copyOf(byItself);
  }

  /**
   * Something changed that the partner is told by its next file of changes: a person is asked only if that may not be
   * enough.
   *
   * @param what in a word, such as {@code PAID} or the reason of a hold
   */
  void changed(String caseNumber, String what) {
    boolean fileIsEnough = FILE_SAYS_ALL.contains(what) && notices.toTell(caseNumber, Who.PARTNER).isEmpty()
        && placements.newestPartner(caseNumber).filter(byFile::areTakenBy).isPresent();
    if (!fileIsEnough) {
      byHand(caseNumber, what);
    }
  }

  /**
   * A person has to tell, or to decide.
   *
   * @param what in a word
   */
  void byHand(String caseNumber, String what) {
    if (notices.raise(caseNumber, Who.PARTNER, what) == Raised.OPENED) {
      tasks.tellPartner(caseNumber);
    }
  }

  /** A person told it, or decided. */
  void told(String caseNumber, PlacementChanges.Told outcome, String actor) {
    notices.close(caseNumber, Who.PARTNER, outcome.name(), actor);
  }

  /**
   * A partner did not take what a file says of a case, or did not say whether it did: a person tells it, unless one did
   * since the file was put together.
   *
   * @param what in a word, such as {@code DO_NOT_CONTACT}
   */
  public void notAcknowledged(String caseNumber, String what, Instant composedAt) {
    boolean told = lastTold(caseNumber).filter(at -> !at.isBefore(composedAt)).isPresent();
    if (!told && notices.toTell(caseNumber, Who.PARTNER).stream().noneMatch(change -> change.what().equals(what))) {
      byHand(caseNumber, what);
    }
  }

  /** When a person last told the partner something about a case. */
  public Optional<Instant> lastTold(String caseNumber) {
    return notices.lastTold(caseNumber, Who.PARTNER);
  }

  /**
   * The partner acknowledged all that files of changes say of a case. Nobody has to tell it by hand any more, unless
   * something changed since, or there is something to decide.
   *
   * @param composedAt when the newest of these files was put together
   * @param saidByFiles the words of what files say, such as {@code DO_NOT_CONTACT}
   */
  public void acknowledged(String caseNumber, String partnerId, Instant composedAt, Set<String> saidByFiles) {
    List<Change> open = notices.toTell(caseNumber, Who.PARTNER);
    boolean toldAll = open.stream().allMatch(change -> saidByFiles.contains(change.what())
        || FILE_SAYS_ALL.contains(change.what()) && !change.at().isAfter(composedAt));
    if (!open.isEmpty() && toldAll) {
      notices.acknowledged(caseNumber, Who.PARTNER, partnerId);
      tasks.nothingToTell(caseNumber);
      timeline.add(caseNumber, EntryKind.PLACEMENT, partnerId, "The partner acknowledged what changed");
    }
  }
}
