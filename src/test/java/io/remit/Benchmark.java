package io.remit;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  /**
   * Starts Remit on one of its databases; nothing but the benchmark puts it to work.
   *
   * @param database by its name
   * @param besides what else the application is made of
   * @param settings as on a command line
   */
  public static ConfigurableApplicationContext startRemit(EmbeddedPostgres postgres, String database, Path workFolder,
      List<Class<?>> besides, String... settings) {
    Class<?>[] sources = Stream.concat(Stream.of(RemitApplication.class), besides.stream()).toArray(Class<?>[]::new);
    String[] all = Stream.concat(Stream.of("--server.port=0", "--remit.work-folder=" + workFolder,
        "--remit.inbox.poll=1h", "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", database),
        "--spring.datasource.username=postgres", "--spring.datasource.password=postgres"), Stream.of(settings))
        .toArray(String[]::new);
    return new SpringApplicationBuilder(sources).profiles("test").run(all);
  }

  /** Clears up and writes down what waits for it, so that it does not fall into what is measured next. */
  public static void settle(JdbcClient database) {
    database.sql("vacuum analyze").update();
    database.sql("checkpoint").update();
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

    public static Figures of(DoubleStream measured) {
      Figures figures = new Figures();
      measured.forEach(figures::add);
      return figures;
    }

    public void add(double figure) {
      measured.add(figure);
    }

    /** Of an even number the upper of the two in the middle. */
    public double median() {
      return sorted().get(measured.size() / 2);
    }

    /** @param format of one figure, such as {@code %.2f} */
    public String as(String format) {
      List<Double> sorted = sorted();
      return String.format(Locale.ROOT, format + " (" + format + " to " + format + ")", median(), sorted.get(0),
          sorted.get(sorted.size() - 1));
    }

    private List<Double> sorted() {
      return measured.stream().sorted().toList();
    }

    @Override
    public String toString() {
      return as("%.2f");
    }
  }
}
