package io.remit.process.time;

import io.remit.node.DatabaseTime;
import io.remit.process.engine.LeasedEngine;
import java.time.Duration;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node that works on timers alone, as a process of its own: the engine with its leases and the clock that follows the
 * database's, as in Remit, on a process that only writes down that it was done. Says {@code timers} and its name when
 * it is at work.
 */
public final class TimerNode {

  private static final int COMPARE_EVERY = 1_000;

  private TimerNode() {
  }

  /** @param arguments its name, the URL of the database, and the lease of a job in milliseconds */
  public static void main(String[] arguments) throws InterruptedException {
    DataSource database = DataSourceBuilder.create().url(arguments[1] + "&ApplicationName=" + arguments[0])
        .username("postgres").build();
    FollowedClock clock =
        new FollowedClock(new DatabaseTime(JdbcClient.create(database)), FollowedClock.Follow.DATABASE);
    ProcessEngine engine =
        LeasedEngine.start(arguments[0], database, Duration.ofMillis(Long.parseLong(arguments[2])));
    System.out.println("timers " + engine.getName());
    while (true) {
      Thread.sleep(COMPARE_EVERY);
      clock.compare();
    }
  }
}
