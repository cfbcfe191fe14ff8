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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
@DemoTest
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

  private static final String SCRIPTS = "classpath*:META-INF/resources/**/*.js";
  private static final Pattern CAMUNDAS_SCRIPT =
      Pattern.compile(".*/(?:plugin/\\w+/app/plugin|camunda/app/\\w+/camunda-\\w+-bootstrap)\\.js");
  /** A text that is a path, with what stands for the app's root before it; or the resource that a client is of. */
  private static final Pattern NAMED_PATH =
      Pattern.compile("[\"'`](?:engine:/|plugin:/|admin:/)?(/[A-Za-z0-9:/_-]*)[\"'`]"
      + "|(?:\\.|\\b)(?:path|action|count)[=:]\"([a-z/-]+)\"");
  private static final Set<String> ADDRESSES_OF_PAGES = Set.of("/app/", "/app/admin/", "/app/cockpit/",
      "/app/tasklist/", "/app/welcome/", "/batch/operation", "/camunda-welcome",
      "/camunda/api/engine/engine/default/variable-instance/", "/dashboard", "/decisions", "/group-create",
      "/lib/ngDefine", "/locales/", "/process-definition/:id/runtime", "/process-instance/:id/runtime", "/processes",
      "/repository", "/runtime", "/system", "/tasks", "/tenant-create", "/tenants", "/tenants/:tenantId",
      "/user-create", "/users", "/users/:userId", "/welcome");

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
      caller.http().close();
    }
  }

  @Test
  void everyRouteIsOpenToTheGroupsOnThePageAndInNoOtherSpelling() throws IOException {
    SortedSet<Route> served = ServedRoutes.read();
    assertThat(served).hasSizeGreaterThan(500);

    Map<Route, Set<String>> allowed = askEverybodyForEverything(served);
    Map<Spelling, Integer> spelt = askInEverySpelling(served, allowed);
    served.stream().filter(route -> route.sample().equals(LOGOUT)).forEach(route -> ask(route, allowed));

    String page = new RoutesPage(groups(), allowed, spelt).written();
    if (System.getProperty("remit.engine-routes.write") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(page).as("%s; run this test with -Dremit.engine-routes.write and read what changed", PAGE)
        .isEqualTo(Files.readString(PAGE).replace("\r\n", "\n"));
  }

  private Map<Route, Set<String>> askEverybodyForEverything(SortedSet<Route> served) {
    Map<Route, Set<String>> allowed = new TreeMap<>();
    served.stream().filter(route -> !route.sample().equals(LOGOUT)).forEach(route -> ask(route, allowed));
    return allowed;
  }

  private void ask(Route route, Map<Route, Set<String>> allowed) {
    allowed.put(route, callers.values().stream()
        .filter(caller -> !caller.isRefused(caller.send(route.method(), route.sample())))
        .map(RouteCaller::name).collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * Each caller in turn, with every route and spelling; and the strongest with all that are plain paths, since who is
   * refused there depends on who asks.
   */
  private Map<Spelling, Integer> askInEverySpelling(SortedSet<Route> served, Map<Route, Set<String>> allowed) {
    Map<Spelling, Integer> requests = new EnumMap<>(Spelling.class);
    List<RouteCaller> others = new ArrayList<>(callers.values());
    RouteCaller strongest = callers.get(DemoUser.ADMIN.id());
    int turn = 0;
    for (Route route : served) {
      for (Spelling spelling : Spelling.values()) {
        String target = spelling.of(route.sample());
        RouteCaller other = others.get(turn++ % others.size());
        boolean oneIsEnough = other.equals(strongest) || spelling.isUnreadable();
        for (RouteCaller caller : oneIsEnough ? List.of(other) : List.of(strongest, other)) {
          if (!target.equals(route.sample()) && !meansAnotherAllowedPath(route, spelling, caller, allowed)) {
            assertRefused(caller.send(route.method(), target), caller, spelling, route.method() + " " + target);
            requests.merge(spelling, 1, Integer::sum);
          }
        }
      }
    }
    return requests;
  }

  private static void assertRefused(Answer answer, RouteCaller caller, Spelling spelling, String what) {
    if (spelling.isUnreadable()) {
      assertThat(answer.status()).as("%s by %s", what, caller.name()).isEqualTo(400);
    } else {
      assertThat(caller.isRefused(answer)).as("%s by %s: %s", what, caller.name(), answer.status()).isTrue();
    }
  }

  /** Another name where any may stand, or one of the paths that the pages write with a slash. */
  private static boolean meansAnotherAllowedPath(Route route, Spelling spelling, RouteCaller caller,
      Map<Route, Set<String>> allowed) {
    if (spelling == Spelling.SLASH_AT_THE_END) {
      return WITH_SLASH.contains(route.method() + " " + route.sample() + "/");
    }
    String parent = route.path().substring(0, route.path().lastIndexOf('/') + 1);
    return OF_THE_LAST_SEGMENT.contains(spelling) && allowed.entrySet().stream().anyMatch(each ->
        each.getKey().method().equals(route.method()) && each.getKey().path().startsWith(parent)
            && each.getKey().path().substring(parent.length()).matches("\\{[^/]+}")
            && each.getValue().contains(caller.name()));
  }

  @Test
  void everyLineOfTheTableIsARouteThatIsServed() {
    List<String> samples = ServedRoutes.read().stream().map(route -> route.method() + " " + route.sample()).toList();

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

  /** Who is in each group, in the order of the demo's users. */
  private Map<String, List<String>> groups() {
    return callers.values().stream().collect(Collectors.groupingBy(RouteCaller::group, LinkedHashMap::new,
        Collectors.mapping(RouteCaller::name, Collectors.toList())));
  }
}
