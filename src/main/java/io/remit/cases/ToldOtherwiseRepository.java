package io.remit.cases;

import io.remit.cases.ToldOtherwise.What;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where else debtors are, by rows of the newest file that contradict each other. */
@Repository
class ToldOtherwiseRepository {

  private final JdbcClient jdbc;

  ToldOtherwiseRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In which pass over a file rows contradicted each other, by debtor. */
  Map<String, Long> runs(Collection<String> debtorIds) {
    Map<String, Long> runs = new HashMap<>();
    if (!debtorIds.isEmpty()) {
      jdbc.sql("select debtor_id, max(run) as run from told_otherwise where debtor_id in (:debtors) group by debtor_id")
          .param("debtors", debtorIds)
          .query((RowCallbackHandler) row -> runs.put(row.getString("debtor_id"), row.getLong("run")));
    }
    return runs;
  }

  /** Whether a pass over a file told of a debtor already. */
  boolean toldIn(long run, String debtorId) {
    return jdbc.sql("select count(*) from account where debtor_id = :debtor and seen_in_run = :run")
        .param("debtor", debtorId).param("run", run).query(Long.class).single() > 0;
  }

  /** Keeps what an earlier row told where a later one tells otherwise. */
  void add(String debtorId, DebtorDetails before, DebtorDetails told, long run) {
    add(debtorId, What.ZONE, before.timeZone().getId(), told.timeZone().getId(), run);
    add(debtorId, What.REGION, before.region(), told.region(), run);
    add(debtorId, What.COUNTRY, before.country(), told.country(), run);
    add(debtorId, What.NUMBER, before.phone(), told.phone(), run);
  }

  private void add(String debtorId, What what, @Nullable String before, @Nullable String told, long run) {
    if (before != null && !Objects.equals(before, told)) {
      jdbc.sql("delete from told_otherwise where debtor_id = :debtor and what = :what and told = :told")
          .param("debtor", debtorId).param("what", what.name()).param("told", before).update();
      jdbc.sql("insert into told_otherwise (debtor_id, what, told, run) values (:debtor, :what, :told, :run)")
          .param("debtor", debtorId).param("what", what.name()).param("told", before).param("run", run).update();
    }
  }

  void forget(String debtorId) {
    jdbc.sql("delete from told_otherwise where debtor_id = :debtor").param("debtor", debtorId).update();
  }
}
