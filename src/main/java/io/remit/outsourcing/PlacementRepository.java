package io.remit.outsourcing;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import io.remit.ledger.Money;
import io.remit.outsourcing.ProposedTerms.Waiting;
import io.remit.partner.PartnerCases;
import io.remit.sql.RowsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The placements of cases with partners. */
@Repository
class PlacementRepository implements PartnerCases {

  private static final int LONGEST_WHY = 400;

  private static final RowsOf ITS_ROWS = RowsOf.cases("placement");

  private final JdbcClient jdbc;

  PlacementRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param why a case goes to the partner, in words */
  void approve(String caseNumber, String partnerId, String why, Decision decision) {
    insert(caseNumber, "APPROVED", partnerId, why, decision);
  }

  void decline(String caseNumber, Decision decision) {
    insert(caseNumber, "DECLINED", null, null, decision);
  }

  /**
   * That somebody decided.
   *
   * @param by user id
   */
  record Decision(String by, Instant at, @Nullable String note) {
  }

  private void insert(String caseNumber, String status, @Nullable String partnerId, @Nullable String why,
      Decision decision) {
    jdbc.sql("""
        insert into placement (case_number, status, partner_id, why, decided_by, decided_at, note)
        values (:case, :status, :partner, :why, :by, :at, :note)
        """).param("case", caseNumber).param("status", status).param("partner", partnerId).param("why", why)
        .param("by", decision.by()).param("at", utc(decision.at())).param("note", decision.note()).update();
  }

  /** Who has cases of these debtors other than these cases, or is about to get them, by debtor. */
  Map<String, String> partnersOfDebtors(Collection<String> debtorIds, Collection<String> except) {
    Map<String, String> partners = new HashMap<>();
    jdbc.sql("""
        select c.debtor_id, p.partner_id
          from placement p join collection_case c on c.case_number = p.case_number
         where c.debtor_id in (:debtors) and p.status in ('APPROVED', 'PLACED') and p.case_number not in (:cases)
         order by p.placement_id desc
        """).param("debtors", debtorIds).param("cases", except)
        .query((RowCallbackHandler) row -> partners.put(row.getString("debtor_id"), row.getString("partner_id")));
    return partners;
  }

  /** The partner of a placement that is approved or running. */
  Optional<String> currentPartner(String caseNumber) {
    return jdbc.sql("""
        select partner_id from placement where case_number = :case and status in ('APPROVED', 'PLACED')
         order by placement_id desc limit 1
        """).param("case", caseNumber).query(String.class).optional();
  }

  /** The partners of those of these cases whose placement is approved or running, by case number. */
  Map<String, String> currentPartners(Collection<String> caseNumbers) {
    Map<String, String> partners = new HashMap<>();
    if (!caseNumbers.isEmpty()) {
      jdbc.sql("""
          select case_number, partner_id from placement
           where case_number in (:cases) and status in ('APPROVED', 'PLACED') order by placement_id
          """).param("cases", caseNumbers)
          .query(row -> {
            partners.put(row.getString("case_number"), row.getString("partner_id"));
          });
    }
    return partners;
  }

  /** A case that is approved for a partner and not handed over yet. */
  record Approved(long placementId, String caseNumber) {
  }

  /** The cases that are approved for a partner and not handed over yet, in the order of their numbers. */
  List<Approved> approvedFor(String partnerId) {
    return jdbc.sql("""
        select placement_id, case_number from placement where partner_id = :partner and status = 'APPROVED'
         order by case_number, placement_id
        """).param("partner", partnerId)
        .query((row, number) -> new Approved(row.getLong("placement_id"), row.getString("case_number"))).list();
  }

  /** What those cases come to in each currency, in the order of the currencies' codes. */
  List<Waiting> waitingFor(String partnerId) {
    return jdbc.sql("""
        select a.currency, count(distinct p.case_number) as cases, sum(a.overdue_amount) as overdue
          from placement p join account a on a.case_number = p.case_number
         where p.partner_id = :partner and p.status = 'APPROVED' group by a.currency order by a.currency
        """).param("partner", partnerId).query((row, number) -> new Waiting(row.getString("currency"),
            row.getInt("cases"), Money.inScaleOf(row.getString("currency"), row.getBigDecimal("overdue")))).list();
  }

