package io.remit.hold;

import io.remit.cases.CaseChange;
import io.remit.cases.CaseRepository;
import io.remit.cases.ChangedCases;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.EntryKind;
import io.remit.cases.News;
import io.remit.cases.PausedDays;
import io.remit.cases.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What its holds make of a case: whether it is held, and which channels are stopped. */
@Component
class HeldCases {

  private final HoldRepository holds;
  private final PausedDays pausedDays;
  private final CaseRepository cases;
  private final ChangedCases changes;
  private final News news;
  private final Timeline timeline;

  HeldCases(HoldRepository holds, PausedDays pausedDays, CaseRepository cases, ChangedCases changes, News news,
      Timeline timeline) {
    this.holds = holds;
    this.pausedDays = pausedDays;
    this.cases = cases;
    this.changes = changes;
    this.news = news;
    this.timeline = timeline;
  }

  /** A hold was put on a case: its process is told, if it stops for it, or whoever outside has the case. */
  void pause(Hold placed) {
    changes.paused(placed.caseNumber(), placed.reason().name(), pauses(placed.caseNumber()));
  }

  /** The same by a step of the case's own process, which looks by itself whether the case is held then. */
  void pauseWithin(String caseNumber) {
    pauses(caseNumber);
  }

  /** @return whether the case stops, and did not before */
  private boolean pauses(String caseNumber) {
    List<Hold> inForce = holds.inForce(caseNumber);
    cases.setHeldChannels(caseNumber, channelsStopped(inForce));
    news.ofDebtor(cases.get(caseNumber).debtorId());
    boolean stops = inForce.stream().anyMatch(hold -> hold.rule().stopsAll())
        && cases.get(caseNumber).status() == Status.OPEN;
    if (stops) {
      cases.setStatus(caseNumber, Status.HELD);
    }
    return stops;
  }

  /** A hold on a case is over; the case itself is left as it is. */
  void released(Hold released) {
    String caseNumber = released.caseNumber();
    if (released.rule().keepsTime()) {
      cases.setPausedDays(caseNumber, pausedDays.since(caseNumber, cases.get(caseNumber).baseDueDate()));
    }
    cases.setHeldChannels(caseNumber, channelsStopped(holds.inForce(caseNumber)));
    news.ofDebtor(cases.get(caseNumber).debtorId());
  }

  /** Lets the case of a hold that is over go on, unless another hold is left or the case is closed. */
  void goOn(Hold released, String by) {
    String caseNumber = released.caseNumber();
    if (cases.get(caseNumber).status() == Status.CLOSED) {
      return;
    }
    List<Hold> left = holds.inForce(caseNumber);
    boolean held = left.stream().anyMatch(hold -> hold.rule().stopsAll());
    timeline.add(caseNumber, EntryKind.HOLD, by, held ? "A reason to pause is gone, another is left"
        : "Collection goes on", released.reason().name());
    if (!held && cases.get(caseNumber).status() == Status.HELD) {
      cases.setStatus(caseNumber, Status.OPEN);
      changes.changed(caseNumber, CaseChange.RESUMED);
    }
  }

  /** The channels that these holds stop one by one, or null. */
  private static @Nullable String channelsStopped(List<Hold> inForce) {
    String channels = inForce.stream().filter(hold -> !hold.rule().stopsAll())
        .flatMap(hold -> Arrays.stream(hold.rule().stops().split(","))).map(String::strip).distinct().sorted()
        .collect(Collectors.joining(","));
    return channels.isEmpty() ? null : channels;
  }
}
