package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.access.ServedRoutes.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page {@code docs/engine-routes.md}, from what a running Remit has answered. */
final class RoutesPage {

  private static final String PREFIX = "/camunda/api/engine/engine/default";
  private static final String EXAMPLE = PREFIX + "/task/4711/resolve";

  private final Map<String, List<String>> groups;
  private final Map<Route, Set<String>> allowed;
  private final Map<Spelling, Integer> spelt;
  private final StringBuilder page = new StringBuilder();

  /**
   * Takes what was asked and answered.
   *
   * @param groups the callers in each group
   * @param allowed the callers who were let through, by route; nobody where all were refused
   * @param spelt how often each spelling was refused; none was let through
   */
  RoutesPage(Map<String, List<String>> groups, Map<Route, Set<String>> allowed, Map<Spelling, Integer> spelt) {
    this.groups = groups;
    this.allowed = allowed;
    this.spelt = spelt;
  }

  String written() {
    writeCounts();
    writeOpen();
    writeClosed();
    writeSpellings();
    return page.toString();
  }

  /** The groups that may call a route, by its {@link #nameOf name}; a route that is open to nobody is not there. */
  static Map<String, Set<String>> openRoutesOn(String page) {
    List<List<String>> rows = page.lines().dropWhile(line -> !line.startsWith("| route |"))
        .takeWhile(line -> line.startsWith("|")).map(line -> List.of(line.split("\\s*\\|\\s*", -1))).toList();
    Map<String, Set<String>> open = new TreeMap<>();
    rows.stream().skip(2).forEach(row -> open.put(row.get(1).replace("`", ""), IntStream.range(2, row.size())
        .filter(column -> row.get(column).equals("●")).mapToObj(rows.get(0)::get).collect(Collectors.toSet())));
    return open;
  }

  /** A route as the page names it. */
  static String nameOf(Route route) {
    return route.method() + " " + shortened(route);
  }

  private void writeCounts() {
    int callers = groups.values().stream().mapToInt(List::size).sum();
    int asked = allowed.size() * callers;
    int let = allowed.values().stream().mapToInt(Set::size).sum();
    int odd = spelt.values().stream().mapToInt(Integer::intValue).sum();
    page.append("""
        # The routes of the web apps

        Written by `EngineRoutesTest`, which asks a running Remit on H2, and fails while this page says something else.
        On PostgreSQL `EngineGuardTest` asks for each route as one who may call it and as one who may not. The lines
        that allow are in `EngineRoutes`.

        Camunda's web apps serve %d routes. Each was asked for as each of %d users of the demo, and as nobody: %d \
        requests,
        %d let through, %d refused. In %d other spellings: %d requests, %d refused.

        """.formatted(allowed.size(), callers - 1, asked, let, asked - let, spelt.size(), odd, odd));
  }

  private void writeOpen() {
    page.append("""
        ## Open to somebody

        `…` stands for `%s`. Which tasks, cases and users somebody then sees or
        changes is up to their grants in the engine.

        """.formatted(PREFIX));
    page.append("| route | ").append(String.join(" | ", groups.keySet())).append(" |\n|---|")
        .append(":-:|".repeat(groups.size())).append('\n');
    allowed.forEach((route, names) -> {
      if (!names.isEmpty()) {
        page.append("| `").append(nameOf(route)).append("` |");
        groups.values().forEach(members -> page.append(mark(route, members, names)));
        page.append('\n');
      }
    });
    page.append("""

        Everybody may also change their own profile and password (`PUT …/user/{id}/profile` and `/credentials`): the \
        table is
        of another's.
        """);
  }

  private static String mark(Route route, List<String> members, Set<String> names) {
    long may = members.stream().filter(names::contains).count();
    assertThat(may).as("all of a group or none may call %s", route).isIn(0L, (long) members.size());
    return may == 0 ? " |" : " ● |";
  }

  private void writeClosed() {
    Map<String, List<String>> closed = new TreeMap<>();
    allowed.forEach((route, names) -> {
      if (names.isEmpty()) {
        closed.computeIfAbsent(shortened(route), path -> new ArrayList<>()).add(route.method());
      }
    });
    page.append("\n## Open to nobody\n\n| path | methods |\n|---|---|\n");
    closed.forEach((path, methods) ->
        page.append("| `").append(path).append("` | ").append(String.join(", ", methods)).append(" |\n"));
  }

  private void writeSpellings() {
    page.append("""

        ## In other spellings

        A path that is not written plainly is refused with 400 before anything reads it, a plain path that no line \
        allows
        with 403 (401 before a login).

        | spelling | such as | requests | let through | answer |
        |---|---|--:|--:|--:|
        """);
    spelt.forEach((spelling, count) -> page.append("| ").append(spelling.words()).append(" | `POST ")
        .append(spelling.of(EXAMPLE).replace(PREFIX, "…")).append("` | ").append(count).append(" | 0 | ")
        .append(spelling.isUnreadable() ? 400 : 403).append(" |\n"));
  }

  private static String shortened(Route route) {
    return route.path().replaceFirst("/camunda/api/engine/engine/\\{\\w+}", "…");
  }
}
