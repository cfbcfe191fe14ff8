package io.remit.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of {@code deploy/} name settings, ports, paths and one another as they are. Nobody has run them. */
class DeployTest {

  private static final Path COMPOSE = Path.of("deploy", "compose.yaml");
  private static final Path NODES = Path.of("deploy", "kubernetes", "remit.yaml");
  private static final Path DATABASE = Path.of("deploy", "kubernetes", "database.yaml");
  /** Of the system, not of Remit. */
  private static final Set<String> OF_THE_SYSTEM = Set.of("TZ");
  private static final Pattern TO_ENVIRONMENT = Pattern.compile("[^A-Z0-9]");

  private final Set<String> known = known();

  /** What a setting is called in the environment: as Spring reads it. */
  private static String variable(String setting) {
    return TO_ENVIRONMENT.matcher(setting.toUpperCase(Locale.ROOT)).replaceAll("_");
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(OF_THE_SYSTEM);
    SettingsPageTest.namesOnThePage().stream().map(DeployTest::variable).forEach(known::add);
    Pattern.compile("\\$\\{(REMIT_[A-Z_]+)").matcher(
        SourceTree.text(Path.of("src", "main", "resources", "application.yml"))).results()
        .map(found -> found.group(1)).forEach(known::add);
    ofLibraries().map(DeployTest::variable).forEach(known::add);
    return known;
  }

