package io.remit.intake;

import static io.remit.intake.IntakeFixture.account;
import static io.remit.intake.IntakeFixture.accountWith;
import static io.remit.intake.IntakeFixture.arrearsOf;
import static io.remit.intake.IntakeFixture.payment;
import static io.remit.intake.IntakeFixture.paymentsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.files.WorkFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

@Tag("long")
class IntakeControllerTest {

  @TempDir
  Path folder;
  private final ObjectMapper json = new ObjectMapper();
  private IntakeFixture intake;
  private ServletWebServerApplicationContext server;

  /** A web server as Remit's, with nothing but the intake on it; no configuration that Remit would find for itself. */
  @ImportAutoConfiguration({ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
      WebMvcAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
      MultipartAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
  static class OnlyTheWebServer {
  }

  @BeforeEach
  void start() {
    intake = new IntakeFixture(folder);
    SpringApplication application = new SpringApplication(OnlyTheWebServer.class);
    application.setDefaultProperties(Map.of("server.port", "0"));
    application.addInitializers(context -> {
      context.getBeanFactory().registerSingleton("arrearsIntake", intake.arrears);
      context.getBeanFactory().registerSingleton("paymentsIntake", intake.payments);
      context.getBeanFactory().registerSingleton("intakeController",
          new IntakeController(intake.arrears, intake.payments, intake.acknowledgements, intake.jobs, intake.calendar,
              new WorkFolder(folder.toString())));
    });
    server = (ServletWebServerApplicationContext) application.run("--spring.datasource.url=jdbc:postgresql:unused");
  }

  @AfterEach
  void stop() {
    server.close();
    intake.close();
  }

  @Test
  void anArrearsFileIsAnsweredWithItsCounts() throws Exception {
    HttpResponse<String> response = post("arrears", "text/csv",
        arrearsOf(account("A1"), accountWith("A2", "phone", "?"), "A3"));
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode body = json.readTree(response.body());
    assertThat(body.fieldNames()).toIterable().containsExactly("fileId", "sha256", "status", "rows", "opened",
        "updated", "unchanged", "closed", "closingsWaiting", "rejected", "warnings");
    assertThat(body.get("sha256").asText()).hasSize(64);
    assertThat(body.at("/rejected/0").fieldNames()).toIterable().containsExactly("line", "column", "rule", "message");
    assertThat(body.at("/rejected/1/column").isNull()).isTrue();
    assertThat(body.at("/rejected/1/line").asInt()).isEqualTo(4);
  }

  @Test
  void aPaymentsFileIsAnsweredWithItsCounts() throws Exception {
    String content = paymentsOf(payment("P1", "A1"));
    assertThat(json.readTree(post("payments", "text/csv", content).body()).fieldNames()).toIterable()
        .containsExactly("fileId", "sha256", "status", "rows", "posted", "duplicates", "unmatched", "left", "rejected");
    HttpResponse<String> again = post("payments", "text/csv", content);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json.readTree(again.body()).get("status").asText()).isEqualTo("ALREADY_APPLIED");
  }

  @Test
  void aRefusedFileIsUnprocessableWithTheSameBody() throws Exception {
    HttpResponse<String> response = post("arrears", "text/csv", "");
    assertThat(response.statusCode()).isEqualTo(422);
    JsonNode body = json.readTree(response.body());
    assertThat(body.get("status").asText()).isEqualTo("REFUSED");
    assertThat(body.at("/rejected/0/rule").asText()).isEqualTo("empty-file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "text/csv; charset=utf-8", "text/plain", "application/octet-stream", "",
      "application/x-www-form-urlencoded"})
  void theContentTypeDoesNotMatter(String contentType) throws Exception {
    HttpResponse<String> response = post("arrears?complete=true", contentType, arrearsOf(account("A1")));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json.readTree(response.body()).get("opened").asInt()).isEqualTo(1);
  }

  @Test
  void aFormWithAFileIsNotSupported() throws Exception {
    HttpResponse<String> response = post("arrears", "multipart/form-data; boundary=x", "--x--");
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
  }

  @Test
  void aCompleteFileClosesWhatItDoesNotList() throws Exception {
    post("arrears?complete=false", "text/csv", arrearsOf(account("A1"), account("A2")));
    assertThat(json.readTree(post("arrears?complete=true", "text/csv", arrearsOf(account("A1"))).body()).get("closed")
        .asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "complete=", "complete=yes", "complete=TRUE"})
  void whetherAFileIsCompleteIsNotGuessed(String query) throws Exception {
    HttpResponse<String> response = post("arrears?" + query, "text/csv", arrearsOf(account("A1")));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(intake.portfolio.accounts).isEmpty();
  }

  @Test
  void anUnexpectedFailureIsAProblemWithoutDetailsOfTheFile() throws Exception {
    intake.database.execute("drop table intake_rejection");
    HttpResponse<String> response = post("arrears", "text/csv", arrearsOf(account("A1")));
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(response.body()).contains("Deliver the same file again").doesNotContain("intake_rejection");
  }

  private HttpResponse<String> post(String path, String contentType, String body) throws Exception {
    HttpRequest.Builder request = HttpRequest
        .newBuilder(URI.create("http://localhost:" + server.getWebServer().getPort() + "/api/intake/" + path))
        .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
