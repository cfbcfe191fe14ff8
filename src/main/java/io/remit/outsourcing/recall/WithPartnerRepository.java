package io.remit.outsourcing.recall;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the cases that partners have. */
@Repository
class WithPartnerRepository {

  private final JdbcClient jdbc;

  WithPartnerRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The next of them in the order of their numbers.
   *
   * @param after the number behind which they begin; empty for the first
   */
  List<WithPartner> after(String after, int most) {
    return jdbc.sql("""
        select p.case_number, p.partner_id, p.placed_at, p.last_told_at, c.base_due_date, c.currency,
               (select max(t.outstanding_amount) from placement_batch_case t
                  join placement_batch b on b.batch_id = t.batch_id and b.status = 'DELIVERED'
                 where t.placement_id = p.placement_id) as handed_over,
               coalesce((select sum(a.outstanding_amount) from account a
                          where a.case_number = p.case_number and a.outstanding_amount > 0), 0) as owed
          from placement p join collection_case c on c.case_number = p.case_number
         where p.status = 'PLACED' and p.case_number > :after
         order by p.case_number limit :most
        """).param("after", after).param("most", most)
        .query((row, number) -> new WithPartner(row.getString("case_number"), row.getString("partner_id"),
            instant(row, "placed_at"), instantOrNull(row, "last_told_at"),
            row.getObject("base_due_date", LocalDate.class), row.getString("currency"),
            row.getBigDecimal("handed_over"), row.getBigDecimal("owed"))).list();
  }
}
