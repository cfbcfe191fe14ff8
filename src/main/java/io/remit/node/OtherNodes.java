package io.remit.node;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether other nodes work on this database, by the signs of life that nodes give that send. */
@Component
public class OtherNodes {

  private final JdbcClient jdbc;
  private final Duration lease;

  /** @param lease for how long a node counts as alive after its last sign of life */
  public OtherNodes(JdbcClient jdbc, @Value("${remit.dispatcher.lease}") Duration lease) {
    this.jdbc = jdbc;
    this.lease = lease;
  }

  /** For a node that is starting and has given no sign of life yet. */
  public boolean anyRuns() {
    OffsetDateTime now = jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single();
    return jdbc.sql("select count(*) from dispatcher_node where seen_at >= :alive").param("alive", now.minus(lease))
        .query(Long.class).single() > 0;
  }
}
