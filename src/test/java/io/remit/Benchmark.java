package io.remit;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What benchmarks measure on, and how they say what they measured. */
public final class Benchmark {

  private Benchmark() {
  }

  /** A PostgreSQL that writes to the disk, as tests' do not. */
  public static EmbeddedPostgres startPostgres() throws IOException {
    return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on").setServerConfig("shared_buffers", "1GB")
        .setServerConfig("max_wal_size", "4GB").start();
  }

  /** Nanoseconds of the processor that this program has used. */
  public static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  public static void print(String format, Object... values) {
    System.out.println("BENCHMARK " + String.format(Locale.ROOT, format, values));
  }

  /** The same thing measured several times: its text has the median and the range. */
  public static final class Figures {

    private final List<Double> measured = new ArrayList<>();

    public void add(double figure) {
      measured.add(figure);
    }

    /** Of an even number the upper of the two in the middle. */
    public double median() {
      return measured.stream().sorted().toList().get(measured.size() / 2);
    }

    @Override
    public String toString() {
      List<Double> sorted = measured.stream().sorted().toList();
      return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median(), sorted.get(0), sorted.get(sorted.size() - 1));
    }
  }
}
