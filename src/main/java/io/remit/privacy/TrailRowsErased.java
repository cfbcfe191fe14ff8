package io.remit.privacy;

import java.util.List;

/**
 * An erasure changes rows of a trail: whoever holds the trail against change can tell it from a forgery. It comes
 * within the transaction of the erasure, once for each table.
 *
 * @param table {@code case_event} or {@code audit_event}
 * @param ids of the rows
 */
public record TrailRowsErased(String table, List<Long> ids) {
}
