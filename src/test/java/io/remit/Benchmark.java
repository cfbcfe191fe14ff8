package io.remit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Locale;

/** What benchmarks measure on, and how they say what they measured. */
public final class Benchmark {

  private Benchmark() {
  }

  /** A PostgreSQL that writes to the disk, as tests' do not. */
  public static EmbeddedPostgres startPostgres() throws IOException {
    return EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on").start();
  }

  public static void print(String format, Object... values) {
    System.out.println("BENCHMARK " + String.format(Locale.ROOT, format, values));
  }
}
