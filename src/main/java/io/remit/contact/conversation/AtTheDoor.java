package io.remit.contact.conversation;

import org.jspecify.annotations.Nullable;
/**
 * How a visit was made, as it was entered; named as the fields of its form. All but what the outcome asks for may be
 * null.
 *
 * @param secondAgent user id of who went along
 * @param identityShown YES if the agents showed who they are
 * @param entry an {@link io.remit.visit.VisitReport.Entry}; null if nobody was met
 * @param othersTold NO if nobody but the debtor heard of the debt
 * @param evidence what was seen, in the agent's words
 * @param newAddress street and number where the debtor lives now
 * @param newCity where that is
 * @param newRegion ISO 3166-2; null for the region that is known
 */
public record AtTheDoor(@Nullable String secondAgent, @Nullable String identityShown, @Nullable String entry,
    @Nullable String othersTold, @Nullable String evidence, @Nullable String newAddress, @Nullable String newCity,
    @Nullable String newRegion) {

  /** Nothing is told of it. */
  public static final AtTheDoor NOT_TOLD = new AtTheDoor(null, null, null, null, null, null, null, null);
}
