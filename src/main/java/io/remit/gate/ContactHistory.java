package io.remit.gate;

import java.util.List;

/**
 * The contacts of a debtor, over all cases and whoever made them.
 *
 * @param lastTurn how often the gate has allowed a contact of this debtor: who is allowed next has the turn after it
 * @param contacts those recent enough for any rule, oldest first
 */
public record ContactHistory(long lastTurn, List<PastContact> contacts) {
}
