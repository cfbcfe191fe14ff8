package io.remit.gate;

import io.remit.gate.ContactQuestion.Wording;

/**
 * A contact that somebody wants to make.
 *
 * @param wording what is known of the words that would be used
 */
public record Contact(String caseNumber, Channel channel, Person person, Wording wording) {

  /** A contact of the debtor in approved words. */
  public static Contact ofDebtor(String caseNumber, Channel channel) {
    return new Contact(caseNumber, channel, Person.DEBTOR, Wording.APPROVED);
  }
}
