package io.remit.outsourcing.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.files.PackedFiles;
import io.remit.outsourcing.change.Change.Kind;
import io.remit.outsourcing.change.ChangeFile.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a partner gets in one file of changes: a ZIP with {@code changes.csv} and {@code manifest.json}, which says how
 * many lines there are, of how many cases, what the payments come to, and the SHA-256 of the list. It is made in memory
 * and leaves it only sealed.
 */
@Component
class ChangePackage {

  private static final String LIST = "changes.csv";
  private static final String MANIFEST = "manifest.json";

  private final ObjectMapper json;

  ChangePackage(ObjectMapper json) {
    this.json = json;
  }

  /** What is in the package, for the partner's program. */
  record Manifest(String file, String partner, String day, long firstLine, long lastLine, int lines, long cases,
      List<Sum> sums, List<PackedFiles.Content> files) {
  }

  /** Money in one currency. */
  record Sum(String currency, long payments, BigDecimal paid, long takenBack, BigDecimal takenBackAmount) {
  }

  /** @param lines at least one, in the order of their numbers */
  byte[] of(ChangeFile file, List<Line> lines) {
    byte[] list = ChangeList.of(lines);
    Manifest manifest = new Manifest(file.reference(), file.partnerId(), file.day().toString(),
        lines.get(0).number(), lines.get(lines.size() - 1).number(), lines.size(),
        lines.stream().map(Line::caseNumber).distinct().count(), sums(lines),
        List.of(PackedFiles.Content.of(LIST, list)));
    return new PackedFiles().add(LIST, list).add(MANIFEST, manifest, json).zip();
  }

  private static List<Sum> sums(List<Line> lines) {
    return lines.stream().filter(line -> line.cells().amount() != null)
        .collect(Collectors.groupingBy(line -> Objects.requireNonNull(line.cells().currency()), TreeMap::new,
            Collectors.toList()))
        .entrySet().stream().map(each -> new Sum(each.getKey(), count(each.getValue(), Kind.PAYMENT),
            sum(each.getValue(), Kind.PAYMENT), count(each.getValue(), Kind.PAYMENT_TAKEN_BACK),
            sum(each.getValue(), Kind.PAYMENT_TAKEN_BACK))).toList();
  }

  private static long count(List<Line> lines, Kind kind) {
    return lines.stream().filter(line -> line.kind() == kind).count();
  }

  private static BigDecimal sum(List<Line> lines, Kind kind) {
    return lines.stream().filter(line -> line.kind() == kind)
        .map(line -> Objects.requireNonNull(line.cells().amount())).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
