package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.access.RawHttp.Answer;
import io.remit.access.ServedRoutes.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Asks for every route that Camunda's web apps serve, as everybody, in every spelling, and holds what was answered to
 * {@code docs/engine-routes.md}. With {@code -Dremit.engine-routes.write} it writes the page anew; whoever does reads
 * what became of it.
 */
@OnBothDatabases
class EngineRoutesTest {

  private static final Path PAGE = Path.of("docs", "engine-routes.md");
  private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";
  /** Paths that the web apps' pages ask for with a slash at the end. */
  private static final Set<String> WITH_SLASH = Set.of("GET /camunda/api/engine/engine/",
      "POST /camunda/api/engine/engine/default/external-task/",
      "POST /camunda/api/cockpit/plugin/base/default/incident/",
      "GET /camunda/api/engine/engine/default/batch/statistics/",
      "OPTIONS /camunda/api/engine/engine/default/user/", "OPTIONS /camunda/api/engine/engine/default/group/",
      "OPTIONS /camunda/api/engine/engine/default/authorization/",
      "OPTIONS /camunda/api/engine/engine/default/tenant/");
  private static final Set<Spelling> OF_THE_LAST_SEGMENT = Set.of(Spelling.UPPER_CASE, Spelling.SUFFIX,
      Spelling.FULL_STOP, Spelling.SPACE_AT_THE_END, Spelling.WIDE_LETTER);
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w[\\w-]*)}");
  private static final String NAMED = "sample";

  private static final String SCRIPTS = "classpath*:META-INF/resources/**/*.js";
  private static final Pattern CAMUNDAS_SCRIPT =
      Pattern.compile(".*/(?:plugin/\\w+/app/plugin|camunda/app/\\w+/camunda-\\w+-bootstrap)\\.js");
  /** A text that is a path, with what stands for the app's root before it; or the resource that a client is of. */
  private static final Pattern NAMED_PATH = Pattern.compile("[\"'`](?:engine:/|plugin:/|admin:/)?(/[A-Za-z0-9:/_-]*)[\"'`]"
      + "|(?:\\.|\\b)(?:path|action|count)[=:]\"([a-z/-]+)\"");
  private static final Set<String> ADDRESSES_OF_PAGES = Set.of("/app/", "/app/admin/", "/app/cockpit/",
      "/app/tasklist/", "/app/welcome/", "/batch/operation", "/camunda-welcome",
      "/camunda/api/engine/engine/default/variable-instance/", "/dashboard", "/decisions", "/group-create",
      "/lib/ngDefine", "/locales/", "/process-definition/:id/runtime", "/process-instance/:id/runtime", "/processes",
      "/repository", "/runtime", "/system", "/tasks", "/tenant-create", "/tenants", "/tenants/:tenantId",
      "/user-create", "/users", "/users/:userId", "/welcome");

  @LocalServerPort
  private int port;

  private final Map<String, Caller> callers = new LinkedHashMap<>();

  /** Somebody with a connection and a session of his own; nobody has no session. */
  private record Caller(String name, String group, RawHttp http, Map<String, String> session) {

    Answer send(String method, String target) {
      return send(method, target, Map.of());
    }

    Answer send(String method, String target, Map<String, String> more) {
      Map<String, String> headers = new HashMap<>(session);
      headers.putAll(more);
      boolean body = Set.of("POST", "PUT", "DELETE", "PATCH").contains(method);
      if (body) {
        headers.put("Content-Type", "application/json");
      }
      return http.send(method, target, headers, body ? "{}" : null);
    }
  }

  @BeforeEach
  void comeIn() {
    for (DemoUser user : DemoUser.values()) {
      callers.put(user.id(), new Caller(user.id(), user.groupId(), new RawHttp(port),
          HttpUser.loggedIn(port, user, appOf(user)).session()));
    }
    callers.put("nobody", new Caller("nobody", "nobody", new RawHttp(port), Map.of()));
  }

  @AfterEach
  void leave() throws IOException {
    for (Caller caller : callers.values()) {
      caller.http().close();
    }
  }

  @Test
  void everyRouteIsOpenToTheGroupsOnThePageAndInNoOtherSpelling() throws IOException {
    SortedSet<Route> served = ServedRoutes.read();
    assertThat(served).hasSizeGreaterThan(500);

    Map<Route, Set<String>> allowed = askEverybodyForEverything(served);
    Map<Spelling, Integer> spelt = askInEverySpelling(served, allowed);
    served.stream().filter(route -> sample(route).equals(LOGOUT)).forEach(route -> ask(route, allowed));

    String page = new RoutesPage(groups(), allowed, spelt).written();
    if (System.getProperty("remit.engine-routes.write") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(page).as("%s; run this test with -Dremit.engine-routes.write and read what changed", PAGE)
        .isEqualTo(Files.readString(PAGE).replace("\r\n", "\n"));
  }

  private Map<Route, Set<String>> askEverybodyForEverything(SortedSet<Route> served) {
    Map<Route, Set<String>> allowed = new TreeMap<>();
    served.stream().filter(route -> !sample(route).equals(LOGOUT)).forEach(route -> ask(route, allowed));
    return allowed;
  }

  private void ask(Route route, Map<Route, Set<String>> allowed) {
    allowed.put(route, callers.values().stream()
        .filter(caller -> !isRefused(caller.send(route.method(), sample(route)), caller))
        .map(Caller::name).collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * Each caller in turn, with every route and spelling; and the strongest with all that are plain paths, since who is
   * refused there depends on who asks.
   */
  private Map<Spelling, Integer> askInEverySpelling(SortedSet<Route> served, Map<Route, Set<String>> allowed) {
    Map<Spelling, Integer> requests = new EnumMap<>(Spelling.class);
    List<Caller> others = new ArrayList<>(callers.values());
    Caller strongest = callers.get(DemoUser.ADMIN.id());
    int turn = 0;
    for (Route route : served) {
      for (Spelling spelling : Spelling.values()) {
        String target = spelling.of(sample(route));
        Caller other = others.get(turn++ % others.size());
        boolean oneIsEnough = other == strongest || spelling.isUnreadable();
        for (Caller caller : oneIsEnough ? List.of(other) : List.of(strongest, other)) {
          if (!target.equals(sample(route)) && !meansAnotherAllowedPath(route, spelling, caller, allowed)) {
            assertRefused(caller.send(route.method(), target), caller, spelling, route.method() + " " + target);
            requests.merge(spelling, 1, Integer::sum);
          }
        }
      }
    }
    return requests;
  }

  private static void assertRefused(Answer answer, Caller caller, Spelling spelling, String what) {
    if (spelling.isUnreadable()) {
      assertThat(answer.status()).as("%s by %s", what, caller.name()).isEqualTo(400);
    } else {
      assertThat(isRefused(answer, caller)).as("%s by %s: %s", what, caller.name(), answer.status()).isTrue();
    }
  }

  /** Another name where any may stand, or one of the paths that the pages write with a slash. */
  private static boolean meansAnotherAllowedPath(Route route, Spelling spelling, Caller caller,
      Map<Route, Set<String>> allowed) {
    if (spelling == Spelling.SLASH_AT_THE_END) {
      return WITH_SLASH.contains(route.method() + " " + sample(route) + "/");
    }
    String parent = route.path().substring(0, route.path().lastIndexOf('/') + 1);
    return OF_THE_LAST_SEGMENT.contains(spelling) && allowed.entrySet().stream().anyMatch(each ->
        each.getKey().method().equals(route.method()) && each.getKey().path().startsWith(parent)
            && each.getKey().path().substring(parent.length()).matches("\\{[^/]+}")
            && each.getValue().contains(caller.name()));
  }

  private static boolean isRefused(Answer answer, Caller caller) {
    return caller.name().equals("nobody") ? answer.status() == 401 && answer.body().contains("Log in first.")
        || answer.status() == 403 && answer.body().contains("None of your groups")
        : answer.status() == 403 && answer.body().contains("None of your groups");
  }

  @Test
  void aMethodThatIsNotNamedIsRefusedForEverybody() {
    for (Caller caller : callers.values()) {
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
    for (Caller caller : callers.values()) {
      assertThat(isRefused(caller.send("POST", server + "/camunda/api/engine/engine/default/task/sample/resolve"),
          caller)).as(caller.name()).isTrue();
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
    for (Caller caller : callers.values()) {
      Answer answer = caller.http().send("POST", "/camunda/api/engine/engine/default/identity/verify",
          withJson(caller.session()), "{\"username\": \"admin\", \"password\": \"admin\"}");
      assertThat(answer.body()).as(caller.name()).doesNotContain("authenticated");
      assertThat(isRefused(answer, caller)).as(caller.name()).isTrue();
    }
  }

  private static Map<String, String> withJson(Map<String, String> session) {
    Map<String, String> headers = new HashMap<>(session);
    headers.put("Content-Type", "application/json");
    return headers;
  }

  @Test
  void everyLineOfTheTableIsARouteThatIsServed() {
    List<String> samples = ServedRoutes.read().stream().map(route -> route.method() + " " + sample(route)).toList();

    assertThat(Stream.concat(EngineRoutes.FOR_ANYONE.stream(), EngineRoutes.FOR_USERS.stream())
        .filter(line -> line.pattern().startsWith(EngineRoutes.DATA)))
        .allSatisfy(line -> assertThat(samples).anyMatch(sample -> {
          String[] parts = sample.split(" ");
          return line.matches(parts[0], parts[1]) || line.matches(parts[0], parts[1] + "/");
        }));
  }

  @Test
  void thePagesNameNoRouteThatIsNotServed() throws IOException {
    Set<String> words = ServedRoutes.read().stream().flatMap(route -> Stream.of(route.path().split("/")))
        .collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>();
    int named = 0;
    for (Resource script : new PathMatchingResourcePatternResolver().getResources(SCRIPTS)) {
      if (CAMUNDAS_SCRIPT.matcher(script.getURL().getPath()).matches()) {
        for (String path : pathsNamedIn(script.getContentAsString(StandardCharsets.UTF_8))) {
          named++;
          if (Stream.of(path.split("/")).filter(word -> !word.isEmpty() && !word.startsWith(":"))
              .anyMatch(word -> !words.contains(word))) {
            unknown.add(path);
          }
        }
      }
    }

    assertThat(named).isGreaterThan(500);
    assertThat(unknown).as("paths in the pages' scripts that are no routes of the engine, nor addresses of pages")
        .containsExactlyInAnyOrderElementsOf(ADDRESSES_OF_PAGES);
  }

  private static Set<String> pathsNamedIn(String script) {
    return NAMED_PATH.matcher(script).results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1)).collect(Collectors.toSet());
  }

  /** With the engine's name, an asset of a plugin, an app, and a word for anything else. */
  private static String sample(Route route) {
    Matcher variable = VARIABLE.matcher(route.path());
    return variable.replaceAll(named -> switch (named.group(1)) {
      case "engine", "processEngineName" -> "default";
      case "name" -> route.path().contains("/engine/engine/{name}") && named.start() == route.path().indexOf("{name}")
          ? "default" : NAMED;
      case "file" -> "app/plugin.js";
      case "appName" -> "tasklist";
      default -> NAMED;
    });
  }

  /** Who is in each group, in the order of the demo's users. */
  private Map<String, List<String>> groups() {
    return callers.values().stream().collect(Collectors.groupingBy(Caller::group, LinkedHashMap::new,
        Collectors.mapping(Caller::name, Collectors.toList())));
  }

  private static String appOf(DemoUser user) {
    return switch (user) {
      case MANAGER_1, OPERATOR, OWNER_1, ADMIN -> "cockpit";
      default -> "tasklist";
    };
  }
}