  /** Where a placement stands: DECLINED, APPROVED, PLACED or ENDED. */
  String statusOf(long placementId) {
    return jdbc.sql("select status from placement where placement_id = :id").param("id", placementId)
        .query(String.class).single();
  }

  /** How many cases each partner has, or is about to get; a partner without one is not named. */
  @Override
  public Map<String, Integer> openByPartner() {
    Map<String, Integer> open = new HashMap<>();
    jdbc.sql("""
        select partner_id, count(*) as cases from placement where status in ('APPROVED', 'PLACED') group by partner_id
        """).query((RowCallbackHandler) row -> open.put(row.getString("partner_id"), row.getInt("cases")));
    return open;
  }

  /**
   * The partner has the case.
   *
   * @return false if the placement is not approved any more
   */
  boolean placed(long placementId, String fileName, Instant at) {
    return jdbc.sql("""
        update placement set status = 'PLACED', file_name = :file, placed_at = :at
         where placement_id = :id and status = 'APPROVED'
        """).param("file", fileName).param("at", utc(at)).param("id", placementId).update() > 0;
  }

  /** Whether a partner was given the case and it has not come back. */
  boolean isPlaced(String caseNumber) {
    return running(caseNumber).isPresent();
  }

  /** The partner that has the case, or had it last. */
  Optional<String> newestPartner(String caseNumber) {
    return jdbc.sql("""
        select partner_id from placement where case_number = :case and placed_at is not null
         order by placement_id desc limit 1
        """).param("case", caseNumber).query(String.class).optional();
  }

  /** That a partner has a case, and since when. */
  record Running(String partnerId, Instant since) {
  }

  /** Which partner was given the case, if it has not come back. */
  Optional<Running> running(String caseNumber) {
    return ITS_ROWS.none(caseNumber) ? Optional.empty()
        : jdbc.sql("select partner_id, placed_at from placement where case_number = :case and status = 'PLACED'")
            .param("case", caseNumber)
            .query((row, number) -> new Running(row.getString("partner_id"), instant(row, "placed_at"))).list().stream()
            .findFirst();
  }

  /** Whether a partner has the case, or had it until a moment ago. */
  boolean wasPlacedWith(String caseNumber, String partnerId, Instant since) {
    return jdbc.sql("""
        select count(*) from placement where case_number = :case and partner_id = :partner and placed_at is not null
           and (status = 'PLACED' or ended_at >= :since)
        """).param("case", caseNumber).param("partner", partnerId).param("since", utc(since)).query(Long.class)
        .single() > 0;
  }

  /** The cases that each of these partners has. */
  List<String> casesWith(Collection<String> partnerIds) {
    return partnerIds.isEmpty() ? List.of() : jdbc.sql(
        "select case_number from placement where status = 'PLACED' and partner_id in (:partners) order by case_number")
        .param("partners", partnerIds).query(String.class).list();
  }

  /**
   * A placement that is approved or running.
   *
   * @param handedOver whether the partner has the case
   */
  record Current(long placementId, String partnerId, boolean handedOver) {
  }

  /** The placements of a case that are approved or running. */
  List<Current> current(String caseNumber) {
    return ITS_ROWS.none(caseNumber) ? List.of() : jdbc.sql("""
        select placement_id, partner_id, status from placement
         where case_number = :case and status in ('APPROVED', 'PLACED') order by placement_id
        """).param("case", caseNumber)
        .query((row, number) -> new Current(row.getLong("placement_id"), row.getString("partner_id"),
            row.getString("status").equals("PLACED"))).list();
  }

  /** @param why in words; null if there is none */
  void end(long placementId, String reason, @Nullable String why, Instant at) {
    jdbc.sql("""
        update placement set status = 'ENDED', end_reason = :reason, end_why = coalesce(:why, end_why), ended_at = :at
         where placement_id = :id
        """).param("reason", reason).param("why", shortened(why)).param("at", utc(at))
        .param("id", placementId).update();
  }

  /** The partner told something of the case that it has, or had. */
  void told(String caseNumber, String partnerId, Instant at) {
    jdbc.sql("""
        update placement set last_told_at = :at
         where placement_id = (select max(placement_id) from placement
                                where case_number = :case and partner_id = :partner and placed_at is not null)
        """).param("at", utc(at)).param("case", caseNumber).param("partner", partnerId).update();
  }

