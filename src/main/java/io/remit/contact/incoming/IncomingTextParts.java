package io.remit.contact.incoming;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.utc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts long texts together from their parts, which come in any order and may come again. Parts wait in the database,
 * so that none is lost once the gateway was told that it is taken. A text of which parts are missing after an hour is
 * taken as far as it came.
 */
@Component
public class IncomingTextParts {

  private static final Logger LOG = LoggerFactory.getLogger(IncomingTextParts.class);
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final Duration MEMORY = Duration.ofDays(1);
  private static final String MISSING = " [...] ";
  private static final String OF_TEXT = """
       where gateway = :gateway and sender = :sender and concatenation = :concatenation and part_count = :count
      """;

  private final JdbcClient jdbc;
  private final IncomingTexts texts;
  private final TransactionOperations transactions;
  private final Clock clock;

  IncomingTextParts(JdbcClient jdbc, IncomingTexts texts, TransactionOperations transactions, Clock clock) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A long text that parts belong to. */
  private record LongText(String gateway, String sender, String concatenation, int count) {
  }

  /** A part as it is kept. */
  private record Kept(int number, String body, Instant receivedAt) {
  }

  /**
   * Takes a part, and the whole text if it was the last to come.
   *
   * @return false if the part was taken already
   * @throws IllegalArgumentException if it is no part of a text
   * @throws RuntimeException if it could not be taken: the gateway is to bring it again
   */
  public boolean receive(IncomingTextPart part) {
    if (part.count() < 1 || part.number() < 1 || part.number() > part.count()) {
      throw new IllegalArgumentException("There is no part " + part.number() + " of " + part.count());
    }
    LongText text = new LongText(part.gateway(), part.sender(), part.concatenation(), part.count());
    boolean added = Boolean.TRUE.equals(transactions.execute(status -> keep(text, part)));
    // apart from the above: of parts that come at the same moment, whichever is stored last sees all others
    transactions.executeWithoutResult(status -> takeIfComplete(text));
    return added;
  }

  /** Takes what has waited too long for its other parts, and forgets what was put together long ago. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
  public void takeIncomplete() {
    List<LongText> waiting = jdbc.sql("""
        select gateway, sender, concatenation, part_count from incoming_text_part where not put_together
         group by gateway, sender, concatenation, part_count having max(received_at) < :before
        """).param("before", utc(clock.instant().minus(PATIENCE)))
        .query((row, number) -> new LongText(row.getString("gateway"), row.getString("sender"),
            row.getString("concatenation"), row.getInt("part_count"))).list();
    waiting.forEach(this::takeAsItIs);
    jdbc.sql("delete from incoming_text_part where put_together and received_at < :before")
        .param("before", utc(clock.instant().minus(MEMORY))).update();
  }

  /** One that cannot be taken waits for the next time, and does not keep others from being taken. */
  private void takeAsItIs(LongText text) {
    try {
      transactions.executeWithoutResult(status -> takeUnlessTaken(text, kept(text)));
    } catch (RuntimeException e) {
      // without the exception's message, which may quote what was to be stored
      LOG.error("Could not take a long text of {} of which parts are missing; to be tried again ({})", text.gateway(),
          e.getClass().getName());
    }
  }

  /** @return false if it was kept already */
  private boolean keep(LongText text, IncomingTextPart part) {
    List<Kept> kept = kept(text);
    Optional<Kept> same = kept.stream().filter(other -> other.number() == part.number()).findFirst();
    if (same.isPresent()) {
      if (same.get().body().equals(part.body())) {
        return false;
      }
      // the phone has begun to use its names for long texts anew
      takeUnlessTaken(text, kept);
      delete(text);
    }
    add(part);
    return true;
  }

  private void takeIfComplete(LongText text) {
    List<Kept> kept = kept(text);
    if (kept.size() == text.count()) {
      takeUnlessTaken(text, kept);
    }
  }

  private void takeUnlessTaken(LongText text, List<Kept> parts) {
    int marked = of(text, "update incoming_text_part set put_together = true" + OF_TEXT + " and not put_together")
        .update();
    if (marked > 0) {
      Instant first = parts.stream().map(Kept::receivedAt).min(Instant::compareTo).orElseThrow();
      texts.receive(new IncomingText(text.gateway(), null, text.sender(), body(text.count(), parts), first));
    }
  }

  private static String body(int count, List<Kept> parts) {
    StringBuilder body = new StringBuilder();
    int expected = 1;
    for (Kept part : parts) {
      body.append(part.number() > expected ? MISSING : "").append(part.body());
      expected = part.number() + 1;
    }
    return body.append(expected <= count ? MISSING : "").toString();
  }

  private List<Kept> kept(LongText text) {
    return of(text, "select part_number, utf16, received_at from incoming_text_part" + OF_TEXT
        + " order by part_number")
        .query((row, number) -> new Kept(row.getInt("part_number"), fromHex(row.getString("utf16")),
            instant(row, "received_at"))).list();
  }

  private void delete(LongText text) {
    of(text, "delete from incoming_text_part" + OF_TEXT).update();
  }

  private void add(IncomingTextPart part) {
    jdbc.sql("""
        insert into incoming_text_part (gateway, sender, concatenation, part_count, part_number, utf16, received_at)
        values (:gateway, :sender, :concatenation, :count, :number, :utf16, :at)
        """).param("gateway", part.gateway()).param("sender", part.sender())
        .param("concatenation", part.concatenation()).param("count", part.count()).param("number", part.number())
        .param("utf16", toHex(part.body())).param("at", utc(part.receivedAt())).update();
  }

  private JdbcClient.StatementSpec of(LongText text, String sql) {
    return jdbc.sql(sql).param("gateway", text.gateway()).param("sender", text.sender())
        .param("concatenation", text.concatenation()).param("count", text.count());
  }

  private static String toHex(String body) {
    return body.chars().mapToObj("%04x"::formatted).collect(Collectors.joining());
  }

  private static String fromHex(String digits) {
    StringBuilder body = new StringBuilder(digits.length() / 4);
    for (int at = 0; at < digits.length(); at += 4) {
      body.append((char) HexFormat.fromHexDigits(digits, at, at + 4));
    }
    return body.toString();
  }
}
