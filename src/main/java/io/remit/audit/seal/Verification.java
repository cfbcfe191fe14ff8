package io.remit.audit.seal;

import io.remit.audit.seal.Finding.What;
import io.remit.audit.seal.Seal.Head;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the trail to its seals, from the first on, and names what is not as it was sealed. */
@Component
public class Verification {

  private static final int SEALS_AT_ONCE = 20;
  private static final int ROWS_AT_ONCE = 10_000;
  private static final int MOST_FINDINGS = 100;
  /** Nobody's transaction lasts so long, and no two nodes' clocks differ so much. */
  private static final Duration LATEST = Duration.ofDays(1);

  private final SealRepository seals;
  private final TrailRows rows;
  private final TrailErasureRepository erasures;

  Verification(SealRepository seals, TrailRows rows, TrailErasureRepository erasures) {
    this.seals = seals;
    this.rows = rows;
    this.erasures = erasures;
  }

  /** Verifies all of it. */
  public TrailReport verify() {
    return new Walk().verify();
  }

  /** Whether the chain has a seal with this number and hash, as somebody noted them before. */
  boolean has(long number, String hash) {
    return number == 0 ? hash.equals(Seal.NONE) : seals.after(number - 1, 1).stream()
        .anyMatch(seal -> seal.number() == number && seal.hash().equals(hash));
  }

  /** One way through the chain. */
  private final class Walk {

    private final List<Finding> findings = new ArrayList<>();
    private final Map<TrailTable, Long> sealedTo = new EnumMap<>(TrailTable.class);
    private final Map<TrailTable, Instant> sealedAt = new EnumMap<>(TrailTable.class);
    private Head head = Head.START;
    private long count;
    private long sealedRows;
    private long erasedRows;
    private long allFindings;

    private TrailReport verify() {
      List<Seal> some;
      do {
        some = seals.after(head.number(), SEALS_AT_ONCE);
        some.forEach(this::verify);
      } while (!some.isEmpty());
      long unsealed = 0;
      for (TrailTable table : TrailTable.values()) {
        beforeTheFirst(table);
        unsealed += rows.above(table, sealedTo.getOrDefault(table, 0L));
      }
      return new TrailReport(count, sealedRows, unsealed, erasedRows, head.toString(), List.copyOf(findings),
          allFindings);
    }

    private void verify(Seal seal) {
      TrailTable table = TrailTable.named(seal.table()).orElse(null);
      if (seal.number() != head.number() + 1 || table != null && seal.after() > sealedTo.getOrDefault(table, 0L)) {
        find(seal, 0, What.SEAL_MISSING);
      } else if (!seal.previous().equals(head.hash())) {
        find(seal, 0, What.SEAL_ALTERED);
      }
      count++;
      head = seal.head();
      Map<Long, String> digests = digests(seal);
      if (table == null || digests == null || !seal.hash().equals(seal.computedHash())
          || seal.after() < sealedTo.getOrDefault(table, 0L) || digests.size() != seal.rows()) {
        find(seal, 0, What.SEAL_ALTERED);
      }
      if (table != null && digests != null) {
        sealedRows += digests.size();
        compare(seal, table, digests);
        sealedTo.merge(table, seal.last(), Math::max);
        // a full seal is followed by others of the same moment: what they have was there already
        if (seal.rows() < Sealer.MOST_ROWS) {
          sealedAt.put(table, seal.sealedAt());
        }
      }
    }

    private @Nullable Map<Long, String> digests(Seal seal) {
      try {
        return seal.digestsById();
      } catch (IndexOutOfBoundsException | NumberFormatException altered) {
        return null;
      }
    }

    private void compare(Seal seal, TrailTable table, Map<Long, String> digests) {
      Set<Long> missing = new HashSet<>(digests.keySet());
      Instant earliest = sealedAt.getOrDefault(table, Instant.MIN.plus(LATEST)).minus(LATEST);
      long after = seal.after();
      List<TrailRow> some;
      do {
        some = rows.between(table, after, seal.last(), ROWS_AT_ONCE);
        for (TrailRow row : some) {
          missing.remove(row.id());
          compare(seal, table, row, digests.get(row.id()), earliest);
          after = row.id();
        }
      } while (some.size() == ROWS_AT_ONCE);
      missing.stream().sorted().forEach(id -> gone(seal, table, id));
    }

    private void compare(Seal seal, TrailTable table, TrailRow row, @Nullable String digest, Instant earliest) {
      String now = row.digest();
      if (digest == null) {
        find(seal, row.id(), What.INSERTED);
      } else if (now.equals(digest)) {
        if (row.at() != null && row.at().isBefore(earliest)) {
          find(seal, row.id(), What.LATE);
        }
      } else if (erasures.wasLeftAs(table, row.id(), now)) {
        erasedRows++;
      } else {
        find(seal, row.id(), What.CHANGED);
      }
    }

    private void gone(Seal seal, TrailTable table, long id) {
      Instant newest = seal.newest();
      if (newest != null && RetentionRule.of(table).filter(rule -> erasures.wasRemoved(rule, id, newest)).isPresent()) {
        erasedRows++;
      } else {
        find(seal, id, What.REMOVED);
      }
    }

    /** Ids begin at 1. */
    private void beforeTheFirst(TrailTable table) {
      rows.between(table, Long.MIN_VALUE, 0, MOST_FINDINGS)
          .forEach(row -> found(new Finding(0, table.tableName(), row.id(), What.INSERTED)));
    }

    private void find(Seal seal, long id, What what) {
      found(new Finding(seal.number(), seal.table(), id, what));
    }

    private void found(Finding finding) {
      allFindings++;
      if (findings.size() < MOST_FINDINGS) {
        findings.add(finding);
      }
    }
  }
}
