package io.remit.hold;

import io.remit.cases.AgreedAccounts;
import io.remit.cases.CaseLifecycle;
import io.remit.cases.MatterKey;
import io.remit.hold.Hold.Reason;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What plans and offers do alike: they are about the accounts that the case has when they are proposed, collection of
 * these rests for one that is in force, and what else the debtor owes goes on in a case of its own.
 */
@Component
public class Agreements {

  private final AgreedAccounts agreed;
  private final Holds holds;
  private final HoldEnd holdEnd;
  private final CaseLifecycle lifecycle;

  Agreements(AgreedAccounts agreed, Holds holds, HoldEnd holdEnd, CaseLifecycle lifecycle) {
    this.agreed = agreed;
    this.holds = holds;
    this.holdEnd = holdEnd;
    this.lifecycle = lifecycle;
  }

  /** An agreement was proposed: it is about the accounts of its case. */
  public void proposed(MatterKey agreement) {
    agreed.name(agreement);
  }

  /**
   * An agreement is in force; nothing happens if its case is closed.
   *
   * @param reason of the hold that pauses collection for it
   * @param remember keeps the number of that hold with the agreement
   */
  public void begin(MatterKey agreement, Reason reason, String by, LongConsumer remember) {
    holds.raise(HoldRequest.of(agreement.caseNumber(), reason, null, by)).ifPresent(hold -> {
      remember.accept(hold.number());
      agreed.setInForce(agreement, true);
      lifecycle.agreementBegan(agreement.caseNumber());
    });
  }

  /** What an agreement of an earlier case was about is back, and the agreement is in force in the new case. */
  public void goOn(MatterKey ended, MatterKey again, Reason reason, String by, LongConsumer remember) {
    agreed.nameAs(again, ended);
    agreed.setInForce(again, true);
    remember.accept(holds.raiseWithin(HoldRequest.of(again.caseNumber(), reason, null, by)).number());
  }

  /** An agreement is not in force any more; its pause goes on until {@link #release}. */
  public void ended(MatterKey agreement) {
    agreed.setInForce(agreement, false);
  }

  /**
   * Ends the pause of an agreement that is over; nothing happens if it ended with the case.
   *
   * @param holdId null if there was none
   * @param decision how the agreement ended; for the record
   */
  public void release(MatterKey agreement, @Nullable Long holdId, String by, String decision) {
    if (holdId != null) {
      holdEnd.release(new MatterKey(agreement.caseNumber(), MatterKey.Kind.HOLD, holdId), by, decision);
    }
  }
}
