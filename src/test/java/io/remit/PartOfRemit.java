package io.remit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A part of Remit as an application of its own, without web pages. */
public final class PartOfRemit {

  private PartOfRemit() {
  }

  /**
   * Starts it on an empty database in memory, or on the one that the settings name.
   *
   * @param settings as {@code name=value}; of two with the same name the last counts
   */
  public static ConfigurableApplicationContext start(Class<?> configuration, String... settings) {
    Map<String, String> all = new LinkedHashMap<>(Map.of(
        "spring.datasource.url", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_ON_EXIT=FALSE",
        "spring.datasource.username", "sa", "spring.datasource.password", "", "spring.profiles.active", "test"));
    for (String setting : settings) {
      all.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
    }
    return new SpringApplicationBuilder(configuration).web(WebApplicationType.NONE).logStartupInfo(false)
        .run(all.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new));
  }
}
