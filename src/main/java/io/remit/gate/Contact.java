package io.remit.gate;

import io.remit.cases.Stage;
import io.remit.gate.ContactQuestion.Wording;

/**
 * A contact that somebody wants to make.
 *
 * @param wording what is known of the words that would be used
 * @param answer whether it answers what the debtor wrote just now: that may always be done
 * @param address where it must go; null if the gate is to choose
 * @param plannedIn the stage that wants it; null if it does not matter which stage the case is in
 */
public record Contact(String caseNumber, Channel channel, Person person, Wording wording, boolean answer,
    String address, Stage plannedIn) {

  /** A contact that we begin; the gate chooses the number or address. */
  public static Contact of(String caseNumber, Channel channel, Person person, Wording wording) {
    return new Contact(caseNumber, channel, person, wording, false, null, null);
  }

  /** A contact of the debtor in approved words. */
  public static Contact ofDebtor(String caseNumber, Channel channel) {
    return of(caseNumber, channel, Person.DEBTOR, Wording.APPROVED);
  }
}