  /** Which partner was given the case last; empty if none ever was. */
  Optional<String> lastPartner(String caseNumber) {
    return jdbc.sql("""
        select partner_id from placement where case_number = :case and placed_at is not null
         order by placement_id desc limit 1
        """).param("case", caseNumber).query(String.class).optional();
  }

  /** The last day on which the partner has the case: of the mandate with which it was handed over. */
  Optional<LocalDate> termEnds(long placementId) {
    return jdbc.sql("""
        select b.term_ends from placement_batch b join placement_batch_case t on t.batch_id = b.batch_id
         where t.placement_id = :id and b.status = 'DELIVERED' order by b.batch_id desc limit 1
        """).param("id", placementId).query(LocalDate.class).optional();
  }

  /** The placement by which a partner has the case; empty if none has it. */
  OptionalLong runningId(String caseNumber) {
    return current(caseNumber).stream().filter(Current::handedOver).mapToLong(Current::placementId).findFirst();
  }

  /** The partners from which the case came back so lately that they do not get it again on this day. */
  Set<String> apartFrom(String caseNumber, LocalDate day) {
    return Set.copyOf(jdbc.sql("""
        select distinct partner_id from placement
         where case_number = :case and apart_until >= :day and partner_id is not null
        """).param("case", caseNumber).param("day", day).query(String.class).list());
  }

  /**
   * A placement of which it is asked what comes next.
   *
   * @param reason why it ended
   * @param number how many there were of this case with this one
   */
  record CameBack(long placementId, String partnerId, String reason, @Nullable String why, int number) {
  }

  /** The newest placement that a partner had; empty if none had the case. */
  Optional<CameBack> cameBack(String caseNumber) {
    return jdbc.sql("""
        select placement_id, partner_id, end_reason, end_why,
               (select count(*) from placement o where o.case_number = p.case_number and o.placed_at is not null)
                 as number_of
          from placement p
         where p.case_number = :case and p.placed_at is not null and p.status = 'ENDED'
         order by p.placement_id desc limit 1
        """).param("case", caseNumber)
        .query((row, number) -> new CameBack(row.getLong("placement_id"), row.getString("partner_id"),
            row.getString("end_reason"), row.getString("end_why"), row.getInt("number_of"))).optional();
  }

  /** What comes after a placement, and until when the case is not placed with the same partner again. */
  void follows(long placementId, String step, String why, LocalDate apartUntil) {
    jdbc.sql("""
        update placement set next_step = :step, next_why = :why, apart_until = :apart where placement_id = :id
        """).param("step", step).param("why", why).param("apart", apartUntil).param("id", placementId).update();
  }

  /** @param why null leaves what was said before */
  void decided(long placementId, String step, @Nullable String why) {
    jdbc.sql("update placement set next_step = :step, next_why = coalesce(:why, next_why) where placement_id = :id")
        .param("step", step).param("why", shortened(why)).param("id", placementId).update();
  }

  /** What was said to come after the newest placement that ended; empty if nothing was. */
  Optional<PlacementReturns.Next> nextOf(String caseNumber) {
    return jdbc.sql("""
        select partner_id, end_reason, end_why, next_step, next_why from placement
         where case_number = :case and placed_at is not null and next_step is not null
         order by placement_id desc limit 1
        """).param("case", caseNumber)
        .query((row, number) -> new PlacementReturns.Next(row.getString("partner_id"), row.getString("end_reason"),
            row.getString("end_why"), row.getString("next_step"), row.getString("next_why"))).optional();
  }

  /** Recalls are written down before the process hears of them: it asks for the reason. */
  void recallFor(long placementId, String reason, String why) {
    jdbc.sql("update placement set end_reason = :reason, end_why = :why where placement_id = :id")
        .param("reason", reason).param("why", shortened(why)).param("id", placementId).update();
  }

  /** Why a running placement is recalled; empty if nobody said so. */
  Optional<Recall> recallOf(long placementId) {
    return jdbc.sql("select end_reason, end_why from placement where placement_id = :id and end_reason is not null")
        .param("id", placementId)
        .query((row, number) -> new Recall(row.getString("end_reason"), row.getString("end_why"))).optional();
  }

  private static @Nullable String shortened(@Nullable String why) {
    return why == null || why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY);
  }

  /** Why a placement is recalled. */
  record Recall(String reason, String why) {
  }
}
