package io.remit.legal.firm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.files.Sha256;
import io.remit.partner.Partner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
      BigDecimal outstandingAmount, List<Content> files) {
  }

  /** A file of the package. */
  record Content(String name, int bytes, String sha256) {

    static Content of(String name, byte[] content) {
      return new Content(name, content.length, Sha256.of(content));
    }
  }

  byte[] of(Referral referral, Partner firm, SuitPapers papers) {
    byte[] paper = mandate.print(referral, firm, papers);
    byte[] manifest = written(new Manifest(referral.reference(), referral.firmId(), referral.caseNumber(),
        referral.fieldOfLaw(), papers.asOf(), papers.currency(), papers.outstanding(),
        List.of(Content.of(DOSSIER, papers.dossier()), Content.of(MANDATE, paper))));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(DOSSIER, papers.dossier());
    files.put(MANDATE, paper);
    files.put(MANIFEST, manifest);
    return zip(files);
  }

  /** A message of its own, as bytes. */
  byte[] written(Record message) {
    try {
      return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(message);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a message for a law firm can be written", impossible);
    }
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        // the same content is the same file, whenever it is packed
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
