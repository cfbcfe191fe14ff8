package io.remit.audit.seal;

import io.remit.files.OwnFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes the trail into a folder, with its seals and a program that verifies it without Remit: a file for each table,
 * each line the text of a row.
 */
@Component
class TrailExport {

  private static final int SEALS_AT_ONCE = 20;
  private static final int ROWS_AT_ONCE = 10_000;
  private static final String SEALS = "seals.ndjson";

  private final SealRepository seals;
  private final TrailRows rows;

  TrailExport(SealRepository seals, TrailRows rows) {
    this.seals = seals;
    this.rows = rows;
  }

  /**
   * Writes all that is sealed, and all that says what rules removed or erased.
   *
   * @param folder is made; one that is not empty is refused
   * @return how many rows were written
   */
  long writeTo(Path folder) throws IOException {
    OwnFiles.makeFolder(folder);
    try (Stream<Path> there = Files.list(folder)) {
      if (there.findAny().isPresent()) {
        throw new FileAlreadyExistsException(folder + " is not empty");
      }
    }
    for (String each : List.of("README.txt", "verify.py")) {
      try (InputStream content = Objects.requireNonNull(TrailExport.class.getResourceAsStream(each))) {
        OwnFiles.writeNew(folder.resolve(each), content.readAllBytes());
      }
    }
    Map<TrailTable, BufferedWriter> files = new EnumMap<>(TrailTable.class);
    try (BufferedWriter chain = begin(folder.resolve(SEALS))) {
      for (TrailTable table : TrailTable.values()) {
        files.put(table, begin(folder.resolve(table.tableName() + ".ndjson")));
      }
      return write(chain, files);
    } finally {
      for (BufferedWriter file : files.values()) {
        file.close();
      }
    }
  }

  private long write(BufferedWriter chain, Map<TrailTable, BufferedWriter> files) throws IOException {
    long written = 0;
    Map<TrailTable, Long> to = new EnumMap<>(TrailTable.class);
    long number = 0;
    List<Seal> some;
    do {
      some = seals.after(number, SEALS_AT_ONCE);
      for (Seal seal : some) {
        line(chain, text(seal));
        TrailTable table = TrailTable.named(seal.table()).orElse(null);
        if (table != null && table != TrailTable.TRAIL_ERASURE) {
          written += write(table, to.getOrDefault(table, Long.MIN_VALUE), seal.last(), writer(files, table));
          to.put(table, seal.last());
        }
        number = seal.number();
      }
    } while (!some.isEmpty());
    return written + write(TrailTable.TRAIL_ERASURE, Long.MIN_VALUE, Long.MAX_VALUE,
        writer(files, TrailTable.TRAIL_ERASURE));
  }

  private long write(TrailTable table, long after, long last, BufferedWriter file) throws IOException {
    long written = 0;
    long from = after;
    List<TrailRow> some;
    do {
      some = rows.between(table, from, last, ROWS_AT_ONCE);
      for (TrailRow row : some) {
        line(file, row.text());
        from = row.id();
      }
      written += some.size();
    } while (some.size() == ROWS_AT_ONCE);
    return written;
  }

  private static BufferedWriter writer(Map<TrailTable, BufferedWriter> files, TrailTable table) {
    return Objects.requireNonNull(files.get(table));
  }

  private static BufferedWriter begin(Path file) {
    try {
      OwnFiles.writeNew(file, new byte[0]);
      return Files.newBufferedWriter(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void line(BufferedWriter file, String text) throws IOException {
    file.write(text);
    file.write('\n');
  }

  private static String text(Seal seal) {
    return "{\"number\":\"" + seal.number() + "\",\"table\":\"" + TrailRow.escaped(seal.table()) + "\",\"after\":\""
        + seal.after() + "\",\"last\":\"" + seal.last() + "\",\"rows\":\"" + seal.rows() + "\",\"newest\":\""
        + (seal.newest() == null ? "" : TrailRow.moment(seal.newest())) + "\",\"sealed\":\""
        + TrailRow.moment(seal.sealedAt()) + "\",\"previous\":\"" + TrailRow.escaped(seal.previous())
        + "\",\"hash\":\"" + TrailRow.escaped(seal.hash()) + "\",\"digests\":["
        + seal.digests().lines().map(digest -> '"' + TrailRow.escaped(digest) + '"').collect(Collectors.joining(","))
        + "]}";
  }
}
