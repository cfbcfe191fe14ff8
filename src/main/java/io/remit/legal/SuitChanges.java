package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseLeftStage;
import io.remit.cases.ChangedOutside;
import io.remit.cases.ChangedOutside.What;
import io.remit.cases.EntryKind;
import io.remit.cases.OutsideWork.Who;
import io.remit.cases.Timeline;
import io.remit.legal.CourtFilingRepository.Filed;
import io.remit.legal.firm.FirmCases;
import io.remit.legal.firm.FirmNotice;
import io.remit.outside.OutsideNotices;
import io.remit.outside.OutsideNotices.Raised;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What changes about a case while a court has it: a legal officer is asked to tell the court, once, with all that
 * changed meanwhile. Also of a part payment: a suit asks for no money that was paid.
 */
@Component
public class SuitChanges {

  static final String PAID = What.PAID.name();
  static final String WITHDRAWN = What.WITHDRAWN.name();
  static final String RESUMED = What.RESUMED.name();
  static final String PART_PAID = SuedAmounts.Moved.PART_PAID.name();
  static final String OWED_AGAIN = SuedAmounts.Moved.OWED_AGAIN.name();
  private static final String STAGE_LEFT = "STAGE_LEFT";

  private static final Set<String> ABOUT_MONEY = Set.of(PAID, WITHDRAWN, PART_PAID, OWED_AGAIN);
  /** Reasons to leave the debtor alone that are nothing to a court. */
  private static final Set<String> ONLY_ABOUT_CONTACT = Set.of("TO_BE_READ", "CEASE", "VULNERABLE");

  private final CourtFilingRepository filings;
  private final SuedAmounts suedFor;
  private final OutsideNotices toTell;
  private final CourtNotices tasks;
  private final FirmCases firms;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  SuitChanges(CourtFilingRepository filings, SuedAmounts suedFor, OutsideNotices toTell, CourtNotices tasks,
      FirmCases firms, BusinessCalendar calendar, Timeline timeline) {
    this.filings = filings;
    this.suedFor = suedFor;
    this.toTell = toTell;
    this.tasks = tasks;
    this.firms = firms;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Something changed about a case that a court has. Nothing is to be told before the dossier is out. */
  @EventListener
  void changed(ChangedOutside changed) {
    if (changed.who() == Who.COURT) {
      filings.pending(changed.caseNumber()).ifPresent(filed -> changed(filed, changed));
    }
  }

  private void changed(Filed filed, ChangedOutside changed) {
    Optional<String> newest = toTell.newest(filed.caseNumber(), Who.COURT, filed.filedAt(), ABOUT_MONEY);
    switch (changed.what()) {
      case PAID, WITHDRAWN -> newest.filter(changed.what().name()::equals).ifPresentOrElse(known -> { },
          () -> raise(filed, changed.what().name()));
      case OWED -> {
        Optional<SuedAmounts.Moved> moved = suedFor.moved(filed.filingId());
        if (newest.filter(known -> known.equals(PAID) || known.equals(WITHDRAWN)).isPresent()) {
          raise(filed, OWED_AGAIN);
        } else {
          moved.ifPresent(how -> raise(filed, how.name()));
        }
      }
      case PAUSED -> Optional.ofNullable(changed.reason()).filter(reason -> !ONLY_ABOUT_CONTACT.contains(reason))
          .ifPresent(reason -> raise(filed, reason));
      case RESUMED -> pausesTold(filed).ifPresent(pause -> raise(filed, RESUMED));
    }
  }

  /** The newest pause that was to be told, unless it is known that nothing pauses the case any more. */
  private Optional<String> pausesTold(Filed filed) {
    return toTell.newestBeside(filed.caseNumber(), Who.COURT, filed.filedAt(), ABOUT_MONEY)
        .filter(newest -> !newest.equals(RESUMED));
  }

  private void raise(Filed filed, String what) {
    Raised raised = toTell.raise(filed.caseNumber(), Who.COURT, what);
    if (raised == Raised.KNOWN) {
      return;
    }
    timeline.add(filed.caseNumber(), EntryKind.COURT, Timeline.SYSTEM, "Changed while the court has it: " + what);
    if (raised == Raised.OPENED) {
      tasks.tellCourt(filed.caseNumber());
    } else if (filed.stayedUntil() != null) {
      filings.stay(filed.filingId(), calendar.today());
      tasks.redate(filed.caseNumber());
    }
  }

  /** The suit is over: nobody needs to tell the court any more. */
  void over(String caseNumber) {
    if (!toTell.toTell(caseNumber, Who.COURT).isEmpty()) {
      toTell.close(caseNumber, Who.COURT, "SUIT_OVER", Timeline.SYSTEM);
      tasks.nothingToTell(caseNumber);
    }
  }

  /** Somebody took the case out of its stage in the engine: the suit is not watched any more. */
  @EventListener
  @Order(CaseLeftStage.OUTSIDE)
  void stageLeft(CaseLeftStage left) {
    Optional<Filed> filed = filings.pending(left.caseNumber());
    if (filings.endPending(left.caseNumber()) > 0) {
      timeline.add(left.caseNumber(), EntryKind.COURT, Timeline.SYSTEM, "The court case ended with the stage", null);
      firms.tell(left.caseNumber(), FirmNotice.What.ENDED, null);
      firms.over(left.caseNumber());
      filed.ifPresent(suit -> raise(suit, STAGE_LEFT));
    }
  }
}
