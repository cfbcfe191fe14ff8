package io.remit.gate;

import io.remit.cases.Channel;
import io.remit.cases.Stage;
import io.remit.gate.ContactRule.Counted;
import io.remit.gate.ContactRule.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The shipped tables of contact rules, read as they stand, without a process engine. */
public final class PolicyTables implements ContactPolicy {

  private static final PolicyTables SHIPPED = new PolicyTables();

  private final DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private final DmnDecision policy = read("contact-policy");
  private final DmnDecision channels = read("channels-by-stage");
  private final Map<String, List<ContactRule>> rules = new ConcurrentHashMap<>();
  private final Map<String, Boolean> allowed = new ConcurrentHashMap<>();

  private PolicyTables() {
  }

  public static ContactPolicy shipped() {
    return SHIPPED;
  }

  private DmnDecision read(String key) {
    try (InputStream table = getClass().getResourceAsStream("/bpmn/" + key + ".dmn")) {
      return engine.parseDecision(key, table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<ContactRule> rulesOf(Jurisdiction jurisdiction, Channel channel) {
    return rules.computeIfAbsent(jurisdiction + " " + channel, key -> engine.evaluateDecisionTable(policy,
        Map.of("jurisdiction", jurisdiction.code(), "channel", channel.name())).getResultList().stream()
        .map(PolicyTables::rule).toList());
  }

  @Override
  public boolean allows(Stage stage, Channel channel) {
    return allowed.computeIfAbsent(stage + " " + channel, key -> engine.evaluateDecisionTable(channels,
        Map.of("stage", stage.name(), "channel", channel.name())).getSingleResult().getSingleEntry());
  }

  @Override
  public String version() {
    return "shipped";
  }

  private static ContactRule rule(Map<String, Object> row) {
    return new ContactRule((String) row.get("rule"), Kind.valueOf((String) row.get("kind")), time(row.get("from")),
        time(row.get("to")), weekdays((String) row.get("weekdays")), Boolean.TRUE.equals(row.get("unlessAgreed")),
        row.get("counted") == null ? null : Counted.valueOf((String) row.get("counted")), number(row.get("atMost")),
        number(row.get("days")));
  }

  private static Set<DayOfWeek> weekdays(String named) {
    return named == null ? EnumSet.allOf(DayOfWeek.class)
        : Arrays.stream(named.split(",")).map(DayOfWeek::valueOf).collect(Collectors.toSet());
  }

  private static LocalTime time(Object value) {
    return value == null ? null : LocalTime.parse((String) value);
  }

  private static int number(Object value) {
    return value == null ? 0 : ((Number) value).intValue();
  }
}
