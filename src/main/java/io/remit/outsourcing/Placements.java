package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.outsourcing.PlacementRepository.Running;
import io.remit.partner.Contract;
import io.remit.partner.PartnerRegister;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Which cases are placed with which partners. */
@Component
public class Placements {

  private final PlacementRepository placements;
  private final PlacementProcess process;
  private final PlacementEnds ends;
  private final PartnerRegister register;
  private final HandOverTimes times;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Placements(PlacementRepository placements, PlacementProcess process, PlacementEnds ends, PartnerRegister register,
      HandOverTimes times, BusinessCalendar calendar, Timeline timeline) {
    this.placements = placements;
    this.process = process;
    this.ends = ends;
    this.register = register;
    this.times = times;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** The partner with whom a case is placed now. */
  public Optional<String> partnerOf(String caseNumber) {
    return placements.currentPartner(caseNumber);
  }

  /** The partner that was given the case and has it still; not one that is only about to get it. */
  public Optional<String> partnerThatHas(String caseNumber) {
    return placements.running(caseNumber).map(Running::partnerId);
  }

  /** Since when the partner that has the case has it; empty if none has. */
  public Optional<Instant> placedSince(String caseNumber) {
    return placements.running(caseNumber).map(Running::since);
  }

  /** The partners of those of these cases that are placed or about to be, by case number. */
  public Map<String, String> partnersOf(Collection<String> caseNumbers) {
    return placements.currentPartners(caseNumbers);
  }

  /** How many cases a partner has now, or is about to get. */
  public int openWith(String partnerId) {
    return placements.openByPartner().getOrDefault(partnerId, 0);
  }

  /**
   * Takes a case back, as an outsourcing officer would in the task. One that is approved and was not handed over yet
   * goes with no batch: an officer decides anew.
   *
   * @param why in words
   * @param actor user id
   */
  public void recall(String caseNumber, String why, String actor) {
    if (placements.isPlaced(caseNumber)) {
      process.returned(caseNumber, PlacementReturns.Return.RECALLED.name(), actor);
    } else if (ends.end(caseNumber, PlacementReturns.Return.RECALLED.name(), why)) {
      timeline.add(caseNumber, EntryKind.PLACEMENT, actor, "Not handed over: recalled before it went", why);
      process.doNotWait(List.of(caseNumber));
    }
  }

  /** The last day on which the partner has the case: of its mandate, or of its contract if that ends before. */
  public Optional<LocalDate> termEnds(String caseNumber) {
    OptionalLong running = placements.runningId(caseNumber);
    if (running.isEmpty()) {
      return Optional.empty();
    }
    LocalDate mandate = placements.termEnds(running.getAsLong()).orElseGet(() ->
        times.termEnds(calendar.dayOf(placements.running(caseNumber).orElseThrow().since())));
    Contract contract = register.get(placements.running(caseNumber).orElseThrow().partnerId()).papers().contract();
    return Optional.of(contract != null && contract.ends().isBefore(mandate) ? contract.ends() : mandate);
  }

  /** The partner that was given the case last, be it there still or not; empty if none ever was. */
  public Optional<String> lastPartner(String caseNumber) {
    return placements.lastPartner(caseNumber);
  }
}
