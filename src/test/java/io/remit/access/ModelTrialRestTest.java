package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.FIELD_1;
import static io.remit.access.DemoUser.LEGAL_1;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.OUTSOURCING_1;
import static io.remit.access.DemoUser.OWNER_1;
import static io.remit.access.DemoUser.PARTNER_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process owner asks what a release would do before anybody decides on it. */
@DemoTest
class ModelTrialRestTest {

  private static final String RELEASES = "/api/models/releases";

  @LocalServerPort
  private int port;
  @Autowired
  private JdbcClient database;
  @Autowired
  private Clock clock;

  @AfterEach
  void nothingIsTriedAnyMore() {
    database.sql("delete from model_trial").update();
  }

  @Test
  void oneIsTriedAtATimeInTheWholeInstallation() throws IOException {
    database.sql("""
        insert into model_trial (release_number, days, started_by, started_at, under_way, alive_at)
        values (1, 30, 'owner9', current_timestamp, 'YES', :alive)
        """).param("alive", Timestamp.from(clock.instant().plus(Duration.ofHours(1)))).update();
    HttpUser owner = HttpUser.withPassword(port, OWNER_1);

    HttpResponse<String> second = owner.post(RELEASES + "/1/trial", "{}");

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("another release is being tried");
    JsonNode first = new ObjectMapper().readTree(owner.get(RELEASES + "/1/trial").body());
    assertThat(first.at("/trial/startedBy").asText()).isEqualTo("owner9");
    assertThat(first.path("report").isNull()).isTrue();
  }

  @Test
  void whatCannotBeTriedIsRefusedWithItsField() {
    HttpUser owner = HttpUser.withPassword(port, OWNER_1);
    for (String days : List.of("0", "401", "-1")) {
      assertThat(owner.post(RELEASES + "/1/trial", "{\"days\": " + days + "}").body()).contains("between 1 and 400");
    }
    assertThat(owner.post(RELEASES + "/1/trial", "{\"days\": \"x\"}").statusCode()).isEqualTo(400);
    assertThat(owner.post(RELEASES + "/99999/trial", "{}").statusCode()).isEqualTo(404);
    assertThat(owner.post(RELEASES + "/one/trial", "{}").statusCode()).isEqualTo(400);
    assertThat(database.sql("select count(*) from model_trial").query(Long.class).single()).isZero();
  }

  @Test
  void otherGroupsTryNothing() {
    for (DemoUser each : List.of(COLLECTOR_1, FIELD_1, LEGAL_1, OUTSOURCING_1, PARTNER_1, MANAGER_1, OPERATOR)) {
      assertThat(HttpUser.withPassword(port, each).post(RELEASES + "/99999/trial", "{}").statusCode()).as(each.id())
          .isEqualTo(403);
    }
    for (DemoUser each : List.of(SUPERVISOR_1, ADMIN)) {
      assertThat(HttpUser.withPassword(port, each).post(RELEASES + "/99999/trial", "{}").statusCode()).as(each.id())
          .isEqualTo(404);
    }
    for (DemoUser each : List.of(COLLECTOR_1, FIELD_1, LEGAL_1, OUTSOURCING_1, PARTNER_1)) {
      assertThat(HttpUser.withPassword(port, each).get(RELEASES + "/1/trial").statusCode()).as(each.id())
          .isEqualTo(403);
    }
  }
}
