package io.remit.contact.treatment;

import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.contact.channel.Gateways;
import io.remit.gate.ContactLimits;
import io.remit.gate.Reachability;
import io.remit.gate.ReachableDebtors;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** By which channels the debtor of a case may be contacted, as things are: at some hour, if not now. */
@Component
class UsableChannels {

  private final ReachableDebtors debtors;
  private final ContactLimits limits;
  private final VisitQuestions visits;
  private final Gateways gateways;

  UsableChannels(ReachableDebtors debtors, ContactLimits limits, VisitQuestions visits,
      Gateways gateways) {
    this.debtors = debtors;
    this.limits = limits;
    this.visits = visits;
    this.gateways = gateways;
  }

  /** Whether the gate would ever let a channel be used for this case as things are: at some hour, if not now. */
  boolean mayBe(CollectionCase current, Reachability debtor, Channel channel) {
    return limits.allows(current.stage(), channel) && !current.heldChannels().contains(channel)
        && limits.windowOf(debtor, channel).isPresent();
  }

  /** Whether a robot may ever call as things are, and there is one. */
  boolean robotMayCall(CollectionCase current, Reachability debtor) {
    return gateways.robotsCall() && mayBe(current, debtor, Channel.ROBOT_CALL);
  }

  /**
   * Whether a person may ever make a contact by this channel as things are, and if it is a visit somebody could go
   * there.
   */
  boolean mayBe(CollectionCase current, Channel channel) {
    Reachability debtor = debtors.of(current.debtorId());
    return mayBe(current, debtor, channel)
        && (channel != Channel.VISIT || visits.arePossible(debtor.debtor()));
  }

  /** Whether a call may be made to the debtor, or to a contact person instead. */
  boolean callMakesSense(CollectionCase current) {
    Reachability debtor = debtors.of(current.debtorId());
    return mayBe(current, debtor, Channel.CALL) || debtor.hasContactPerson() && debtors.isLost(debtor);
  }

  /** Whether nothing at all reaches the debtor, as far as is known. */
  boolean isUnreachable(CollectionCase current) {
    Reachability debtor = debtors.of(current.debtorId());
    return Arrays.stream(Channel.values()).noneMatch(channel -> limits.windowOf(debtor, channel).isPresent());
  }
}
