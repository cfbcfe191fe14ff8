package io.remit.outsourcing.change;

import io.remit.cases.BusinessCalendar;
import io.remit.outsourcing.change.Marks.Mark;
import io.remit.outsourcing.change.Marks.Told;
import io.remit.outsourcing.change.TellableChanges.Found;
import io.remit.partner.Partner;
import io.remit.partner.PartnerKey;
import io.remit.partner.PartnerRegister;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what a partner is told next. That it is told is written down with the file, before the file is brought:
 * a killed try is followed by the same file, and no change is in two.
 */
@Component
class NextChanges {

  private final Marks marks;
  private final TellableChanges changes;
  private final ChangeFileRepository files;
  private final PartnerRegister register;
  private final ChangeTimes times;
  private final BusinessCalendar calendar;
  private final ChangeFileProcess process;

  NextChanges(Marks marks, TellableChanges changes, ChangeFileRepository files, PartnerRegister register,
      ChangeTimes times, BusinessCalendar calendar, ChangeFileProcess process) {
    this.marks = marks;
    this.changes = changes;
    this.files = files;
    this.register = register;
    this.times = times;
    this.calendar = calendar;
    this.process = process;
  }

  /**
   * Compares cases of a partner with what it was told.
   *
   * @param all whether all its cases, and whatever changed goes; else only those of which something changed, and it
   *     goes only if something of it cannot wait for the hour of the day
   * @return the file; empty if there is nothing to tell now, or the partner has no key for which it could be sealed
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Optional<ChangeFile> of(String partnerId, boolean all) {
    register.lock(partnerId);
    Partner partner = register.get(partnerId);
    PartnerKey key = partner.confirmedKey();
    if (key == null) {
      return Optional.empty();
    }
    List<Mark> marked = marks.of(partnerId);
    Set<Long> fresh = marked.stream().filter(mark -> !mark.looked()).map(Mark::placementId)
        .collect(Collectors.toSet());
    List<Told> looked = marks.all(partnerId).stream().filter(each -> all || fresh.contains(each.placementId()))
        .toList();
    List<Found> found = looked.stream().map(each -> changes.of(each, partner)).filter(each -> !each.isNothing())
        .toList();
    if (all) {
      marks.lookedAtAll(partnerId, calendar.today());
    }
    List<Mark> done = marked.stream().filter(mark -> all || fresh.contains(mark.placementId())).toList();
    if (!all && !times.atOnce() && found.stream().noneMatch(Found::isUrgent)) {
      Set<Long> wait = found.stream().map(Found::placementId).collect(Collectors.toSet());
      marks.canWait(done.stream().filter(mark -> wait.contains(mark.placementId())).toList());
      marks.remove(done.stream().filter(mark -> !wait.contains(mark.placementId())).toList());
      return Optional.empty();
    }
    marks.remove(done);
    return found.isEmpty() ? Optional.empty() : Optional.of(written(partner, key, found));
  }

  private ChangeFile written(Partner partner, PartnerKey key, List<Found> found) {
    ChangeFile file = files.insert(partner.partnerId(), calendar.today(), key.fingerprint(), calendar.now());
    found.forEach(each -> each.changes().forEach(change -> files.add(file, each.placementId(), change)));
    found.forEach(changes::told);
    process.begin(file.reference());
    return file;
  }
}
