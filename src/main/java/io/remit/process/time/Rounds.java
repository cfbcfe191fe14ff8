package io.remit.process.time;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFollowing;
import io.remit.figures.DailySnapshot;
import io.remit.limitation.LimitationWatch;
import io.remit.outsourcing.change.PartnerChanges;
import io.remit.person.SharedContacts;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What is looked at again and again beside the engine's jobs, where time is run and does not tick. */
@Component
class Rounds {

  private final CaseFollowing following;
  private final LimitationWatch limitations;
  private final SharedContacts sharedContacts;
  private final NightlyRound nightly;
  private final DailySnapshot snapshot;
  private final PartnerChanges partnerChanges;
  private final BusinessCalendar calendar;

  Rounds(CaseFollowing following, LimitationWatch limitations, SharedContacts sharedContacts, NightlyRound nightly,
      DailySnapshot snapshot, PartnerChanges partnerChanges, BusinessCalendar calendar) {
    this.following = following;
    this.limitations = limitations;
    this.sharedContacts = sharedContacts;
    this.nightly = nightly;
    this.snapshot = snapshot;
    this.partnerChanges = partnerChanges;
    this.calendar = calendar;
  }

  /** Time is about to run. */
  void begin() {
    following.tryAll();
    look();
    closeDaysBefore(calendar.now());
  }

  /** Looks for what time itself brings about. */
  void look() {
    limitations.look();
    sharedContacts.look();
    partnerChanges.look();
  }

  /** Makes the round of the night, if a day has begun since the last. */
  void lookOnceADay() {
    nightly.look();
  }

  /** Closes each day that ended before the one of a moment. */
  void closeDaysBefore(Instant moment) {
    snapshot.closeDaysBefore(calendar.dayOf(moment));
  }
}
