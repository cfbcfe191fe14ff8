package io.remit.outsourcing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.files.PackedFiles;
import io.remit.files.Sha256;
import io.remit.outsourcing.PlacementBatch.Line;
import io.remit.partner.DataField;
import io.remit.partner.Partner;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a partner gets in one file: a ZIP with {@code cases.csv}, {@code mandate.pdf} and {@code manifest.json}, which
 * says how many cases there are, what they come to, and the SHA-256 of the other two. It is made in memory and leaves
 * it only sealed.
 */
@Component
class BatchPackage {

  private static final String LIST = "cases.csv";
  private static final String MANDATE = "mandate.pdf";
  private static final String MANIFEST = "manifest.json";

  private final HandOverSource source;
  private final Mandate mandate;
  private final ObjectMapper json;

  BatchPackage(HandOverSource source, Mandate mandate, ObjectMapper json) {
    this.source = source;
    this.mandate = mandate;
    this.json = json;
  }

  /** What is in the package, for the partner's program. */
  record Manifest(String batch, String partner, String day, String termEnds, int cases, int lines, List<Sum> sums,
      List<PackedFiles.Content> files) {
  }

  /** What the partner may not be told of is left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sum(String currency, int cases, @Nullable BigDecimal outstandingAmount, @Nullable BigDecimal overdueAmount) {
  }

  byte[] of(PlacementBatch batch, List<Line> lines, Partner partner) {
    Set<DataField> allowed = partner.scope().dataFields();
    List<HandOver> cases = lines.stream()
        .map(line -> source.of(line.caseNumber(), partner.scope().channels())).toList();
    byte[] list = new HandOverFile(allowed).of(cases);
    List<BatchSum> sums = BatchSum.of(lines.stream().map(Line::terms).toList());
    byte[] paper = mandate.print(batch, partner, sums, Sha256.of(list));
    Manifest manifest = new Manifest(batch.reference(), batch.partnerId(), batch.day().toString(),
        batch.termEnds().toString(), cases.size(), cases.stream().mapToInt(each -> each.accounts().size()).sum(),
        sums.stream().map(sum -> new Sum(sum.currency(), sum.cases(),
            allowed.contains(DataField.OUTSTANDING_AMOUNT) ? sum.outstanding() : null,
            allowed.contains(DataField.OVERDUE_AMOUNT) ? sum.overdue() : null)).toList(),
        List.of(PackedFiles.Content.of(LIST, list), PackedFiles.Content.of(MANDATE, paper)));
    return new PackedFiles().add(LIST, list).add(MANDATE, paper).add(MANIFEST, manifest, json).zip();
  }
}
