package io.remit.legal;

import io.remit.files.DocumentPrinter;
import io.remit.files.WorkFolder;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the facts of a case as a PDF that a legal officer can file with a court. */
@Component
public class CourtDossier {

  private static final Pattern CASE_NUMBER = Pattern.compile("[A-Za-z0-9-]{1,40}");

  private final WorkFolder workFolder;
  private final DocumentPrinter printer;
  private final Clock clock;
  private final String creditorName;
  private final ZoneId zone;

  CourtDossier(WorkFolder workFolder, DocumentPrinter printer, Clock clock,
      @Value("${remit.creditor.name:Example Bank}") String creditorName, @Value("${remit.zone:UTC}") ZoneId zone) {
    this.workFolder = workFolder;
    this.printer = printer;
    this.clock = clock;
    this.creditorName = creditorName;
    this.zone = zone;
  }

  /**
   * Writes the dossier, in place of an earlier one of the same case.
   *
   * @return the file's name within the work folder, such as {@code court/100001.pdf}
   * @throws IllegalArgumentException if the case number has other characters than letters, digits and {@code -}
   * @throws UncheckedIOException if the file could not be written
   * @throws RuntimeException if an amount has more decimals than the currency: none is rounded
   */
  public String write(DossierContent content) {
    if (!CASE_NUMBER.matcher(content.caseNumber()).matches()) {
      throw new IllegalArgumentException("A case number may have only letters, digits and '-'");
    }
    return workFolder.write(pdfOf(content), "court", content.caseNumber() + ".pdf");
  }

  private byte[] pdfOf(DossierContent content) {
    Map<String, Object> facts = Map.of("dossier", content, "creditorName", creditorName, "zone", zone.getId(),
        "format", new DossierFormat(content.currency(), zone));
    return printer.print("legal/court-dossier", facts, clock.instant()).content();
  }
}
