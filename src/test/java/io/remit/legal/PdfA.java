package io.remit.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF, the validator of the PDF Association, whether a file is what it says. */
final class PdfA {

  private PdfA() {
  }

  static void assertIsPdfA3b(byte[] pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf),
            PDFAFlavour.PDFA_3_B);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(result.getTestAssertions().stream().filter(each -> each.getStatus() == Status.FAILED)
          .map(PdfA::text)).as("what veraPDF finds").isEmpty();
      assertThat(result.isCompliant()).isTrue();
    }
  }

  private static String text(TestAssertion failed) {
    return failed.getRuleId() + " " + failed.getMessage() + " at " + failed.getLocation();
  }
}
