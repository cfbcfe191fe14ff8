package io.remit.outsourcing.selection;

import org.jspecify.annotations.Nullable;

/**
 * Which partner a case should go to.
 *
 * @param partnerId null if to none for now
 * @param why in words, for who approves it; no personal data
 */
public record Choice(String caseNumber, @Nullable String partnerId, String why) {
}
