package io.remit.privacy;

import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is still open about a debtor, and when something last happened. */
@Repository
class ErasureObstacles {

  /** In the order in which they are told; each a question whose answer has a row if it is so. */
  private static final Map<Erasable.Obstacle, String> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put(Erasable.Obstacle.LEGAL_HOLD,
        "select 1 from legal_hold where debtor_id = :debtor and lifted_at is null");
    QUESTIONS.put(Erasable.Obstacle.CASE_OPEN, """
        select 1 from collection_case where status <> 'CLOSED' and (debtor_id = :debtor or debtor_id in (
          select other.debtor_id from debtor_person own join debtor_person other on other.person_id = own.person_id
           where own.debtor_id = :debtor))
        """);
    QUESTIONS.put(Erasable.Obstacle.SUIT_OPEN, """
        select 1 from collection_case c
          left join court_filing f on f.case_number = c.case_number and f.status in ('APPROVED', 'FILED', 'ENFORCING')
          left join court_referral r on r.case_number = c.case_number and r.status in ('REFERRED', 'DELIVERED')
         where c.debtor_id = :debtor and (f.filing_id is not null or r.referral_id is not null)
        """);
    QUESTIONS.put(Erasable.Obstacle.PLACED, """
        select 1 from placement p join collection_case c on c.case_number = p.case_number
         where c.debtor_id = :debtor and p.status in ('APPROVED', 'PLACED')
        """);
    QUESTIONS.put(Erasable.Obstacle.DELETION_PROOF_MISSING, """
        select 1 from deletion_proof p join collection_case c on c.case_number = p.case_number
         where c.debtor_id = :debtor and p.status = 'MISSING'
        """);
    QUESTIONS.put(Erasable.Obstacle.OUTSIDE_NOT_TOLD, """
        select 1 from outside_notice n join collection_case c on c.case_number = n.case_number
         where c.debtor_id = :debtor and n.closed_at is null
        """);
    QUESTIONS.put(Erasable.Obstacle.COMPLAINT_OPEN, """
        select 1 from complaint m join collection_case c on c.case_number = m.case_number
         where c.debtor_id = :debtor and m.outcome is null
        """);
    QUESTIONS.put(Erasable.Obstacle.DECISION_WAITS, """
        select 1 from proposal p left join collection_case c on c.case_number = p.case_number
          left join account a on a.account_number = p.account_number
         where p.status = 'PROPOSED' and (c.debtor_id = :debtor or a.debtor_id = :debtor)
        """);
  }

  private final JdbcClient jdbc;

  ErasureObstacles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is open, apart from days that have to pass. */
  List<Erasable.Obstacle> of(String debtorId) {
    return QUESTIONS.entrySet().stream().filter(question -> !jdbc.sql(question.getValue() + " limit 1")
        .param("debtor", debtorId).query(Integer.class).list().isEmpty()).map(Map.Entry::getKey).toList();
  }

  /** When something last happened about the debtor: a case, a file, a payment, a contact; empty if nothing did. */
  Optional<Instant> lastSign(String debtorId) {
    return jdbc.sql("""
        select max(at) as at from (
          select max(closed_at) as at from collection_case where debtor_id = :debtor
          union all select max(cast(snapshot_taken_on as timestamp with time zone)) from account
           where debtor_id = :debtor
          union all select max(e.booked_at) from ledger_entry e join account a on a.account_number = e.account_number
           where a.debtor_id = :debtor
          union all select max(coalesce(sent_at, planned_at)) from contact_attempt where debtor_id = :debtor
          union all select max(t.received_at) from incoming_text t
            join incoming_text_debtor d on d.text_id = t.text_id where d.debtor_id = :debtor
          union all select max(lifted_at) from legal_hold where debtor_id = :debtor) signs
        """).param("debtor", debtorId).query((row, number) -> Optional.ofNullable(instantOrNull(row, "at"))).single();
  }

  /**
   * Up to {@code limit} debtors, in the order of their ids, who have no open case and no hold, were not erased, and of
   * whom the creditor told nothing since a day; whether they may be erased is asked of each.
   *
   * @param after the id behind which to begin
   */
  List<String> quietSince(Instant since, String after, int limit) {
    return jdbc.sql("""
        select d.debtor_id from debtor d
         where d.debtor_id > :after
           and not exists (select 1 from collection_case c
             where c.debtor_id = d.debtor_id and (c.status <> 'CLOSED' or c.closed_at >= :since))
           and not exists (select 1 from legal_hold h where h.debtor_id = d.debtor_id and h.lifted_at is null)
           and not exists (select 1 from erasure e where e.debtor_id = d.debtor_id and e.status = 'DONE')
           and not exists (select 1 from account a where a.debtor_id = d.debtor_id
             and a.snapshot_taken_on >= cast(cast(:since as timestamp with time zone) as date))
         order by d.debtor_id limit :limit
        """).param("after", after).param("since", utc(since)).param("limit", limit)
        .query(String.class).list();
  }
}