  /** The settings that the libraries on the class path tell of themselves. */
  private static Stream<String> ofLibraries() {
    try {
      Set<String> names = new TreeSet<>();
      for (URL metadata : Collections.list(DeployTest.class.getClassLoader()
          .getResources("META-INF/spring-configuration-metadata.json"))) {
        JsonNode properties;
        try (InputStream content = metadata.openStream()) {
          properties = new ObjectMapper().readTree(content).path("properties");
        }
        StreamSupport.stream(properties.spliterator(), false).map(each -> each.path("name").asText())
            .forEach(names::add);
      }
      assertThat(names).contains("server.port", "spring.datasource.url");
      return names.stream();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> documents(Path file) {
    return StreamSupport.stream(new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(SourceTree.text(file))
        .spliterator(), false).map(each -> (Map<String, Object>) each).toList();
  }

  private static Map<String, Object> kind(Path file, String kind) {
    return documents(file).stream().filter(each -> kind.equals(each.get("kind"))).findFirst().orElseThrow();
  }

  /** What lies behind names, or numbers in lists, in this order. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> T at(Object from, Object... way) {
    Object found = from;
    for (Object step : way) {
      found = step instanceof Integer index ? ((List<Object>) found).get(index)
          : ((Map<String, Object>) found).get(step);
    }
    return (T) found;
  }

  private static Map<String, Object> node() {
    return at(kind(NODES, "Deployment"), "spec", "template", "spec", "containers", 0);
  }

  @Test
  void eachVariableOfANodeIsASetting() {
    Map<String, Object> compose = at(documents(COMPOSE).get(0), "services", "remit1", "environment");
    List<Map<String, Object>> kubernetes = at(node(), "env");
    Set<String> named = kubernetes.stream().map(each -> (String) each.get("name")).collect(toSet());
    Set<String> inImage = Pattern.compile("\\b(REMIT_[A-Z_]+)=").matcher(
        SourceTree.text(Path.of("deploy", "Dockerfile"))).results().map(found -> found.group(1)).collect(toSet());

    assertThat(known).contains("REMIT_ZONE", "REMIT_SECOND_FACTOR_KEY").doesNotContain("REMIT_ZONES");
    assertThat(compose.keySet()).hasSizeGreaterThan(10).isSubsetOf(known);
    assertThat(named).hasSizeGreaterThan(10).isSubsetOf(known);
    assertThat(inImage).isNotEmpty().isSubsetOf(known);
    Map<String, Object> second = at(documents(COMPOSE).get(0), "services", "remit2", "environment");
    assertThat(second).as("all nodes have the same").isEqualTo(compose);
  }

  @Test
  void noSecretIsWrittenDown() {
    Map<String, Object> compose = at(documents(COMPOSE).get(0), "services");
    assertThat(compose.values()).allSatisfy(service -> {
      if (at(service, "environment") instanceof Map<?, ?> environment) {
        assertThat(environment.entrySet()).filteredOn(each -> isSecret(String.valueOf(each.getKey())))
            .allSatisfy(each -> assertThat(String.valueOf(each.getValue())).matches("\\$\\{[A-Z_]+:[?-]}"));
      }
    });
    List<Map<String, Object>> kubernetes = at(node(), "env");
    assertThat(kubernetes).filteredOn(each -> isSecret((String) each.get("name"))).hasSizeGreaterThan(3)
        .allSatisfy(each -> {
          String secret = at(each, "valueFrom", "secretKeyRef", "name");
          assertThat(secret).isIn("remit", "remit-database");
        });
    String owners = at(kind(DATABASE, "Cluster"), "spec", "bootstrap", "initdb", "secret", "name");
    assertThat(owners).isEqualTo("remit-database");
  }

  private static boolean isSecret(String variable) {
    return variable.contains("PASSWORD") || variable.endsWith("_KEY");
  }

  @Test
  void theClusterSeesOnlyNodesThatAreUpAndNeverNone() {
    Map<String, Object> deployment = at(kind(NODES, "Deployment"), "spec");
    int nodes = at(deployment, "replicas");
    int unavailable = at(deployment, "strategy", "rollingUpdate", "maxUnavailable");
    int kept = at(kind(NODES, "PodDisruptionBudget"), "spec", "minAvailable");
    assertThat(nodes).isEqualTo(2);
    assertThat(unavailable).isZero();
    assertThat(kept).isBetween(1, nodes - 1);
    Map<String, String> labels = at(deployment, "template", "metadata", "labels");
    for (String[] selector : new String[][] {{"Deployment", "selector"}, {"PodDisruptionBudget", "selector"},
        {"NetworkPolicy", "podSelector"}}) {
      Map<String, String> selected = at(kind(NODES, selector[0]), "spec", selector[1], "matchLabels");
      assertThat(selected).as(selector[0]).isEqualTo(labels);
    }
    Map<String, String> served = at(kind(NODES, "Service"), "spec", "selector");
    assertThat(served).isEqualTo(labels);
    assertThat(Map.of("startupProbe", "liveness", "livenessProbe", "liveness", "readinessProbe", "readiness"))
        .allSatisfy((probe, group) -> {
          String path = at(node(), probe, "httpGet", "path");
          assertThat(path).isEqualTo("/actuator/health/" + group);
        });
    int port = at(node(), "ports", 0, "containerPort");
    int letIn = at(kind(NODES, "NetworkPolicy"), "spec", "ingress", 0, "ports", 0, "port");
    assertThat(List.of(port, letIn)).containsOnly(8080);
  }

  @Test
  void databasesAreNamedAsTheyAre() {
    Map<String, Object> services = at(documents(COMPOSE).get(0), "services");
    assertThat(services).containsKeys("remit1", "remit2", "db1", "db2", "proxy");
    Map<String, String> node = at(services, "remit1", "environment");
    assertThat(node.get("REMIT_DATABASE_URL")).startsWith("jdbc:postgresql://db1,db2/remit?targetServerType=primary&");
    assertThat(node.get("REMIT_STANDBY_URL")).contains("//db1,db2/remit?targetServerType=preferSecondary&");
    String cluster = at(kind(DATABASE, "Cluster"), "metadata", "name");
    List<Map<String, String>> kubernetes = at(node(), "env");
    Map<String, String> values = kubernetes.stream().filter(each -> each.containsKey("value"))
        .collect(Collectors.toMap(each -> each.get("name"), each -> each.get("value")));
    assertThat(values.get("REMIT_DATABASE_URL")).contains("//" + cluster + "-rw/");
    assertThat(values.get("REMIT_STANDBY_URL")).contains("//" + cluster + "-ro/");
    String believed = at(services, "remit1", "environment", "SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES");
    String proxy = at(services, "proxy", "networks", "inside", "ipv4_address");
    assertThat(proxy).as("the address that nodes believe").matches(believed);
  }

  /** So that what BehindNginxTest finds holds for both. */
  @Test
  void theProxyOfTwoNodesDiffersByTheNodesAlone() {
    Set<String> ofOne = lines(Path.of("docs", "nginx.conf"));
    Set<String> ofTwo = lines(Path.of("deploy", "nginx.conf"));
    Set<String> lost = new TreeSet<>(ofOne);
    lost.removeAll(ofTwo);
    Set<String> added = new TreeSet<>(ofTwo);
    added.removeAll(ofOne);

    assertThat(lost).containsExactly("proxy_bind 127.0.0.2;", "server 127.0.0.1:8080;");
    assertThat(added).containsExactly("hash $remote_addr consistent;",
        "server remit1:8080 max_fails=2 fail_timeout=10s;", "server remit2:8080 max_fails=2 fail_timeout=10s;");
  }

  private static Set<String> lines(Path file) {
    return SourceTree.text(file).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What docs/nodes.md promises: a dead node's jobs are taken over within the lease and half a minute more. */
  @Test
  void theLeasesAreThoseOfThePage() {
    Map<String, Object> settings = documents(Path.of("src", "main", "resources", "application.yml")).get(0);
    Map<String, Object> engine = at(settings, "camunda.bpm", "job-execution");
    String page = SourceTree.text(Path.of("docs", "nodes.md"));

    assertThat(engine).containsEntry("lock-time-in-millis", 30_000).containsEntry("max-wait", 10_000);
    assertThat(page).contains("`camunda.bpm.job-execution.lock-time-in-millis`, 30 s, prolonged each 10 s",
        "the 10 s (`max-wait`)", "`remit.dispatcher.lease`, " + at(settings, "remit", "dispatcher", "lease").toString()
            .replace("s", " s"));
  }
}
