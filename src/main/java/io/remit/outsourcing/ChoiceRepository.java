package io.remit.outsourcing;

import static io.remit.sql.Moments.utc;

import io.remit.outsourcing.selection.Choice;
import io.remit.sql.CommonFacts;
import io.remit.sql.RowsOf;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which partners are proposed for the cases that wait to be placed. */
@Repository
class ChoiceRepository {

  private static final RowsOf ITS_ROWS = RowsOf.cases("partner_choice");

  private final JdbcClient jdbc;

  ChoiceRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Puts choices in the place of those that were there for the same cases. */
  void replace(List<Choice> choices, Instant at) {
    choices.forEach(choice -> {
      remove(choice.caseNumber());
      jdbc.sql("""
          insert into partner_choice (case_number, partner_id, why, chosen_at) values (:case, :partner, :why, :at)
          """).param("case", choice.caseNumber()).param("partner", choice.partnerId()).param("why", choice.why())
          .param("at", utc(at)).update();
    });
  }

  Optional<Choice> find(String caseNumber) {
    return jdbc.sql("select case_number, partner_id, why from partner_choice where case_number = :case")
        .param("case", caseNumber).query((row, number) -> new Choice(row.getString("case_number"),
            row.getString("partner_id"), row.getString("why"))).optional();
  }

  void remove(String caseNumber) {
    if (!ITS_ROWS.none(caseNumber)) {
      CommonFacts.writesUnasked(() ->
          jdbc.sql("delete from partner_choice where case_number = :case").param("case", caseNumber).update());
    }
  }

  /** For how many cases other than these that still wait to be placed each partner is proposed. */
  Map<String, Integer> openByPartner(Collection<String> except) {
    Map<String, Integer> open = new HashMap<>();
    jdbc.sql("""
        select p.partner_id, count(*) as cases from partner_choice p
          join collection_case c on c.case_number = p.case_number
         where p.partner_id is not null and p.case_number not in (:cases)
           and c.status = 'OPEN' and c.stage = 'OUTSOURCING'
         group by p.partner_id
        """).param("cases", except)
        .query((RowCallbackHandler) row -> open.put(row.getString("partner_id"), row.getInt("cases")));
    return open;
  }

  /** Who is proposed for cases of these debtors other than these cases, by debtor. */
  Map<String, String> partnersOfDebtors(Collection<String> debtorIds, Collection<String> except) {
    Map<String, String> partners = new HashMap<>();
    jdbc.sql("""
        select c.debtor_id, p.partner_id
          from partner_choice p join collection_case c on c.case_number = p.case_number
         where c.debtor_id in (:debtors) and p.partner_id is not null and p.case_number not in (:cases)
           and c.status = 'OPEN' and c.stage = 'OUTSOURCING'
         order by p.chosen_at desc, p.case_number
        """).param("debtors", debtorIds).param("cases", except)
        .query((RowCallbackHandler) row -> partners.put(row.getString("debtor_id"), row.getString("partner_id")));
    return partners;
  }
}
