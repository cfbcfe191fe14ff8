package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.access.RawHttp.Answer;
import io.remit.access.ServedRoutes.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the web apps let through, on both databases; {@link EngineRoutesTest} asks everybody for everything on one. */
@OnBothDatabases
class EngineGuardTest {

  @LocalServerPort
  private int port;

  private Map<String, RouteCaller> callers;

  @BeforeEach
  void comeIn() {
    callers = RouteCaller.everybody(port);
  }

  @AfterEach
  void leave() throws IOException {
    for (RouteCaller caller : callers.values()) {
      caller.close();
    }
  }

  @Test
  void eachRouteIsOpenToOneWhoMayCallItAndClosedToOneWhoMayNot() throws IOException {
    Map<String, Set<String>> open = RoutesPage.openRoutesOn(Files.readString(Path.of("docs", "engine-routes.md")));
    assertThat(open).hasSizeGreaterThan(100);
    int turn = 0;
    for (Route route : ServedRoutes.read()) {
      Set<String> groups = open.getOrDefault(RoutesPage.nameOf(route), Set.of());
      turn++;
      for (boolean may : new boolean[] {true, false}) {
        List<RouteCaller> some = callers.values().stream().filter(caller -> groups.contains(caller.group()) == may)
            .toList();
        if (!some.isEmpty() && !route.sample().endsWith("/logout")) {
          RouteCaller caller = some.get(turn % some.size());
          Answer answer = caller.send(route.method(), route.sample());
          assertThat(caller.isRefused(answer)).as("%s by %s: %s", route, caller.name(), answer.status())
              .isEqualTo(!may);
        }
      }
    }
  }

  @Test
  void aMethodThatIsNotNamedIsRefusedForEverybody() {
    for (RouteCaller caller : callers.values()) {
      for (String method : List.of("PATCH", "DELETE", "PUT", "TRACE", "PROPFIND", "post", "OPTIONS")) {
        assertThat(caller.send(method, "/camunda/api/engine/engine/default/task/sample/claim").status())
            .as("%s by %s", method, caller.name()).isIn(400, 401, 403, 405, 501);
      }
    }
  }

  @Test
  void aHeaderOrAParameterThatNamesAnotherMethodHasNoEffect() {
    for (String name : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
      Answer answer = callers.get("admin").send("GET", "/camunda/api/engine/engine/default/user?_method=DELETE",
          Map.of(name, "DELETE"));
      assertThat(answer.status()).as(name).isEqualTo(200);
      assertThat(callers.get("collector1").send("POST", "/camunda/api/engine/engine/default/task/sample/resolve",
          Map.of(name, "GET")).status()).isEqualTo(403);
    }
  }

  @Test
  void aWholeAddressIsReadLikeItsPath() {
    String server = "http://localhost:" + port;
    for (RouteCaller caller : callers.values()) {
      assertThat(caller.isRefused(
          caller.send("POST", server + "/camunda/api/engine/engine/default/task/sample/resolve")))
          .as(caller.name()).isTrue();
      assertThat(caller.send("POST", server + "/camunda/api/engine/engine/default/task/sample/resolve;x/").status())
          .isEqualTo(400);
    }
  }

  @Test
  void aUserChangesNobodysProfileAndPasswordButHisOwn() {
    String profile = "{\"id\": \"%s\", \"firstName\": \"Collector\", \"lastName\": \"Two\"}";
    HttpUser collector = HttpUser.loggedIn(port, DemoUser.COLLECTOR_2, "tasklist");
    String users = "/camunda/api/engine/engine/default/user/";

    assertThat(collector.put(users + "collector2/profile", profile.formatted("collector2")).statusCode())
        .isEqualTo(204);
    assertThat(collector.put(users + "collector1/profile", profile.formatted("collector1")).statusCode())
        .isEqualTo(403);
    assertThat(collector.put(users + "collector1/credentials", "{\"password\": \"guess\"}").statusCode())
        .isEqualTo(403);
    assertThat(collector.put(users + "Collector2/profile", profile.formatted("collector2")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void nobodyLearnsHereWhetherAPasswordIsRight() {
    for (RouteCaller caller : callers.values()) {
      Answer answer = caller.http().send("POST", "/camunda/api/engine/engine/default/identity/verify",
          withJson(caller.session()), "{\"username\": \"admin\", \"password\": \"admin\"}");
      assertThat(answer.body()).as(caller.name()).doesNotContain("authenticated");
      assertThat(caller.isRefused(answer)).as(caller.name()).isTrue();
    }
  }

  private static Map<String, String> withJson(Map<String, String> session) {
    Map<String, String> headers = new HashMap<>(session);
    headers.put("Content-Type", "application/json");
    return headers;
  }
}
