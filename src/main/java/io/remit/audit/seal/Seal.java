package io.remit.audit.seal;

import io.remit.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What some rows of one table were when they were sealed. Its hash covers all of it, and the hash of the seal before.
 *
 * @param number from 1, over all tables
 * @param after it covers all ids above this one
 * @param last up to this one, whether or not there is a row
 * @param newest the latest time that the rows tell, or null
 * @param digests a line for each row: its id, a blank, its digest
 * @param previous the hash of the seal before; {@link #NONE} for the first
 */
record Seal(long number, String table, long after, long last, int rows, @Nullable Instant newest, Instant sealedAt,
    String digests, String previous, String hash) {

  /** What stands for the hash before the first seal. */
  static final String NONE = "0".repeat(64);

  private static final String FORM = "remit-trail-1";

  /** A seal over these rows, which are all that there are. */
  static Seal of(Head before, TrailTable table, long after, long last, List<TrailRow> rows, Instant now) {
    String digests = rows.stream().map(row -> row.id() + " " + row.digest() + "\n").collect(Collectors.joining());
    Instant newest = rows.stream().map(TrailRow::at).filter(Objects::nonNull).max(Instant::compareTo).orElse(null);
    Seal open = new Seal(before.number() + 1, table.tableName(), after, last, rows.size(), newest, now, digests,
        before.hash(), "");
    return new Seal(open.number, open.table, after, last, open.rows, newest, now, digests, open.previous,
        open.computedHash());
  }

  /**
   * Where a chain ends.
   *
   * @param number 0 if there is no seal
   */
  record Head(long number, String hash) {

    static final Head START = new Head(0, NONE);

    @Override
    public String toString() {
      return number + ":" + hash;
    }
  }

  Head head() {
    return new Head(number, hash);
  }

  /** The hash that belongs to what the seal says. */
  String computedHash() {
    String chain = previous;
    for (String line : digests.lines().toList()) {
      chain = sha256(chain + " " + line);
    }
    return sha256(Stream.of(FORM, number, table, after, last, rows, newest == null ? "" : TrailRow.moment(newest),
        TrailRow.moment(sealedAt), previous, chain).map(Object::toString).collect(Collectors.joining("\n")));
  }

  /** The digest of each row, by id. */
  Map<Long, String> digestsById() {
    Map<Long, String> byId = new LinkedHashMap<>();
    digests.lines().forEach(line -> {
      int blank = line.indexOf(' ');
      byId.put(Long.parseLong(line.substring(0, blank)), line.substring(blank + 1));
    });
    return byId;
  }

  private static String sha256(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
