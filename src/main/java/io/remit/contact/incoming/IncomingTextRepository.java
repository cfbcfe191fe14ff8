package io.remit.contact.incoming;

import static io.remit.sql.Moments.utc;

import io.remit.card.CardNumbers;
import io.remit.contact.incoming.StopWords.Wish;
import io.remit.sql.RowsOf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The texts that came in, each once, and the answers that were given. */
@Repository
class IncomingTextRepository {

  private static final int LONGEST_BODY = 65535;

  private static final RowsOf WRITERS = RowsOf.debtors("incoming_text_debtor");

  private final JdbcClient jdbc;

  IncomingTextRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean has(String gateway, String gatewayReference) {
    return jdbc.sql("""
        select count(*) from incoming_text where gateway = :gateway and gateway_reference = :reference
        """).param("gateway", gateway).param("reference", gatewayReference).query(Long.class).single() > 0;
  }

  /** Whether the last text of a sender was the same, and came no longer ago than this. */
  boolean repeatsLast(IncomingText text, Instant since) {
    return jdbc.sql("""
        select body from incoming_text where gateway = :gateway and sender = :sender and received_at >= :since
         order by received_at desc, text_id desc limit 1
        """).param("gateway", text.gateway()).param("sender", text.sender()).param("since", utc(since))
        .query(String.class).optional().filter(storable(text.body())::equals).isPresent();
  }

  /** @throws org.springframework.dao.DuplicateKeyException if the same text is being added at this moment */
  void add(IncomingText text, Wish wish, List<String> debtorIds) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into incoming_text (gateway, gateway_reference, sender, body, wish, received_at)
        values (:gateway, :reference, :sender, :body, :wish, :at)
        """).param("gateway", text.gateway()).param("reference", text.gatewayReference())
        .param("sender", text.sender()).param("body", storable(text.body())).param("wish", wish.name())
        .param("at", utc(text.receivedAt())).update(key, "text_id");
    for (String debtorId : debtorIds) {
      jdbc.sql("insert into incoming_text_debtor (text_id, debtor_id) values (:text, :debtor)")
          .param("text", key.getKey()).param("debtor", debtorId).update();
    }
  }

  /**
   * What a debtor wrote that was neither STOP nor START, and none of the debtor's cases but the one just opened could
   * hear; in order.
   *
   * @param ids all debtor ids of the person
   */
  List<String> unheardOf(List<String> ids, String justOpened) {
    if (WRITERS.noneOfAny(ids)) {
      return List.of();
    }
    return jdbc.sql("""
        select text.body from incoming_text text
         where text.wish = 'OTHER'
           and text.text_id in (select wrote.text_id from incoming_text_debtor wrote where wrote.debtor_id in (:ids))
           and not exists (select 1 from collection_case heard
                            where heard.debtor_id in (:ids) and heard.case_number <> :opened
                              and (heard.closed_at is null or heard.closed_at > text.received_at))
         order by text.received_at, text.text_id
        """).param("ids", ids).param("opened", justOpened).query(String.class).list();
  }

  /** Whose number it is; not those of whom it was found to be somebody else's. */
  List<String> debtorsOf(String number) {
    return jdbc.sql("""
        select known.debtor_id from (
          select debtor_id from debtor where phone = :number
          union
          select debtor_id from known_number where number = :number) known
         where not exists (select 1 from address_mark marked
            where marked.debtor_id = known.debtor_id and marked.address = :number and marked.mark = 'WRONG')
         order by known.debtor_id
        """).param("number", number).query(String.class).list();
  }

  /** Whether this number was given this answer after the debtor opted out of SMS for the last time. */
  boolean repliedSinceOptOut(String debtorId, String number, String template) {
    return jdbc.sql("""
        select count(*) from text_reply reply
          join opt_out gone on gone.debtor_id = reply.debtor_id and gone.channel = 'SMS'
         where reply.debtor_id = :debtor and reply.number = :number and reply.template = :template
           and reply.replied_at >= gone.since
        """).param("debtor", debtorId).param("number", number).param("template", template)
        .query(Long.class).single() > 0;
  }

  void replied(String debtorId, String number, String template, Instant at) {
    jdbc.sql("delete from text_reply where debtor_id = :debtor and number = :number and template = :template")
        .param("debtor", debtorId).param("number", number).param("template", template).update();
    jdbc.sql("""
        insert into text_reply (debtor_id, number, template, replied_at) values (:debtor, :number, :template, :at)
        """).param("debtor", debtorId).param("number", number).param("template", template).param("at", utc(at))
        .update();
  }

  /** Databases take neither the character NUL nor one half of a surrogate pair. */
  private static String storable(String body) {
    String whole = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', ' ');
    return CardNumbers.masked(whole.length() <= LONGEST_BODY ? whole : whole.substring(0, LONGEST_BODY));
  }
}
