package io.remit.legal.firm;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.files.PackedFiles;
import io.remit.partner.Partner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a law firm gets in one file: a ZIP with {@code dossier.pdf}, {@code mandate.pdf} and {@code manifest.json}. It
 * is made in memory and leaves it only sealed. The same facts give the same file.
 */
@Component
class SuitPackage {

  private static final String DOSSIER = "dossier.pdf";
  private static final String MANDATE = "mandate.pdf";
  private static final String MANIFEST = "manifest.json";

  private final SuitMandate mandate;
  private final ObjectMapper json;

  SuitPackage(SuitMandate mandate, ObjectMapper json) {
    this.mandate = mandate;
    this.json = json;
  }

  /** What is in the package, for the firm's program. */
  record Manifest(String suit, String firm, String caseNumber, String fieldOfLaw, LocalDate day, String currency,
      BigDecimal outstandingAmount, List<PackedFiles.Content> files) {
  }

  byte[] of(Referral referral, Partner firm, SuitPapers papers) {
    byte[] paper = mandate.print(referral, firm, papers);
    Manifest manifest = new Manifest(referral.reference(), referral.firmId(), referral.caseNumber(),
        referral.fieldOfLaw(), papers.asOf(), papers.currency(), papers.outstanding(),
        List.of(PackedFiles.Content.of(DOSSIER, papers.dossier()), PackedFiles.Content.of(MANDATE, paper)));
    return new PackedFiles().add(DOSSIER, papers.dossier()).add(MANDATE, paper).add(MANIFEST, manifest, json).zip();
  }

  /** A message of its own, as bytes. */
  byte[] written(Record message) {
    return PackedFiles.written(message, json);
  }
}
