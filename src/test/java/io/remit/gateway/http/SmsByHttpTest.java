package io.remit.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.WithoutMocks;
import io.remit.gateway.callback.CallbackSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A text message of a case, from the file that opens it to the report that it arrived, in the whole application. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"remit.channels.sms=http",
    "remit.http-sms.callback-secrets=" + SmsByHttpTest.SECRET, "remit.clock.start=2026-03-02T08:00:00Z"})
@WithoutMocks
@ActiveProfiles({"demo", "test"})
@DirtiesContext
@Tag("own-application")
class SmsByHttpTest {

  static final String SECRET = "secret-of-the-sms-gateway-number-1";

  private static final String ARREARS = """
      account_number,product,currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_type,\
      debtor_name,phone,email,address,city,region,country,time_zone,language,owns_property,contact_person_name,\
      contact_person_phone
      HTTP-1,CARD,EUR,460.00,460.00,2026-02-20,HTTP-D1,PERSON,Ana Example,+4930123456,,,,,DE,UTC,en,,,
      """;

  private static FakeSmsGateway gateway;

  @LocalServerPort
  private int port;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @DynamicPropertySource
  static void startGateway(DynamicPropertyRegistry properties) throws IOException {
    gateway = FakeSmsGateway.start(FakeSmsGateway.Settings.inTests());
    properties.add("remit.http-sms.url", gateway::url);
  }

  @AfterAll
  static void stopGateway() {
    gateway.close();
  }

  @Test
  void aMessageIsHandedOverOnceAndItsArrivalIsWrittenDown() throws Exception {
    assertThat(send(as("operator", "/api/intake/arrears").header("Content-Type", "text/csv")
        .POST(BodyPublishers.ofString(ARREARS))).body()).contains("APPLIED");
    send(as("admin", "/api/clock/advance").header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"to\":\"2026-03-02T12:00:00Z\"}")));

    assertThat(gateway.taken()).singleElement().satisfies(message -> {
      assertThat(message.to()).isEqualTo("+4930123456");
      assertThat(message.text()).contains("460.00");
    });
    assertThat(message().path("status").asText()).isEqualTo("SENT");

    assertThat(report("{\"events\":[{\"id\":\"" + gateway.taken().get(0).id()
        + "\",\"status\":\"DELIVERED\",\"at\":\"2026-03-02T12:00:30Z\"}]}")).isEqualTo(202);
    assertThat(message().path("status").asText()).isEqualTo("DELIVERED");
    assertThat(gateway.taken()).hasSize(1);
  }

  private JsonNode message() throws Exception {
    JsonNode contacts = json.readTree(send(as("collector1", "/api/contacts?debtor=HTTP-D1").GET()).body());
    assertThat(contacts.path("items")).hasSize(1);
    return contacts.path("items").get(0);
  }

  private int report(String body) throws Exception {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    return send(to("/gateway/sms/status").header("Remit-Timestamp", timestamp)
        .header("Remit-Signature", CallbackSignature.of(SECRET, timestamp, body.getBytes(StandardCharsets.UTF_8)))
        .POST(BodyPublishers.ofString(body))).statusCode();
  }

  private HttpRequest.Builder as(String user, String path) {
    String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
    return to(path).header("Authorization", "Basic " + credentials);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
