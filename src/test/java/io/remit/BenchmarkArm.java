package io.remit;

import io.remit.Benchmark.Figures;
import java.util.Locale;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of the ways to do something that a benchmark compares, and what one thing took by it. */
public final class BenchmarkArm {

  private final String name;
  private final StatementCounter counter;
  private final JdbcClient jdbc;
  private final PostgresCpu database;
  private final Figures millis = new Figures();
  private final Figures java = new Figures();
  private final Figures postgres = new Figures();
  private double statements;

  /** @param application with a {@link StatementCounter} in it */
  public BenchmarkArm(String name, ApplicationContext application) {
    this.name = name;
    this.counter = application.getBean(StatementCounter.class);
    this.jdbc = application.getBean(JdbcClient.class);
    this.database = new PostgresCpu(jdbc);
  }

  /** Something to be measured. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  /** @param count how many things are done by the work */
  public void measure(int count, Work work) throws Exception {
    Benchmark.settle(jdbc);
    counter.reset();
    long processor = Benchmark.processorTime();
    long databases = database.spent().toNanos();
    long begin = System.nanoTime();
    work.run();
    millis.add((System.nanoTime() - begin) / 1e6 / count);
    java.add((Benchmark.processorTime() - processor) / 1e6 / count);
    postgres.add((database.spent().toNanos() - databases) / 1e6 / count);
    statements = (double) counter.total() / count;
  }

  /** What one thing took. */
  public Figures millis() {
    return millis;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT,
        "%s: %.0f a second; of each: %s ms, processor of Java %s, of PostgreSQL %s, %.1f statements", name,
        1000 / millis.median(), millis, java, postgres, statements);
  }
}
