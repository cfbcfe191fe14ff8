package io.remit.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Has the work of a day done once, by whichever node looks first. The node holds the row of the work while it is at it,
 * in a transaction of its own: when the node dies the database lets go of the row, and the next node that looks does
 * the work from its beginning. So does the next look of any node after a failure: work must bear to be done again.
 */
@Component
public class DailyWork {

  private final DataSource database;
  /** As far as this node knows. */
  private final Map<Work, LocalDate> doneFor = new EnumMap<>(Work.class);

  /** @param database gives the connection on which the row is held while the work is done */
  public DailyWork(DataSource database) {
    this.database = database;
  }

  /** What is done once a day. */
  public enum Work {
    REGIONS, VISITS, PARTNERS, WAITING_CASES, LIMITATIONS, SHARED_CONTACTS, RETENTION, PROOF
  }

  /** What the row of a work says. */
  private record Row(@Nullable LocalDate doneFor) {

    boolean isDoneFor(LocalDate day) {
      return doneFor != null && !day.isAfter(doneFor);
    }
  }

  /**
   * Does the work of a day, unless it was done for that day or a later one, or somebody is at it now.
   *
   * @param work gets the day for which it was done last; empty if it never was
   * @throws RuntimeException what the work throws; then it is not done
   */
  public void once(Work name, LocalDate day, Consumer<Optional<LocalDate>> work) {
    if (isKnownAsDone(name, day)) {
      return;
    }
    addRow(name);
    try (Connection holding = database.getConnection()) {
      holding.setAutoCommit(false);
      try {
        once(JdbcClient.create(new SingleConnectionDataSource(holding, true)), name, day, work);
        holding.commit();
      } finally {
        holding.rollback();
      }
    } catch (SQLException lost) {
      throw new DataAccessResourceFailureException("Whose turn it is cannot be kept", lost);
    }
  }

  private void once(JdbcClient held, Work name, LocalDate day, Consumer<Optional<LocalDate>> work) {
    List<Row> free = held.sql("select done_for from daily_work where work = :work for update skip locked")
        .param("work", name.name())
        .query((row, number) -> new Row(row.getObject("done_for", LocalDate.class))).list();
    for (Row row : free) {
      if (!row.isDoneFor(day)) {
        work.accept(Optional.ofNullable(row.doneFor()));
        held.sql("update daily_work set done_for = :day where work = :work").param("day", day)
            .param("work", name.name()).update();
      }
      remember(name, day);
    }
  }

  private void addRow(Work name) {
    try {
      JdbcClient.create(database).sql("""
          insert into daily_work (work) select :work where not exists (select 1 from daily_work where work = :work)
          """).param("work", name.name()).update();
    } catch (DuplicateKeyException addedByAnotherNode) {
      // Then it is there.
    }
  }

  private boolean isKnownAsDone(Work name, LocalDate day) {
    synchronized (doneFor) {
      return day.equals(doneFor.get(name));
    }
  }

  private void remember(Work name, LocalDate day) {
    synchronized (doneFor) {
      doneFor.put(name, day);
    }
  }
}
