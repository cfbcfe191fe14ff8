package io.remit.legal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.remit.files.WorkFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes the facts of a case as a PDF that a legal officer can file with a court.
 *
 * <p>The fonts have Latin, Greek, Cyrillic and Chinese letters; a character of another script is printed as {@code #}.
 */
@Component
public class CourtDossier {

  private static final Pattern CASE_NUMBER = Pattern.compile("[A-Za-z0-9-]{1,40}");
  /** Characters that the source of a page cannot hold, such as most control characters. */
  private static final Pattern NOT_XML = Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
  private static final String LATIN_FONT = "/fonts/ttf/OpenSans/OpenSans-";
  private static final String CHINESE_FONT = "/fonts/ttf/NotoSansSC/NotoSansSC-";

  static {
    // It would write parts of the document, which is personal data, to the console.
    XRLog.setLoggingEnabled(false);
  }

  private final WorkFolder workFolder;
  private final Clock clock;
  private final String creditorName;
  private final ZoneId zone;
  private final TemplateEngine pages = pages();

  CourtDossier(WorkFolder workFolder, Clock clock, @Value("${remit.creditor.name:Example Bank}") String creditorName,
      @Value("${remit.zone:UTC}") ZoneId zone) {
    this.workFolder = workFolder;
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
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder()
          .usePDDocument(document)
          .withHtmlContent(pageOf(content), null)
          .withProducer("Remit");
      addFont(builder, document, LATIN_FONT, "Latin");
      addFont(builder, document, CHINESE_FONT, "Chinese");
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        stamp(document);
        document.save(pdf);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not make the dossier of case " + content.caseNumber(), e);
    }
    return pdf.toByteArray();
  }

  private String pageOf(DossierContent content) {
    Context facts = new Context(Locale.ROOT, Map.of("dossier", content, "creditorName", creditorName, "zone", zone.getId(),
        "format", new DossierFormat(content.currency(), zone)));
    return NOT_XML.matcher(pages.process("legal/court-dossier", facts)).replaceAll("");
  }

  // Without these PDFBox takes both from the machine's clock, and the same facts would never give the same file.
  private void stamp(PDDocument document) {
    Instant now = clock.instant();
    GregorianCalendar created = new GregorianCalendar(TimeZone.getTimeZone(zone), Locale.ROOT);
    created.setTime(Date.from(now));
    document.getDocumentInformation().setCreationDate(created);
    document.getDocumentInformation().setModificationDate(created);
    document.setDocumentId(now.toEpochMilli());
  }

  private static void addFont(PdfRendererBuilder builder, PDDocument document, String file, String family) {
    PDFont regular = PrintFont.load(document, file + "Regular.ttf");
    PDFont bold = PrintFont.load(document, file + "Bold.ttf");
    builder.useFont(new PDFontSupplier(regular), family, 400, FontStyle.NORMAL, true);
    builder.useFont(new PDFontSupplier(bold), family, 700, FontStyle.NORMAL, true);
  }

  // An engine of its own, so that no setting or dialect of the web pages reaches court papers.
  private static TemplateEngine pages() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(CourtDossier.class.getClassLoader());
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setSuffix(".xhtml");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
