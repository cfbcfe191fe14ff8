package io.remit.access;

import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.OWNER_1;
import static io.remit.access.HttpUser.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.release.migration.MigrateAtTheDesk;
import io.remit.release.migration.MigrationDesk;
import io.remit.release.migration.WaitingRoom;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process owner looks at what would move, starts it and reads what became of each case, by REST and by command. */
@DemoTest
class MigrationRestTest {

  private static final String KEY = "waiting-by-rest";
  private static final String HERE = "<bpmn:receiveTask id=\"wait_here\" name=\"Wait here\" />";
  private static final String THERE = "<bpmn:receiveTask id=\"wait_there\" name=\"Wait there\" />";
  private static final String ROUTE = "/api/models/migrations";

  @LocalServerPort
  private int port;
  @Autowired
  private ProcessEngine engine;
  @Autowired
  private ApplicationContext application;
  @Autowired
  private JdbcClient database;

  private WaitingRoom room;
  private MigrationDesk desk;

  @BeforeEach
  void threeWaitAndOneOfThemInTheWrongPlace() {
    desk = new MigrationDesk(application);
    room = new WaitingRoom(engine, KEY);
    room.deploy("1.0.0", HERE, THERE);
    room.enter("R1");
    room.enter("R2");
    engine.getRuntimeService().signal(room.enter("R3"));
    room.deploy("1.1.0", HERE);
    desk.deployed(room.with("{\"from\": [\"1.0.x\"], \"comment\": \"One place is enough\"}"));
  }

  @AfterEach
  void close() {
    room.close();
    database.sql("delete from model_migration_item").update();
    database.sql("delete from model_migration").update();
  }

  @Test
  void aProcessOwnerLooksStartsAndReadsTheReport() {
    HttpUser owner = HttpUser.withPassword(port, OWNER_1);
    JsonNode preview = read(owner.get(ROUTE + "/preview?process=" + KEY)).get(0);
    assertThat(preview.get("cases").asInt()).isEqualTo(3);
    assertThat(preview.get("canMove").asInt()).isEqualTo(2);
    assertThat(preview.get("comment").asText()).isEqualTo("One place is enough");
    assertThat(preview.get("places").toString()).isEqualTo("""
        [{"element":"wait_here","name":"Wait here","cases":2,"target":"wait_here","code":null,"why":null},\
        {"element":"wait_there","name":"Wait there","cases":1,"target":null,"code":"NO_COUNTERPART",\
        "why":"the other version has no such element, and the instructions name none"}]""");

    HttpResponse<String> answer = owner.post(ROUTE, "{\"process\": \"%s\", \"from\": \"1.0.0\"}".formatted(KEY));
    assertThat(answer.statusCode()).isEqualTo(202);
    String one = ROUTE + "/" + read(answer).get("ids").get(0).asLong();
    assertThat(owner.post(ROUTE, "{\"process\": \"%s\"}".formatted(KEY)).statusCode()).isEqualTo(409);
    assertThat(read(owner.get(one)).get("left").asInt()).isEqualTo(3);
    desk.work();

    HttpUser manager = HttpUser.withPassword(port, MANAGER_1);
    JsonNode done = read(manager.get(one));
    assertThat(done.get("finished").asBoolean()).isTrue();
    assertThat(done.get("startedBy").asText()).isEqualTo("owner1");
    assertThat(done.get("moved").asInt()).isEqualTo(2);
    assertThat(read(manager.get(ROUTE + "?size=1")).get("items").get(0)).isEqualTo(done);
    JsonNode report = read(manager.get(one + "/report?outcome=STAYED&size=1"));
    assertThat(report.get("total").asInt()).isEqualTo(1);
    assertThat(report.get("items").get(0).get("caseNumber").asText()).isEqualTo("R3");
    assertThat(report.get("items").get(0).get("elementName").asText()).isEqualTo("Wait there");
    assertThat(read(manager.get(one + "/report?page=1&size=2")).get("items")).hasSize(1);
    assertThat(manager.getCsv(one + "/report").body().lines()).hasSize(4)
        .startsWith("case_number,element,element_name,outcome,code,why,settled_at");
  }

  @Test
  void whatCannotBeIsRefusedWithItsField() {
    HttpUser operator = HttpUser.withPassword(port, OPERATOR);

    assertThat(operator.post(ROUTE, "{\"process\": \"no-such\"}").body()).contains("there is no such model");
    assertThat(operator.post(ROUTE, "{}").statusCode()).isEqualTo(400);
    assertThat(operator.post(ROUTE, "{\"process\": \"%s\", \"from\": \"9.9.9\"}".formatted(KEY)).body())
        .contains("no open case is on such an older version");
    assertThat(operator.post(ROUTE, "{\"process\": \"%s\", \"force\": true}".formatted(KEY)).statusCode())
        .isEqualTo(400);
    assertThat(operator.get(ROUTE + "/999999").statusCode()).isEqualTo(404);
    assertThat(operator.get(ROUTE + "/999999/report").statusCode()).isEqualTo(404);
    assertThat(operator.get(ROUTE + "?size=0").statusCode()).isEqualTo(400);
    assertThat(operator.get(ROUTE + "/preview?process=no-such").statusCode()).isEqualTo(400);
    assertThat(operator.get(ROUTE + "/preview?process=" + KEY + "&from=%27%20or%201%3D1").body()).isEqualTo("[]");
  }

  @Test
  void theCommandTellsWhatWouldMoveAndWhoStayed() {
    MigrateAtTheDesk command = new MigrateAtTheDesk("http://localhost:" + port, desk::work);

    assertThat(command.run("owner1", KEY, "--dry-run")).isEqualTo(1);
    assertThat(command.said()).contains(
        "Waiting room (" + KEY + "), version 1.0.0 to 1.1.0, MINOR: 3 open cases, 2 can move, 1 stay",
        "1 at Wait there (wait_there): stay, the other version has no such element, and the instructions name none");
    assertThat(desk.preview(KEY)).containsExactly(KEY + " 1.0.0 -> 1.1.0 MINOR: 3 open, 2 move");

    assertThat(command.run("owner1", KEY, "--from", "1.0.0")).isEqualTo(1);
    assertThat(command.said()).contains("version 1.0.0 to 1.1.0: 2 moved, 1 stayed, 0 had ended, 0 left of 3",
        "R3 at Wait there (wait_there) stays: the other version has no such element, and the instructions name none");

    assertThat(command.run("manager1", KEY)).as("managers may read alone").isEqualTo(2);
    assertThat(command.complained()).contains("Refused (403)");
    assertThat(command.run("owner1")).isEqualTo(2);
    assertThat(command.complained()).startsWith("models migrate PROCESS");
    assertThat(List.of(command.run("owner1", "no-such"))).containsExactly(2);
    assertThat(command.complained()).contains("Refused (400)", "there is no such model");
  }

  @Test
  void aCodeCountsOnceSoThatTheCommandEndsWhenTheMoveHasBegun() {
    MigrateAtTheDesk command = new MigrateAtTheDesk("http://localhost:" + port, () -> { });

    assertThat(command.runWithCode("owner1", KEY)).isZero();

    assertThat(command.said()).startsWith("It has begun, and goes on by itself.").contains(ROUTE);
    HttpUser operator = HttpUser.withPassword(port, OPERATOR);
    assertThat(operator.get(ROUTE).body()).as("nobody moved one yet").contains("\"left\":3");
  }
}
