package io.remit.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.gate.ContactRule.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about contact says what the gate asks, in the gate's order. */
class GateRulesPageTest {

  private static final Path PAGE = Path.of("docs/contact.md");
  private static final String HEADING = "## What the gate asks, in this order";
  private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

  @Test
  void thePageNamesTheRulesInTheOrderInWhichTheGateAsks() throws IOException {
    Deque<String> named = new ArrayDeque<>(namesOnThePage());

    for (GateRule rule : GateRules.IN_ORDER) {
      if (rule.rows().isEmpty()) {
        assertThat(named.poll()).isEqualTo(rule.name());
      } else {
        Set<String> rows = namesOf(rule.rows());
        Set<String> told = new TreeSet<>();
        while (!named.isEmpty() && rows.contains(named.peek())) {
          told.add(named.poll());
        }
        assertThat(told).as("rows of contact-policy that the page names for " + rule.name()).isNotEmpty();
        assertThat(rule.rows().contains(Kind.CAP) || told.equals(rows)).as("all of " + rows).isTrue();
      }
    }
    assertThat(named).as("names on the page that are no rules").isEmpty();
  }

  /** By the names of their rows in the shipped table; hours that the debtor told are in no table. */
  private static Set<String> namesOf(Set<Kind> kinds) {
    Stream<String> told = kinds.contains(Kind.HOURS) ? Stream.of(GateDecision.HOURS_THAT_SUIT) : Stream.empty();
    return Stream.concat(told, Arrays.stream(Jurisdiction.values())
        .flatMap(jurisdiction -> Arrays.stream(Channel.values())
            .flatMap(channel -> PolicyTables.shipped().rulesOf(jurisdiction, channel).stream()))
        .filter(rule -> kinds.contains(rule.kind())).map(ContactRule::name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> namesOnThePage() throws IOException {
    return Files.readAllLines(PAGE).stream().dropWhile(line -> !line.equals(HEADING)).skip(1)
        .dropWhile(line -> !line.startsWith("|")).takeWhile(line -> line.startsWith("|")).skip(2)
        .flatMap(line -> NAME.matcher(line.split("\\|")[1]).results())
        .map((MatchResult name) -> name.group(1)).toList();
  }
}
