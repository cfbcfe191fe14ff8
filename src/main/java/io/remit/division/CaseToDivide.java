package io.remit.division;

import io.remit.ledger.Amount;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of the division may ask of an open case.
 *
 * @param collector user id of who works it now, or null
 * @param product that most is overdue on
 * @param products of all its accounts
 * @param debtorType PERSON or COMPANY
 * @param language BCP 47, or null
 * @param country ISO 3166-1, or null
 * @param region ISO 3166-2, or null
 * @param overdueAmount today
 * @param promiseBroken whether a promise was not kept, or in part only
 * @param knownMinutes what was expected when the case was last divided
 * @param barred user ids of those about whom the debtor complained
 */
public record CaseToDivide(String caseNumber, String debtorId, @Nullable String collector, String stage,
    @Nullable String product, Set<String> products, String debtorType, @Nullable String language,
    @Nullable String country, @Nullable String region, Amount overdueAmount, boolean promiseBroken, int knownMinutes,
    Set<String> barred) {
}
