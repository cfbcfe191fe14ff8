package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two names are not two people: whoever can make accounts cannot decide on his own proposal under another. */
@OnBothDatabases
class SecondPersonTest {

  private static final String CHANGED = "outcome: is for another person: your account was made or changed after";
  private static final String IN_ONE_HAND =
      "outcome: is for another person: one of you made the other's account or set its password";

  @LocalServerPort
  private int port;
  @Autowired
  private JdbcClient database;

  private Office office;
  private HttpUser administrator;

  @BeforeEach
  void open() {
    office = new Office(port);
    administrator = HttpUser.loggedIn(port, ADMIN, "admin");
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void aGhostWhomTheProposerMadeAfterwardsApprovesNothingAndIsKnownAfterHeIsDeleted() {
    String caseNumber = office.openCase("GHOST-1");
    String task = office.proposeOffer(caseNumber, HttpUser.withPassword(port, ADMIN));
    HttpUser ghost = office.hire(administrator, "ghost1", "supervisors");

    refused(Office.submit(ghost, task, "APPROVED"), CHANGED);
    office.dismiss(administrator, "ghost1");

    assertThat(office.statusOfOffer(caseNumber)).isEqualTo("PROPOSED");
    JsonNode line = Office.read(HttpUser.withPassword(port, DemoUser.MANAGER_1)
        .get("/api/audit?kind=APPROVAL_REFUSED&case=" + caseNumber)).get("items").get(0);
    assertThat(line.get("user").asText()).isEqualTo("ghost1");
    assertThat(line.get("about").asText()).as("whose proposal").isEqualTo("admin");
    assertThat(line.get("detail").asText()).isEqualTo("decision not counted: CREATED since it was proposed");
    assertThat(line.get("address").asText()).isEqualTo("127.0.0.1");
    assertThat(line.get("userDeletedAt").isNull()).isFalse();
    assertThat(Office.read(administratorOverRest().get("/api/audit/users/ghost1")).get("items"))
        .extracting(change -> change.get("what").asText() + " " + change.get("groupId").asText("-") + " "
            + change.get("changedBy").asText() + " " + change.get("userName").asText())
        .containsExactly("DELETED - admin New Colleague", "PASSWORD - ghost1 New Colleague",
            "JOINED_GROUP supervisors admin New Colleague", "CREATED - admin New Colleague");

    Office.accepted(Office.submit(HttpUser.loggedIn(port, SUPERVISOR_1, "tasklist"), task, "APPROVED"));
    assertThat(office.statusOfOffer(caseNumber)).as("somebody else was asked again").isNotEqualTo("PROPOSED");
  }

  @Test
  void aGhostWhomTheProposerMadeBeforehandApprovesNothingOfHis() {
    HttpUser ghost = office.hire(administrator, "ghost2", "supervisors");
    String own = office.proposeOffer(office.openCase("GHOST-2"), HttpUser.withPassword(port, ADMIN));
    String another = office.proposeOffer(office.openCase("GHOST-3"), HttpUser.withPassword(port, COLLECTOR_1));

    refused(Office.submit(ghost, own, "APPROVED"), IN_ONE_HAND);
    Office.accepted(Office.submit(ghost, another, "APPROVED"));
  }

  @Test
  void aGhostOfAGhostApprovesNothing() {
    office.employ(administrator, "ghost3", "camunda-admin");
    HttpUser secondAdministrator = HttpUser.loggedIn(port, "ghost3", Office.password("ghost3"), "admin");
    HttpUser ghost = office.hire(secondAdministrator, "ghost4", "supervisors");
    String task = office.proposeOffer(office.openCase("GHOST-4"), HttpUser.withPassword(port, ADMIN));

    refused(Office.submit(ghost, task, "APPROVED"), IN_ONE_HAND);
  }

  @Test
  void whoSetThePasswordOfTheProposerDoesNotApprove() {
    office.employ(administrator, "puppet1", "collectors");
    String task = office.proposeOffer(office.openCase("GHOST-5"),
        HttpUser.withPassword(port, "puppet1", Office.password("puppet1")));

    refused(Office.submit(HttpUser.loggedIn(port, ADMIN, "tasklist"), task, "APPROVED"), IN_ONE_HAND);
  }

  @Test
  void whoWasReGroupedOrGivenAPasswordByAnotherAfterwardsDoesNotApproveButMayChangeHisOwnPassword() {
    office.employ(administrator, "colleague1", "collectors");
    office.employ(administrator, "colleague2", "supervisors");
    HttpUser careful = office.hire(administrator, "colleague3", "supervisors");
    String task = office.proposeOffer(office.openCase("GHOST-6"), HttpUser.withPassword(port, COLLECTOR_1));

    office.join(administrator, "colleague1", "supervisors");
    office.setPassword(administrator, "admin", "colleague2", "Another-word-for-two");
    office.chooseOwnPassword("colleague2", "Another-word-for-two", "My-own-word-for-two");
    office.setPassword(careful, Office.password("colleague3"), "colleague3", "My-own-word-for-three");

    refused(Office.submit(HttpUser.loggedIn(port, "colleague1", Office.password("colleague1"), "tasklist"), task,
        "APPROVED"), CHANGED);
    refused(Office.submit(HttpUser.loggedIn(port, "colleague2", "My-own-word-for-two", "tasklist"), task, "APPROVED"),
        CHANGED);
    Office.accepted(Office.submit(
        HttpUser.loggedIn(port, "colleague3", "My-own-word-for-three", "tasklist"), task, "APPROVED"));
  }

  @Test
  void everyChangeOfAUserIsWrittenDown() {
    office.create(administrator, "changing1", "collectors");
    office.setPassword(administrator, "admin", "changing1", "Another-word-for-one");
    Office.accepted(administrator.put(Office.ENGINE + "/user/changing1/profile",
        "{\"id\": \"changing1\", \"firstName\": \"Newer\", \"lastName\": \"Colleague\"}"));
    Office.accepted(administrator.call("DELETE", Office.ENGINE + "/group/collectors/members/changing1"));

    assertThat(database.sql("select what, group_id, changed_by, address from user_change where user_id = 'changing1'"
        + " order by change_id").query((row, number) -> row.getString(1) + " " + row.getString(2) + " "
            + row.getString(3) + " " + row.getString(4)).list())
        .containsExactly("CREATED null admin 127.0.0.1", "JOINED_GROUP collectors admin 127.0.0.1",
            "PASSWORD null admin 127.0.0.1", "PROFILE null admin 127.0.0.1", "LEFT_GROUP collectors admin 127.0.0.1");
  }

  @Test
  void whoHasAGroupThatIsDeletedHasLeftIt() {
    Office.accepted(administrator.post(Office.ENGINE + "/group/create",
        "{\"id\": \"shortLived\", \"name\": \"Short lived\", \"type\": \"WORKFLOW\"}"));
    office.create(administrator, "member1", "shortLived");

    Office.accepted(administrator.call("DELETE", Office.ENGINE + "/group/shortLived"));

    assertThat(database.sql("select what from user_change where user_id = 'member1' order by change_id")
        .query(String.class).list()).containsExactly("CREATED", "JOINED_GROUP", "LEFT_GROUP");
  }

  @Test
  void whoAreUsersAndEverWereIsListedForManagersOnly() {
    office.create(administrator, "reused1", "collectors");
    office.dismiss(administrator, "reused1");
    office.create(administrator, "reused1", "collectors");

    JsonNode page = Office.read(HttpUser.withPassword(port, DemoUser.MANAGER_1).get("/api/audit/users?size=1000"));

    assertThat(page.get("items").findValuesAsText("userId")).contains("admin", "collector1");
    assertThat(page.get("items")).filteredOn(user -> user.get("userId").asText().equals("reused1"))
        .extracting(user -> user.get("createdBy").asText() + " " + user.get("deletedBy").asText("-"))
        .containsExactly("admin admin", "admin -");
    assertThat(HttpUser.withPassword(port, SUPERVISOR_1).get("/api/audit/users").statusCode()).isEqualTo(403);
    assertThat(administratorOverRest().get("/api/audit/users/nobody-of-this-name").statusCode()).isEqualTo(404);
    assertThat(administratorOverRest().get("/api/audit/users?size=0").statusCode()).isEqualTo(400);
  }

  private HttpUser administratorOverRest() {
    return HttpUser.withPassword(port, ADMIN);
  }

  private static void refused(HttpResponse<String> answer, String why) {
    assertThat(answer.statusCode()).isBetween(400, 599);
    assertThat(answer.body()).contains(why);
  }
}
