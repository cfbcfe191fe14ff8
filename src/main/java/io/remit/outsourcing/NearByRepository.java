package io.remit.outsourcing;

import static io.remit.sql.Moments.utc;

import io.remit.sql.RowsOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The cases that are offered near by. */
@Repository
class NearByRepository {

  private static final String SELECT = """
      select i.invitation_id, i.offer_id, o.case_number, i.partner_id, o.offered_by, o.ends_on
        from near_by_invitation i join near_by_offer o on o.offer_id = i.offer_id
      """;
  private static final String OPEN = " and i.status = 'OPEN' and o.status = 'OPEN'";

  private static final RowsOf OFFERS = RowsOf.cases("near_by_offer");

  private final JdbcClient jdbc;

  NearByRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Offers a case to each of these partners. */
  List<NearByInvitation> insert(String caseNumber, Collection<String> partnerIds, String by, Instant at,
      LocalDate endsOn) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into near_by_offer (case_number, status, offered_by, offered_at, ends_on)
        values (:case, 'OPEN', :by, :at, :ends)
        """).param("case", caseNumber).param("by", by).param("at", utc(at)).param("ends", endsOn)
        .update(key, "offer_id");
    long offerId = Objects.requireNonNull(key.getKey()).longValue();
    partnerIds.forEach(partner -> jdbc.sql(
        "insert into near_by_invitation (offer_id, partner_id, status) values (:offer, :partner, 'OPEN')")
        .param("offer", offerId).param("partner", partner).update());
    return ofOffer(offerId);
  }

  private List<NearByInvitation> ofOffer(long offerId) {
    return jdbc.sql(SELECT + " where i.offer_id = :offer" + OPEN + " order by i.invitation_id").param("offer", offerId)
        .query(NearByRepository::read).list();
  }

  /** Those that nobody has answered, of an offer that stands. */
  List<NearByInvitation> openOf(String caseNumber) {
    return jdbc.sql(SELECT + " where o.case_number = :case" + OPEN + " order by i.invitation_id")
        .param("case", caseNumber).query(NearByRepository::read).list();
  }

  /** The same for these partners, the oldest first. */
  List<NearByInvitation> openFor(Collection<String> partnerIds) {
    return partnerIds.isEmpty() ? List.of() : jdbc.sql(SELECT + " where i.partner_id in (:partners)" + OPEN
        + " order by i.invitation_id").param("partners", partnerIds).query(NearByRepository::read).list();
  }

  Optional<NearByInvitation> find(long invitationId) {
    return jdbc.sql(SELECT + " where i.invitation_id = :id").param("id", invitationId).query(NearByRepository::read)
        .optional();
  }

  /** Whether it stands still: nobody has taken the case, and this partner has not answered. */
  boolean isOpen(long invitationId) {
    return jdbc.sql("""
        select count(*) from near_by_invitation i join near_by_offer o on o.offer_id = i.offer_id
         where i.invitation_id = :id and i.status = 'OPEN' and o.status = 'OPEN'
        """).param("id", invitationId).query(Long.class).single() > 0;
  }

  /** Until when a case is offered; empty if it is not. */
  Optional<LocalDate> offeredUntil(String caseNumber) {
    return OFFERS.none(caseNumber) ? Optional.empty()
        : jdbc.sql("select ends_on from near_by_offer where case_number = :case and status = 'OPEN'")
            .param("case", caseNumber).query(LocalDate.class).list().stream().findFirst();
  }

  /** The partners that had the case near by before. */
  Set<String> whoHad(String caseNumber) {
    return Set.copyOf(jdbc.sql("""
        select distinct taken_by_partner from near_by_offer
         where case_number = :case and status = 'TAKEN' and taken_by_partner is not null
        """).param("case", caseNumber).query(String.class).list());
  }

  /** How many cases a partner has taken from a moment on. */
  int takenSince(String partnerId, Instant since) {
    return jdbc.sql("""
        select count(*) from near_by_offer where taken_by_partner = :partner and status = 'TAKEN' and ended_at >= :since
        """).param("partner", partnerId).param("since", utc(since)).query(Integer.class).single();
  }

  void taken(NearByInvitation invitation, String by, Instant at) {
    jdbc.sql("""
        update near_by_offer set status = 'TAKEN', taken_by_partner = :partner, taken_by = :by, ended_at = :at
         where offer_id = :offer
        """).param("partner", invitation.partnerId()).param("by", by).param("at", utc(at))
        .param("offer", invitation.offerId()).update();
    answered(invitation.invitationId(), "TAKEN", by, at);
    jdbc.sql("update near_by_invitation set status = 'ENDED' where offer_id = :offer and status = 'OPEN'")
        .param("offer", invitation.offerId()).update();
  }

  void declined(long invitationId, String by, Instant at) {
    answered(invitationId, "DECLINED", by, at);
  }

  private void answered(long invitationId, String status, String by, Instant at) {
    jdbc.sql("""
        update near_by_invitation set status = :status, answered_by = :by, answered_at = :at
         where invitation_id = :id
        """).param("status", status).param("by", by).param("at", utc(at)).param("id", invitationId).update();
  }

  /** @param status LAPSED or ENDED */
  void end(String caseNumber, String status, Instant at) {
    jdbc.sql("""
        update near_by_invitation set status = 'ENDED' where status = 'OPEN' and offer_id in
          (select offer_id from near_by_offer where case_number = :case and status = 'OPEN')
        """).param("case", caseNumber).update();
    jdbc.sql("""
        update near_by_offer set status = :status, ended_at = :at where case_number = :case and status = 'OPEN'
        """).param("status", status).param("at", utc(at)).param("case", caseNumber).update();
  }

  private static NearByInvitation read(ResultSet row, int number) throws SQLException {
    return new NearByInvitation(row.getLong("invitation_id"), row.getLong("offer_id"), row.getString("case_number"),
        row.getString("partner_id"), row.getString("offered_by"), row.getObject("ends_on", LocalDate.class));
  }
}
