package io.remit.casefile;

import io.remit.cases.Bucket;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds case numbers by what a case is. */
@Repository
class CaseSearch {

  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;

  CaseSearch(JdbcClient jdbc, BusinessCalendar calendar) {
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  /** What to look for; each may be null. A closed case is in no stage or bucket, unless closed ones are asked for. */
  record Criteria(@Nullable Stage stage, @Nullable Status status, @Nullable Bucket bucket, @Nullable String debtorId) {
  }

  List<String> find(Criteria criteria, int page, int size) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(criteria, parameters);
    return jdbc.sql("select case_number from collection_case" + where
        + " order by case_number limit :size offset :offset").params(parameters).param("size", size)
        .param("offset", (long) page * size).query(String.class).list();
  }

  long count(Criteria criteria) {
    Map<String, Object> parameters = new HashMap<>();
    String where = where(criteria, parameters);
    return jdbc.sql("select count(*) from collection_case" + where).params(parameters).query(Long.class).single();
  }

  private String where(Criteria criteria, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    if (criteria.stage() != null) {
      where.append(" and stage = :stage");
      parameters.put("stage", criteria.stage().name());
    }
    if (criteria.status() != null) {
      where.append(" and status = :status");
      parameters.put("status", criteria.status().name());
    } else if (criteria.stage() != null || criteria.bucket() != null) {
      where.append(" and status <> 'CLOSED'");
    }
    if (criteria.debtorId() != null) {
      where.append(" and debtor_id = :debtor");
      parameters.put("debtor", criteria.debtorId());
    }
    if (criteria.bucket() != null) {
      LocalDate today = calendar.today();
      if (criteria.bucket() != Bucket.M0) {
        where.append(" and base_due_date <= :youngest");
        parameters.put("youngest", today.minusDays(criteria.bucket().from()));
      }
      if (criteria.bucket() != Bucket.M7_PLUS) {
        where.append(" and base_due_date >= :oldest");
        parameters.put("oldest", today.minusDays(criteria.bucket().to()));
      }
    }
    return where.toString();
  }
}
