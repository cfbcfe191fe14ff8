package io.remit.trial;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * The settings of a node, read as it reads them: from the command line, the environment, the files beside the program.
 *
 * @param url of its database
 * @param robotsCall whether calls of robots reach anybody, by whatever gateway
 * @param rules of its settings those by which cases are collected, and no other: none that leads to a gateway, a
 *     server or a key is among them
 */
public record RunningNode(String url, String user, String password, boolean robotsCall, Map<String, String> rules) {

  private static final List<String> RULES = List.of("remit.zone", "remit.aging.time", "remit.case.grouping",
      "remit.case.return-days", "remit.reference-currency", "remit.creditor.name", "remit.creditor.phone",
      "remit.creditor.address", "remit.public-url", "remit.books.days-of-doubt", "remit.books.days-valued-ahead",
      "remit.books.due-as-a-whole", "remit.books.debtor-change", "remit.contact.call-within",
      "remit.contact.visit-within", "remit.contact.longest-text", "remit.contact.robot-tells-within",
      "remit.outsourcing.batch-at", "remit.outsourcing.hand-over-at", "remit.outsourcing.changes-at",
      "remit.outsourcing.changes-acknowledged-within", "remit.outsourcing.term", "remit.outsourcing.deletion-days",
      "remit.tasks.claim-lasts", "remit.visits.most-a-day", "remit.visits.reach", "remit.visits.speed",
      "remit.visits.duration", "remit.visits.places");
  private static final String LIST_OF_RULES = "remit.references[";
  private static final String ROBOTS = "remit.channels.robot-call";
  private static final String ROBOTS_CALL_NOBODY = "file";

  /**
   * Reads them.
   *
   * @param arguments settings as {@code --name=value}, which count before all others
   */
  public static RunningNode read(List<String> arguments) {
    return of(settings(arguments));
  }

  /** Whether a word of a command sets something of the node. */
  public static boolean isSetting(String word) {
    return word.startsWith("--spring.") || word.startsWith("--remit.");
  }

  /** All settings of a node, found as {@link #read} finds them. */
  public static ConfigurableEnvironment settings(List<String> arguments) {
    StandardEnvironment settings = new StandardEnvironment();
    settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
    ConfigDataEnvironmentPostProcessor.applyTo(settings, new DefaultResourceLoader(), null);
    ConfigurationPropertySources.attach(settings);
    return settings;
  }

  /** Of the settings that a node has read. */
  public static RunningNode of(ConfigurableEnvironment settings) {
    Map<String, String> rules = new LinkedHashMap<>();
    RULES.forEach(name -> put(rules, name, settings.getProperty(name)));
    for (PropertySource<?> source : settings.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> listed) {
        for (String name : listed.getPropertyNames()) {
          if (name.startsWith(LIST_OF_RULES)) {
            put(rules, name, settings.getProperty(name));
          }
        }
      }
    }
    boolean robotsCall = !settings.getProperty(ROBOTS, ROBOTS_CALL_NOBODY).equals(ROBOTS_CALL_NOBODY);
    return new RunningNode(settings.getProperty("spring.datasource.url", ""),
        settings.getProperty("spring.datasource.username", ""), settings.getProperty("spring.datasource.password", ""),
        robotsCall, rules);
  }

  private static void put(Map<String, String> rules, String name, @Nullable String value) {
    if (value != null) {
      rules.put(name, value);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "RunningNode[" + rules + "]";
  }
}
