package io.remit.casefile;

import static io.remit.sql.Moments.instant;

import io.remit.files.ListPage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Who has seen, changed or received the data of a debtor, from all that keeps a trace of it. */
@Repository
class AccessReport {

  /** Each part gives the moment, how, who, the case, what, and a word more. */
  private static final String ENTRIES = """
      with cases as (select case_number from collection_case where debtor_id = :debtor)
      select at, case when kind in ('VIEW', 'LIST') then 'SEEN' when kind like '%REFUSED' then 'REFUSED'
                      else 'CHANGED' end as how,
             user_id as who, case_number, kind as what,
             case when times > 1 then detail || ', ' || times || ' times' else detail end as detail
        from audit_entry where debtor_id = :debtor
      union all
      select e.at, 'CHANGED', e.actor, e.case_number, e.type,
             case when e.data is null then e.text else e.text || ': ' || e.data end
        from case_event e where e.case_number in (select case_number from cases)
      union all
      select coalesce(a.sent_at, a.contacted_at), 'CONTACTED', a.actor, a.case_number, a.channel,
             case when a.gateway is null then a.status else a.status || ' by ' || a.gateway end
        from contact_attempt a where a.debtor_id = :debtor and a.contacted_at is not null
      union all
      select p.placed_at, 'RECEIVED', p.partner_id, p.case_number, 'PLACEMENT', p.status
        from placement p
       where p.case_number in (select case_number from cases) and p.placed_at is not null
      union all
      select b.delivered_at, 'RECEIVED', b.partner_id, p.case_number, 'BATCH',
             b.business_day || ', number ' || b.number_of_day
        from placement_batch b join placement_batch_case l on l.batch_id = b.batch_id
        join placement p on p.placement_id = l.placement_id
       where p.case_number in (select case_number from cases) and b.delivered_at is not null
      union all
      select f.delivered_at, 'RECEIVED', f.partner_id, p.case_number, 'CHANGES',
             f.reference || ', line ' || l.line_number || ': ' || l.kind || coalesce(' ' || l.field_name, '')
        from partner_change l join partner_change_file f on f.change_file_id = l.change_file_id
        join placement p on p.placement_id = l.placement_id
       where p.case_number in (select case_number from cases) and f.delivered_at is not null
      union all
      select o.offered_at, 'RECEIVED', i.partner_id, o.case_number, 'NEAR_BY_OFFER', i.status
        from near_by_invitation i join near_by_offer o on o.offer_id = i.offer_id
       where o.case_number in (select case_number from cases)
      union all
      select filed_at, 'RECEIVED', 'court', case_number, 'DOSSIER', dossier
        from court_filing where case_number in (select case_number from cases) and filed_at is not null
      union all
      select delivered_at, 'RECEIVED', firm_id, case_number, 'DOSSIER', 'referred'
        from court_referral where case_number in (select case_number from cases) and delivered_at is not null
      union all
      select n.delivered_at, 'RECEIVED', r.firm_id, r.case_number, 'COURT_NOTICE', n.what
        from court_referral_notice n join court_referral r on r.referral_id = n.referral_id
       where r.case_number in (select case_number from cases) and n.delivered_at is not null
      union all
      select applied_at, 'CHANGED', partner_id, case_number, 'PARTNER_FILE', 'activity ' || activity_id
        from partner_activity where case_number in (select case_number from cases)
      union all
      select recorded_at, 'DELETED', partner_id, case_number, 'PARTNER_DATA', told_by
        from deletion_proof where case_number in (select case_number from cases) and status = 'CONFIRMED'
      """;

  private final JdbcClient jdbc;

  AccessReport(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Something that somebody did with the data.
   *
   * @param how {@code SEEN}, {@code CHANGED}, {@code CONTACTED}, {@code RECEIVED}, {@code REFUSED} or {@code DELETED}
   * @param who a user id, a partner's id, {@code court} or {@code remit}; null for nobody known
   * @param what the kind of the entry, of the contact or of the file
   */
  record Entry(Instant at, String how, @Nullable String who, @Nullable String caseNumber, String what,
      @Nullable String detail) {
  }

  /** A page of them, the oldest first, as they were at one moment. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  ListPage<Entry> of(String debtorId, int page, int size) {
    return new ListPage<>(entries(debtorId, page, size), page, size, count(debtorId));
  }

  private List<Entry> entries(String debtorId, int page, int size) {
    return jdbc.sql("select at, how, who, case_number, what, detail from (" + ENTRIES
            + ") as entries order by at, how, what, detail limit :size offset :offset")
        .param("debtor", debtorId).param("size", size).param("offset", (long) page * size)
        .query((row, number) -> new Entry(instant(row, "at"), row.getString("how"), row.getString("who"),
            row.getString("case_number"), row.getString("what"), row.getString("detail"))).list();
  }

  private long count(String debtorId) {
    return jdbc.sql("select count(*) from (" + ENTRIES + ") as entries").param("debtor", debtorId).query(Long.class)
        .single();
  }
}
