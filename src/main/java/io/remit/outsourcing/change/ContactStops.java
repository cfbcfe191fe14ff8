package io.remit.outsourcing.change;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.Status;
import io.remit.gate.ContactBars;
import io.remit.gate.Reachability;
import io.remit.hold.Hold;
import io.remit.hold.Holds;
import io.remit.outsourcing.change.PlacedNow.Stop;
import io.remit.partner.Partner;
import io.remit.region.RegionalRules;
import io.remit.safety.SafetyNotes;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stops a partner from contacting a debtor, beside the hours and the caps that the gate knows: what the partner is
 * told of it is that it is so and until when, never why.
 */
@Component
class ContactStops {

  private final Holds holds;
  private final ContactBars bars;
  private final RegionalRules regions;
  private final SafetyNotes safety;
  private final BusinessCalendar calendar;

  ContactStops(Holds holds, ContactBars bars, RegionalRules regions, SafetyNotes safety, BusinessCalendar calendar) {
    this.holds = holds;
    this.bars = bars;
    this.regions = regions;
    this.safety = safety;
    this.calendar = calendar;
  }

  /** Whether nobody of the partner may contact the debtor about this case; null if that is not so. */
  @Nullable Stop ofAll(CollectionCase current, Partner partner) {
    if (bars.isBarred(current.debtorId(), partner.group())) {
      return new Stop(null);
    }
    return current.status() != Status.HELD ? null
        : longest(holds.inForce(current.caseNumber()).stream().filter(hold -> hold.rule().stopsAll()).toList());
  }

  /** The channels of the partner's by which the debtor may not be contacted. */
  Map<Channel, Stop> of(CollectionCase current, Reachability debtor, Partner partner) {
    Map<Channel, Stop> stops = new EnumMap<>(Channel.class);
    for (Channel channel : partner.scope().channels()) {
      stopOf(channel, current, debtor).ifPresent(stop -> stops.put(channel, stop));
    }
    return stops;
  }

  private Optional<Stop> stopOf(Channel channel, CollectionCase current, Reachability debtor) {
    boolean unsafe = channel == Channel.VISIT && safety.forbidsVisits(debtor.debtor().debtorId());
    if (debtor.optedOut().contains(channel) || unsafe) {
      return Optional.of(new Stop(null));
    }
    if (current.heldChannels().contains(channel)) {
      return Optional.of(longest(holds.inForce(current.caseNumber()).stream()
          .filter(hold -> hold.rule().stops().contains(channel.name())).toList()));
    }
    return channel != Channel.VISIT ? Optional.empty()
        : regions.visitsStoppedUntil(debtor.debtor()).map(until -> new Stop(calendar.dayOf(until)));
  }

  private static Stop longest(List<Hold> stopping) {
    boolean known = !stopping.isEmpty() && stopping.stream().allMatch(hold -> hold.until() != null);
    LocalDate until = !known ? null
        : stopping.stream().map(hold -> Objects.requireNonNull(hold.until())).max(Comparator.naturalOrder()).get();
    return new Stop(until);
  }
}
