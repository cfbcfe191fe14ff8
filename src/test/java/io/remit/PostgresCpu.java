package io.remit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time that processors spent on a PostgreSQL of this machine since it started: on all its processes, those of
 * connections, of the log, of clearing up, and on those that have ended. Linux keeps these figures; elsewhere only
 * those that live are known, which is said.
 */
public final class PostgresCpu {

  private static final boolean LINUX = Files.isReadable(Path.of("/proc/self/stat"));
  private static final long TICKS_A_SECOND = 100;
  /** Of the values behind the program's name in /proc/[pid]/stat: proc(5). */
  private static final int OWN_USER = 11;
  private static final int ENDED_CHILDREN_SYSTEM = 14;

  private final ProcessHandle postmaster;

  /** @param database a connection to it, on this machine */
  public PostgresCpu(JdbcClient database) {
    long session = database.sql("select pg_backend_pid()").query(Long.class).single();
    postmaster = ProcessHandle.of(session).flatMap(ProcessHandle::parent)
        .orElseThrow(() -> new IllegalStateException("PostgreSQL does not run on this machine"));
    if (!LINUX) {
      System.out.println("BENCHMARK not on Linux: the CPU of connections that have ended is missing");
    }
  }

  /** So far. */
  public Duration spent() {
    Duration own = LINUX ? spent(postmaster.pid()) : postmaster.info().totalCpuDuration().orElseThrow();
    return postmaster.descendants().map(process -> LINUX ? spent(process.pid())
        : process.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(own, Duration::plus);
  }

  /** Its own and that of its children that have ended. */
  private static Duration spent(long process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
      String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int value = OWN_USER; value <= ENDED_CHILDREN_SYSTEM; value++) {
        ticks += Long.parseLong(values[value]);
      }
      return Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND);
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
  }
}
