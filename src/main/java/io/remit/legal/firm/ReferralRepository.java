package io.remit.legal.firm;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import io.remit.partner.PartnerCases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The suits that law firms have, or are about to get. */
@Repository
class ReferralRepository implements PartnerCases {

  private static final String OPEN = "('REFERRED', 'DELIVERED')";
  private static final String SELECT = """
      select referral_id, case_number, firm_id, field_of_law, why, referred_at, delivered_at from court_referral
      """;

  private final JdbcClient jdbc;

  ReferralRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String caseNumber, Proposal chosen, String firmId, String by, Instant at) {
    jdbc.sql("""
        insert into court_referral (case_number, firm_id, status, field_of_law, why, referred_by, referred_at)
        values (:case, :firm, 'REFERRED', :field, :why, :by, :at)
        """).param("case", caseNumber).param("firm", firmId).param("field", chosen.fieldOfLaw())
        .param("why", chosen.why()).param("by", by).param("at", utc(at)).update();
  }

  /** That of the case's suit that goes on, or is about to begin. */
  Optional<Referral> open(String caseNumber) {
    return jdbc.sql(SELECT + " where case_number = :case and status in " + OPEN + " order by referral_id desc")
        .param("case", caseNumber).query(ReferralRepository::read).list().stream().findFirst();
  }

  Referral get(long referralId) {
    return jdbc.sql(SELECT + " where referral_id = :id").param("id", referralId).query(ReferralRepository::read)
        .single();
  }

  void delivered(long referralId, Instant at) {
    jdbc.sql("update court_referral set status = 'DELIVERED', delivered_at = :at where referral_id = :id")
        .param("at", utc(at)).param("id", referralId).update();
  }

  /** The firm may get nothing: it does not get this suit either. */
  void refused(long referralId, Instant at) {
    jdbc.sql("update court_referral set status = 'REFUSED', ended_at = :at where referral_id = :id")
        .param("at", utc(at)).param("id", referralId).update();
  }

  void end(long referralId, Instant at) {
    jdbc.sql("update court_referral set status = 'ENDED', ended_at = :at where referral_id = :id and status in " + OPEN)
        .param("at", utc(at)).param("id", referralId).update();
  }

  /** The cases whose dossier each of these firms has. */
  List<String> casesWith(Collection<String> firmIds) {
    return firmIds.isEmpty() ? List.of() : jdbc.sql("""
        select case_number from court_referral where status = 'DELIVERED' and firm_id in (:firms) order by case_number
        """).param("firms", firmIds).query(String.class).list();
  }

  /** Which firm has other suits against a debtor, or is about to get them. */
  Optional<String> firmOfDebtor(String debtorId, String exceptCase) {
    return jdbc.sql("""
        select r.firm_id from court_referral r join collection_case c on c.case_number = r.case_number
         where c.debtor_id = :debtor and r.case_number <> :case and r.status in ('REFERRED', 'DELIVERED')
         order by r.referral_id
        """).param("debtor", debtorId).param("case", exceptCase).query(String.class).list().stream().findFirst();
  }

  @Override
  public Map<String, Integer> openByPartner() {
    Map<String, Integer> open = new HashMap<>();
    jdbc.sql("select firm_id, count(*) as cases from court_referral where status in " + OPEN + " group by firm_id")
        .query((RowCallbackHandler) row -> open.put(row.getString("firm_id"), row.getInt("cases")));
    return open;
  }

  private static Referral read(ResultSet row, int number) throws SQLException {
    return new Referral(row.getLong("referral_id"), row.getString("case_number"), row.getString("firm_id"),
        row.getString("field_of_law"), row.getString("why"), instant(row, "referred_at"),
        instantOrNull(row, "delivered_at"));
  }
}
