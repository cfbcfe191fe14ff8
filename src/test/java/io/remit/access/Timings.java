package io.remit.access;

import static io.remit.Benchmark.print;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** How long things took that many did at the same time, by their names. */
final class Timings {

  private final Map<String, Queue<Long>> micros = new ConcurrentSkipListMap<>();

  /** Does something that counts under a name, unless it fails. */
  <T> T of(String name, Supplier<T> work) {
    long begin = System.nanoTime();
    T result = work.get();
    micros.computeIfAbsent(name, first -> new ConcurrentLinkedQueue<>()).add((System.nanoTime() - begin) / 1000);
    return result;
  }

  /** Says of each thing how often it was done, and what half, 95 of 100 and all did not exceed; and begins anew. */
  void report(String when) {
    micros.forEach((name, taken) -> {
      List<Long> sorted = taken.stream().sorted().toList();
      print("%-12s %-40s %5d times: p50 %5d ms, p95 %5d ms, max %5d ms", when, name, sorted.size(),
          share(sorted, 50), share(sorted, 95), share(sorted, 100));
    });
    micros.clear();
  }

  private static long share(List<Long> sorted, int percent) {
    return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1)) / 1000;
  }
}
