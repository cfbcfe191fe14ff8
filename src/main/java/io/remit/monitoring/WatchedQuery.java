package io.remit.monitoring;

import java.util.List;
import java.util.function.Supplier;

/**
 * A query whose answer operators watch.
 *
 * @param name short and stable; its age and its failures are shown under it
 * @param ask asks the database once
 */
public record WatchedQuery(String name, Supplier<List<Reading>> ask) {
}
