package io.remit.files;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Consumer;
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
 * Makes PDF files of pages on the class path. Facts are only ever text: markup and expressions in them are printed as
 * they are, as long as the page puts them in through {@code th:text}.
 *
 * <p>The font families {@code Latin} and {@code Chinese} have Latin, Greek, Cyrillic and Chinese letters; a character
 * of another script is printed as {@code #}.
 */
@Component
public class DocumentPrinter {

  /** Characters that the source of a page cannot hold, such as most control characters. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
  static final String PRODUCER = "Remit";
  private static final String LATIN_FONT = "/fonts/ttf/OpenSans/OpenSans-";
  private static final String CHINESE_FONT = "/fonts/ttf/NotoSansSC/NotoSansSC-";

  static {
    // It would write parts of the document, which is personal data, to the console.
    XRLog.setLoggingEnabled(false);
  }

  private final ZoneId zone;
  private final TemplateEngine pages = pages();

  /** @param zone the creditor's, in which a file says when it was made */
  public DocumentPrinter(@Value("${remit.zone:UTC}") ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Prints a page. The same facts at the same moment give the same file, byte for byte.
   *
   * @param page the page's name on the class path without its ending {@code .xhtml}, such as
   *     {@code legal/court-dossier}
   * @param facts what the page tells
   * @param at when the document is made; it is noted in its properties
   * @throws UncheckedIOException if the document could not be made
   */
  public PrintedDocument print(String page, Map<String, Object> facts, Instant at) {
    return print(page, facts, at, builder -> { }, (document, made) -> { });
  }

  /**
   * Prints a page as a document that can be kept for ever and be filed: PDF/A-3b, with files within it. The same facts
   * and files at the same moment give the same file, byte for byte.
   *
   * @param page as in {@link #print}
   * @param at when the document is made, to the second
   * @param attachments the files that are to lie within it, each name once
   * @throws UncheckedIOException if the document could not be made
   */
  public PrintedDocument printForArchive(String page, Map<String, Object> facts, Instant at,
      List<Attachment> attachments) {
    return print(page, facts, at.truncatedTo(ChronoUnit.SECONDS), ArchivalForm::prepare,
        (document, made) -> ArchivalForm.finish(document, made, attachments));
  }

  /** What a form of document needs when its pages are there. */
  @FunctionalInterface
  private interface Finish {
    void finish(PDDocument document, Calendar made) throws IOException;
  }

  private PrintedDocument print(String page, Map<String, Object> facts, Instant at,
      Consumer<PdfRendererBuilder> preparation, Finish end) {
    String source = NOT_XML.matcher(pages.process(page, new Context(Locale.ROOT, facts))).replaceAll("");
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder()
          .usePDDocument(document)
          .withHtmlContent(source, null)
          .withProducer(PRODUCER);
      preparation.accept(builder);
      addFont(builder, document, LATIN_FONT, "Latin");
      addFont(builder, document, CHINESE_FONT, "Chinese");
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        end.finish(document, stamp(document, at));
        document.save(pdf);
        return new PrintedDocument(pdf.toByteArray(), document.getNumberOfPages());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not print " + page, e);
    }
  }

  // Without these PDFBox takes both from the machine's clock, and the same facts would never give the same file.
  private Calendar stamp(PDDocument document, Instant at) {
    GregorianCalendar created = new GregorianCalendar(TimeZone.getTimeZone(zone), Locale.ROOT);
    created.setTime(Date.from(at));
    document.getDocumentInformation().setCreationDate(created);
    document.getDocumentInformation().setModificationDate(created);
    document.setDocumentId(at.toEpochMilli());
    return created;
  }

  private static void addFont(PdfRendererBuilder builder, PDDocument document, String file, String family) {
    PDFont regular = PrintFont.load(document, file + "Regular.ttf");
    PDFont bold = PrintFont.load(document, file + "Bold.ttf");
    builder.useFont(new PDFontSupplier(regular), family, 400, FontStyle.NORMAL, true);
    builder.useFont(new PDFontSupplier(bold), family, 700, FontStyle.NORMAL, true);
  }

  // An engine of its own, so that no setting or dialect of the web pages reaches printed papers.
  private static TemplateEngine pages() {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(DocumentPrinter.class.getClassLoader());
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setSuffix(".xhtml");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
