package io.remit.process.engine;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's locks on the jobs that a node is at, prolonged as long as it is: so a lock can be short, and no other
 * node takes a job that lasts.
 */
final class JobLeases {

  private static final Logger LOG = LoggerFactory.getLogger(JobLeases.class);

  private final JdbcClient jdbc;
  private final String owner;
  private final Duration lease;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  /**
   * @param owner the node, as the engine names it in the locks
   * @param lease how long a lock lasts after its last sign of life
   */
  JobLeases(DataSource database, String owner, Duration lease) {
    this.jdbc = JdbcClient.create(database);
    this.owner = owner;
    this.lease = lease;
  }

  /**
   * This node begins with jobs that it took a while ago. Their rows get another revision, so that who meanwhile found
   * the lock run out takes them in vain.
   *
   * @return false if another node has taken one of them, or this one is at it or has done it already: then it begins
   *     with none
   */
  boolean begin(Collection<String> jobIds) {
    List<String> begun = jobIds.stream().filter(running::add).toList();
    boolean ours = false;
    try {
      ours = begun.size() == jobIds.size() && jdbc.sql("""
          update act_ru_job set lock_exp_time_ = :until, rev_ = rev_ + 1
           where id_ in (:jobs) and lock_owner_ = :owner
          """).param("until", until()).param("jobs", jobIds).param("owner", owner).update() == jobIds.size();
      return ours;
    } finally {
      if (!ours) {
        end(begun);
      }
    }
  }

  /** This node is no longer at jobs. */
  void end(Collection<String> jobIds) {
    jobIds.forEach(running::remove);
  }

  /** Prolongs the locks of all that this node is at; whose end is being written now is left alone. */
  void prolong() {
    List<String> jobs = List.copyOf(running);
    if (jobs.isEmpty()) {
      return;
    }
    try {
      jdbc.sql("""
          update act_ru_job set lock_exp_time_ = :until where id_ in (
            select id_ from act_ru_job where id_ in (:jobs) and lock_owner_ = :owner for update skip locked)
          """).param("until", until()).param("jobs", jobs).param("owner", owner).update();
    } catch (RuntimeException away) {
      LOG.warn("The locks of {} jobs could not be prolonged: {}", jobs.size(), away.getClass().getName());
    }
  }

  /** As the engine writes it, by its clock and in the zone of the program. */
  private Timestamp until() {
    return new Timestamp(ClockUtil.getCurrentTime().getTime() + lease.toMillis());
  }
}
