package io.remit.gate;

import io.remit.cases.Channel;
import io.remit.cases.Stage;
import io.remit.gate.ContactQuestion.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A contact that somebody wants to make.
 *
 * @param words what would be said
 * @param answer whether it answers what the debtor said or wrote: that may always be done
 * @param answerTo the number from which the debtor wrote; null if the gate is to choose the number or address
 * @param plannedIn the stage that wants it; null if it does not matter which stage the case is in
 * @param actor the user id of the person who would call or visit; null for a message
 * @param purpose what it is made for
 */
public record Contact(String caseNumber, Channel channel, Person person, Words words, boolean answer,
    @Nullable String answerTo, @Nullable Stage plannedIn, @Nullable String actor, Purpose purpose) {

  /** A contact that we begin, in whatever stage. */
  public static Contact of(String caseNumber, Channel channel, Person person, Words words) {
    return new Contact(caseNumber, channel, person, words, false, null, null, null, Purpose.COLLECTION);
  }

  /** The same by a person; null if it does not matter by whom. */
  public Contact by(@Nullable String userId) {
    return new Contact(caseNumber, channel, person, words, answer, answerTo, plannedIn, userId, purpose);
  }

  /** A contact that we begin, in words of which is known whether they may be used. */
  public static Contact of(String caseNumber, Channel channel, Person person, Wording wording) {
    return of(caseNumber, channel, person, (current, debtor, accounts) -> Draft.without(wording));
  }

  /** A contact of the debtor in approved words. */
  public static Contact ofDebtor(String caseNumber, Channel channel) {
    return of(caseNumber, channel, Person.DEBTOR, Wording.APPROVED);
  }
}
