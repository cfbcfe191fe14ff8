package io.remit.files;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * What makes a document PDF/A-3b (ISO 19005-3): fonts and colours that it brings along, a description of itself, and
 * the files that lie within it.
 */
final class ArchivalForm {

  private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");

  private ArchivalForm() {
  }

  static void prepare(PdfRendererBuilder builder) {
    builder.usePdfAConformance(PdfAConformance.PDFA_3_B);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
  }

  /** @param made when the document says that it was made */
  static void finish(PDDocument document, Calendar made, List<Attachment> attachments) throws IOException {
    describe(document, made.toInstant());
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    Map<String, PDComplexFileSpecification> byName = new TreeMap<>();
    COSArray associated = new COSArray();
    for (Attachment attachment : attachments) {
      PDComplexFileSpecification file = embedded(document, attachment, made);
      byName.put(attachment.name(), file);
      associated.add(file);
    }
    if (!byName.isEmpty()) {
      PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
      files.setNames(byName);
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
      names.setEmbeddedFiles(files);
      catalog.setNames(names);
      catalog.getCOSObject().setItem(ASSOCIATED_FILES, associated);
    }
  }

  private static PDComplexFileSpecification embedded(PDDocument document, Attachment attachment, Calendar made)
      throws IOException {
    PDEmbeddedFile content = new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.content()),
        COSName.FLATE_DECODE);
    content.setSubtype(attachment.mimeType());
    content.setSize(attachment.content().length);
    content.setCreationDate(made);
    content.setModDate(made);
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(attachment.name());
    file.setFileUnicode(attachment.name());
    file.setFileDescription(attachment.description());
    file.setEmbeddedFile(content);
    file.setEmbeddedFileUnicode(content);
    file.getCOSObject().setName("AFRelationship", "Supplement");
    return file;
  }

  /** The description must say what the document's properties say, to the second. */
  private static void describe(PDDocument document, Instant made) throws IOException {
    String title = document.getDocumentInformation().getTitle();
    String description = """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
          xmlns:xmp="http://ns.adobe.com/xap/1.0/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        <pdf:Producer>%s</pdf:Producer>
        <pdfaid:part>3</pdfaid:part>
        <pdfaid:conformance>B</pdfaid:conformance>
        <xmp:CreateDate>%s</xmp:CreateDate>
        <xmp:ModifyDate>%s</xmp:ModifyDate>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """.formatted(escaped(title == null ? "" : title), DocumentPrinter.PRODUCER, made, made);
    document.getDocumentCatalog().setMetadata(new PDMetadata(document,
        new ByteArrayInputStream(description.getBytes(StandardCharsets.UTF_8))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
