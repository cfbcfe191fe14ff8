package io.remit.legal;

import io.remit.exchange.Correspondent;
import io.remit.exchange.Outbox;
import io.remit.files.Attachment;
import io.remit.files.DocumentPrinter;
import io.remit.files.SpreadsheetFile;
import io.remit.files.WorkFolder;
import io.remit.ledger.Money;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes the facts of a case as a document that a legal officer can file with a court, and brings it there: PDF/A-3b,
 * with the letters and a manifest as files within it. One file is filed, signed for and kept as one; a ZIP would be
 * taken apart, and which page belongs to which list could not be told any more.
 */
@Component
public class CourtDossier {

  /** To whom it is brought: see {@code remit.exchange.sftp.court.*}. */
  private static final Correspondent COURT = new Correspondent("court", "court");
  private static final Pattern CASE_NUMBER = Pattern.compile("[A-Za-z0-9-]{1,40}");

  private final WorkFolder workFolder;
  private final DocumentPrinter printer;
  private final Outbox outbox;
  private final String creditorName;
  private final ZoneId zone;

  CourtDossier(WorkFolder workFolder, DocumentPrinter printer, Outbox outbox,
      @Value("${remit.creditor.name:Example Bank}") String creditorName, @Value("${remit.zone:UTC}") ZoneId zone) {
    this.workFolder = workFolder;
    this.printer = printer;
    this.outbox = outbox;
    this.creditorName = creditorName;
    this.zone = zone;
  }

  /**
   * Writes the dossier and brings it to the court's folder or server, in place of an earlier one of the same case. The
   * same facts give the same file, which is brought there once.
   *
   * @return the file's name within the work folder, such as {@code court/100001.pdf}; there it stays also when it goes
   *     to a server
   * @throws IllegalArgumentException if the case number has other characters than letters, digits and {@code -}
   * @throws java.io.UncheckedIOException if the file could not be written
   * @throws io.remit.exchange.DeliveryFailedException if it could not be brought there, with the reason
   * @throws RuntimeException if an amount has more decimals than the currency: none is rounded
   */
  public String write(DossierContent content) {
    byte[] pdf = print(content);
    String fileName = content.caseNumber() + ".pdf";
    String kept = workFolder.write(pdf, COURT.folder(), fileName);
    outbox.send(COURT, fileName, pdf);
    return kept;
  }

  /** Whether a dossier can be made: its case has a number that can name a file, and no amount would be rounded. */
  boolean canBeMade(DossierContent content) {
    int decimals = Money.decimalsOf(content.currency());
    return CASE_NUMBER.matcher(content.caseNumber()).matches() && Stream.concat(
        content.accounts().stream().flatMap(account -> Stream.concat(
            Stream.of(account.overdueAmount(), account.outstandingAmount()),
            account.ledger().stream().flatMap(line -> Stream.of(line.change(), line.balance())))),
        content.promises().stream().map(DossierContent.Promise::amount)).filter(Objects::nonNull)
        .allMatch(amount -> amount.stripTrailingZeros().scale() <= decimals);
  }

  /**
   * The dossier as a document, which nothing keeps. The same facts give the same bytes.
   *
   * @throws IllegalArgumentException if the case number has other characters than letters, digits and {@code -}
   * @throws RuntimeException if an amount has more decimals than the currency: none is rounded
   */
  byte[] print(DossierContent content) {
    if (!CASE_NUMBER.matcher(content.caseNumber()).matches()) {
      throw new IllegalArgumentException("A case number may have only letters, digits and '-'");
    }
    Map<String, Object> facts = Map.of("dossier", content, "creditorName", creditorName, "zone", zone.getId(),
        "format", new DossierFormat(content.currency(), zone));
    List<Attachment> files = new ArrayList<>(content.attachments());
    files.add(manifest(content.attachments()));
    return printer.printForArchive("legal/court-dossier", facts, content.asOf().atStartOfDay(zone).toInstant(), files)
        .content();
  }

  /** What lies within the document, so that somebody who takes a file out of it can tell that it is the one. */
  private static Attachment manifest(List<Attachment> files) {
    String csv = SpreadsheetFile.of(List.of("file", "what", "bytes", "sha256"), files.stream()
        .map(file -> List.of(file.name(), file.description(), String.valueOf(file.content().length), file.sha256())));
    return new Attachment("manifest.csv", "text/csv", "What lies within this document",
        csv.getBytes(StandardCharsets.UTF_8));
  }
}
