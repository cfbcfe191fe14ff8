package io.remit.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds the answers of all watched queries for whoever scrapes them: however often that happens, each query is asked
 * once per {@code remit.monitoring.refresh}. One that fails leaves its last answer, which then shows its age.
 */
@Component
class WatchedFigures {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedFigures.class);

  private final List<WatchedQuery> queries;
  private final MeterRegistry registry;
  private final LongSupplier nanoTime;
  private final Map<String, MultiGauge> gauges = new HashMap<>();
  private final Map<String, Set<String>> metricsOf = new HashMap<>();
  private final Map<String, Counter> failures = new HashMap<>();
  private final Map<String, Long> answeredAt = new ConcurrentHashMap<>();

  @Autowired
  WatchedFigures(List<WatchedQuery> queries, MeterRegistry registry) {
    this(queries, registry, System::nanoTime);
  }

  /** @param nanoTime by which ages are measured: the machine's, also where the application's clock is moved */
  WatchedFigures(List<WatchedQuery> queries, MeterRegistry registry, LongSupplier nanoTime) {
    this.queries = queries;
    this.registry = registry;
    this.nanoTime = nanoTime;
    for (WatchedQuery query : queries) {
      failures.put(query.name(), Counter.builder("remit.figures.failures").tag("query", query.name())
          .description("How often a watched query failed").register(registry));
      Gauge.builder("remit.figures.age", () -> ageOf(query)).tag("query", query.name()).baseUnit("seconds")
          .description("How old the answer of a watched query is").register(registry);
    }
  }

  /** Asks all queries anew. */
  @Scheduled(fixedDelayString = "${remit.monitoring.refresh}")
  synchronized void refresh() {
    queries.forEach(this::refresh);
  }

  private void refresh(WatchedQuery query) {
    try {
      publish(query, query.ask().get());
      answeredAt.put(query.name(), nanoTime.getAsLong());
    } catch (RuntimeException failed) {
      Objects.requireNonNull(failures.get(query.name())).increment();
      LOG.warn("The figures of {} could not be asked and stay as they were: {}", query.name(),
          failed.getClass().getSimpleName());
    }
  }

  private void publish(WatchedQuery query, List<Reading> readings) {
    Map<String, List<Reading>> byMetric = readings.stream().collect(Collectors.groupingBy(Reading::metric));
    Set<String> metrics = metricsOf.computeIfAbsent(query.name(), name -> new HashSet<>());
    metrics.addAll(byMetric.keySet());
    metrics.forEach(metric -> gauges.computeIfAbsent(metric, name -> MultiGauge.builder(name).register(registry))
        .register(byMetric.getOrDefault(metric, List.of()).stream().map(WatchedFigures::row).toList(), true));
  }

  private static MultiGauge.Row<?> row(Reading reading) {
    return MultiGauge.Row.of(Tags.of(reading.tags().toArray(String[]::new)), reading.value());
  }

  /** In seconds; null before the first answer. */
  private @Nullable Number ageOf(WatchedQuery query) {
    Long answered = answeredAt.get(query.name());
    return answered == null ? null : TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - answered);
  }
}
