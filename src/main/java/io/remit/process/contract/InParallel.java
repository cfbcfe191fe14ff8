package io.remit.process.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does work of which no part depends on another on all processors. Its threads see the classes that the caller sees:
 * those of a parallel stream do not, when Remit runs from its one file.
 */
final class InParallel {

  private static final int MOST = 4;

  private InParallel() {
  }

  /** The results in the order of the work, whichever is done first. */
  static <T> List<T> results(List<? extends Callable<? extends T>> work) {
    ExecutorService workers = Executors.newFixedThreadPool(Math.min(MOST, Runtime.getRuntime().availableProcessors()));
    try {
      List<T> results = new ArrayList<>();
      for (Future<? extends T> result : work.stream().map(workers::submit).toList()) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Checking the models was interrupted", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The models could not be checked", failed.getCause());
    } finally {
      workers.shutdown();
    }
  }
}
