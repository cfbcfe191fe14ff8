package io.remit.legal;

import static io.remit.sql.Moments.utc;

import io.remit.legal.CourtStep.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The steps of suits. */
@Repository
class CourtStepRepository {

  private final JdbcClient jdbc;

  CourtStepRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(long filingId, CourtStep step, String actor, Instant at) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into court_step (filing_id, kind, happened_on, court, reference, amount, costs, owed_by_debtor,
                                recorded_by, recorded_at, note)
        values (:filing, :kind, :day, :court, :reference, :amount, :costs, :owed, :by, :at, :note)
        """).param("filing", filingId).param("kind", step.kind().name()).param("day", step.happenedOn())
        .param("court", step.court()).param("reference", step.reference()).param("amount", step.amount())
        .param("costs", step.costs()).param("owed", step.owedByDebtor()).param("by", actor).param("at", utc(at))
        .param("note", step.note()).update(key, "step_id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** Oldest first. */
  List<CourtStep> of(long filingId) {
    return jdbc.sql("""
        select kind, happened_on, court, reference, amount, costs, owed_by_debtor, note from court_step
         where filing_id = :filing order by step_id
        """).param("filing", filingId).query((row, number) -> new CourtStep(Kind.valueOf(row.getString("kind")),
            row.getObject("happened_on", LocalDate.class), row.getString("court"), row.getString("reference"),
            row.getBigDecimal("amount"), row.getBigDecimal("costs"), row.getBoolean("owed_by_debtor"),
            row.getString("note"))).list();
  }
}
