package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.exchange.JvmSftpServer;
import io.remit.exchange.SftpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The dossier goes to the court's own server, and what stands in its way becomes an incident that says so. */
@ProcessTest
@DirtiesContext
@Tag("own-application")
class DossierToCourtTest {

  @TempDir
  static Path court;
  private static JvmSftpServer server;

  @Autowired
  private CaseWorld world;

  @DynamicPropertySource
  static void theServerOfTheCourt(DynamicPropertyRegistry settings) {
    server = new JvmSftpServer(court);
    SftpServer known = server.settings();
    settings.add("remit.exchange.sftp.court.host", known::host);
    settings.add("remit.exchange.sftp.court.port", known::port);
    settings.add("remit.exchange.sftp.court.user", known::user);
    settings.add("remit.exchange.sftp.court.password", known::password);
    settings.add("remit.exchange.sftp.court.host-keys", () -> known.hostKeys().get(0));
  }

  @AfterAll
  static void serverEnds() {
    server.close();
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    server.haveRoomFor(Long.MAX_VALUE);
    try (Stream<Path> files = Files.list(court)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void theDossierTellsLedgerContactsAndLettersAndHasItsReceipt() throws IOException {
    ArrearsRow account = world.account(180);
    TestedCase opened = world.open(account);
    world.pay(account, "10.00");
    world.moveTo("2007-09-17T09:00:00Z");
    opened.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.runDueJobs();

    Path file = court.resolve(opened.number() + ".pdf");
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("payment", "-10.00", "before-court-letter",
          "2007-09-03 09:00 letter debtor", "allowed");
      Map<String, PDComplexFileSpecification> within = new TreeMap<>(new PDDocumentNameDictionary(
          pdf.getDocumentCatalog()).getEmbeddedFiles().getNames());
      assertThat(within).hasSize(2).containsKey("manifest.csv");
      String letter = within.keySet().iterator().next();
      assertThat(letter).matches("letter-\\d+\\.txt");
      assertThat(new String(within.get(letter).getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8))
          .contains("Template: before-court-letter");
    }
    assertThat(file).hasSameBinaryContentAs(world.filesIn("court").get(0));
    assertThat(world.database.sql("select way, bytes from file_delivery where correspondent = 'court'"
        + " and file_name = :name").param("name", opened.number() + ".pdf").query().listOfRows()).hasSize(1)
        .first().satisfies(row -> assertThat(row).containsEntry("WAY", "SFTP")
            .containsEntry("BYTES", Files.size(file)));
  }

  @Test
  void aFullDiskOfTheCourtBecomesAnIncidentAndTheDossierGoesOutOnceThereIsRoom() {
    TestedCase opened = world.open(world.account(180));
    world.moveTo("2007-09-17T09:00:00Z");
    ProcessInstance process = opened.called("court-case");
    server.haveRoomFor(1000);
    opened.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.moveTo("2007-09-17T09:40:00Z");

    Job failed = opened.job("write_dossier");
    assertThat(world.engine.getRuntimeService().createIncidentQuery().processInstanceId(process.getId()).list())
        .extracting(Incident::getIncidentMessage)
        .containsExactly("Files for or from court: the disk there is full");
    assertThat(court.resolve(opened.number() + ".pdf")).doesNotExist();

    server.haveRoomFor(Long.MAX_VALUE);
    world.engine.getManagementService().setJobRetries(failed.getId(), 1);
    world.moveTo("2007-09-17T09:50:00Z");

    assertThat(process).hasPassed("write_dossier").isWaitingAt("task_record_court_result");
    assertThat(court.toFile().list()).containsExactly(opened.number() + ".pdf");
  }
}
