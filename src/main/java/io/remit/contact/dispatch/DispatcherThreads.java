package io.remit.contact.dispatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the dispatcher at work while the application runs. With no threads, whoever moves the clock does its work. */
@Component
class DispatcherThreads implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DispatcherThreads.class);

  private final Dispatcher dispatcher;
  private final ContactWork work;
  private final Claims claims;
  private final int threads;
  private final Duration pause;
  private final Duration lease;
  private volatile CountDownLatch ending = new CountDownLatch(1);
  private volatile @Nullable ThreadPoolExecutor executor;

  /**
   * @param threads how many send at once
   * @param pause how long a thread that found nothing waits before it looks again
   * @param lease for how long this node counts as alive after its last sign of life
   */
  DispatcherThreads(Dispatcher dispatcher, ContactWork work, Claims claims,
      @Value("${remit.dispatcher.threads}") int threads, @Value("${remit.dispatcher.pause}") Duration pause,
      @Value("${remit.dispatcher.lease}") Duration lease) {
    this.dispatcher = dispatcher;
    this.work = work;
    this.claims = claims;
    this.threads = threads;
    this.pause = pause;
    this.lease = lease;
  }

  @Override
  public void start() {
    if (threads == 0) {
      return;
    }
    claims.signOfLife(dispatcher.node());
    ending = new CountDownLatch(1);
    ThreadPoolExecutor started = (ThreadPoolExecutor) Executors.newFixedThreadPool(expected());
    executor = started;
    for (int i = 0; i < threads; i++) {
      started.execute(() -> repeat(started, pause, dispatcher::dispatch));
    }
    started.execute(() -> repeat(started, lease.dividedBy(4), () -> {
      claims.signOfLife(dispatcher.node());
      return 0;
    }));
    started.execute(() -> repeat(started, pause, () -> {
      work.tidyUp();
      return dispatcher.clarify(lease);
    }));
  }

  /** How many threads work here while the application runs: those that send, and two that look after the rest. */
  int expected() {
    return threads == 0 ? 0 : threads + 2;
  }

  /** How many of them do. */
  int working() {
    ThreadPoolExecutor running = executor;
    return running == null ? 0 : running.getActiveCount();
  }

  private void repeat(ExecutorService running, Duration rest, IntSupplier task) {
    while (!running.isShutdown()) {
      boolean idle;
      try {
        idle = task.getAsInt() == 0;
      } catch (RuntimeException failed) {
        LOG.warn("The dispatcher goes on after a failure: {}", failed.getClass().getSimpleName());
        idle = true;
      }
      if (idle && !rested(rest)) {
        return;
      }
    }
  }

  /** @return false if there is nothing more to do, since the application ends */
  private boolean rested(Duration rest) {
    try {
      return !ending.await(rest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Lets what is being sent come to its end; idle threads end at once. */
  @Override
  public void stop() {
    ExecutorService stopping = executor;
    if (stopping == null) {
      return;
    }
    stopping.shutdown();
    ending.countDown();
    try {
      if (!stopping.awaitTermination(lease.toMillis(), TimeUnit.MILLISECONDS)) {
        stopping.shutdownNow();
      }
      claims.leave(dispatcher.node());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    executor = null;
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }
}
