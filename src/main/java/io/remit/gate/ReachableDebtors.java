package io.remit.gate;

import io.remit.cases.Channel;
import io.remit.cases.DebtorRepository;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.ContactQuestion.DebtorNow;
import io.remit.gate.ContactQuestion.ThirdParty;
import io.remit.region.RegionalRules;
import io.remit.safety.SafetyNotes;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How debtors can be reached, and by whom they may not be. */
@Component
public class ReachableDebtors {

  private final DebtorRepository debtors;
  private final ReachabilityRepository reachability;
  private final ClearanceRepository clearances;
  private final ContactBars bars;
  private final RegionalRules regions;
  private final SafetyNotes safety;
  private final Employers employers;

  ReachableDebtors(DebtorRepository debtors, ReachabilityRepository reachability, ClearanceRepository clearances,
      ContactBars bars, RegionalRules regions, SafetyNotes safety, Employers employers) {
    this.debtors = debtors;
    this.reachability = reachability;
    this.clearances = clearances;
    this.bars = bars;
    this.regions = regions;
    this.safety = safety;
    this.employers = employers;
  }

  /** How a debtor can be reached. */
  public Reachability of(String debtorId) {
    return reachability.of(debtors.get(debtorId));
  }

  /** Whether the debtor cannot be reached directly: no known number serves, or the last attempts all failed. */
  public boolean isLost(Reachability debtor) {
    return debtor.everyNumberFailed() || clearances.lastAttemptsFailed(debtor.debtor().debtorId());
  }

  /** What the gate is to know of the debtor for one contact. */
  DebtorNow forContact(Contact contact, Reachability debtor) {
    Channel channel = contact.channel();
    return new DebtorNow(isBarred(contact.actor(), debtor),
        contact.person() == Person.DEBTOR && debtor.optedOut().contains(channel),
        contact.answerTo() != null ? Address.USABLE : debtor.of(channel, contact.person()),
        thirdParty(contact.person(), debtor),
        channel == Channel.VISIT && safety.forbidsVisits(debtor.debtor().debtorId()),
        channel == Channel.VISIT ? regions.visitsStoppedUntil(debtor.debtor()).orElse(null) : null);
  }

  private boolean isBarred(@Nullable String actor, Reachability debtor) {
    return actor != null && bars.isBarred(debtor.debtor().debtorId(),
        Stream.concat(Stream.of(actor), employers.of(actor).stream()).collect(Collectors.toSet()));
  }

  private ThirdParty thirdParty(Person person, Reachability debtor) {
    if (person == Person.DEBTOR) {
      return ThirdParty.NOT_CONCERNED;
    }
    if (debtor.thirdPartyClosed()) {
      return ThirdParty.CLOSED;
    }
    return isLost(debtor) ? ThirdParty.MAY_BE_ASKED : ThirdParty.DEBTOR_NOT_LOST;
  }
}
