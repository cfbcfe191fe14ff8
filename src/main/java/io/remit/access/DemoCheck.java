package io.remit.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/**
 * Keeps the demo, whose users' passwords everybody knows, on this machine and away from real data: it listens on the
 * loopback address alone, and takes no database but a file of H2. Tests of the demo may also use a database in memory,
 * or PostgreSQL on this machine; {@link DemoUsers} makes sure that it is not somebody's.
 *
 * <p>It listens after the log has been set up: an earlier refusal would not be printed.
 */
class DemoCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private static final String FILE = "jdbc:h2:file:[^;]+.*";
  private static final Pattern DEMO = Pattern.compile(FILE);
  private static final Pattern TESTED_DEMO = Pattern.compile(
      FILE + "|jdbc:h2:mem:.*|jdbc:postgresql://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?/[^,]*");

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    Environment environment = event.getEnvironment();
    if (environment.acceptsProfiles(Profiles.of("demo"))) {
      checkDriver();
      checkDatabase(environment);
      addresses(environment).forEach(setting -> checkAddress(environment, setting));
    }
  }

  /** The jar for production is without it. */
  private static void checkDriver() {
    if (!ClassUtils.isPresent("org.h2.Driver", DemoCheck.class.getClassLoader())) {
      throw new StartRefused("Start the demo with mvn spring-boot:run: this jar is for production, without the demo's "
          + "database.");
    }
  }

  private static void checkDatabase(Environment environment) {
    Pattern allowed = environment.acceptsProfiles(Profiles.of("test")) ? TESTED_DEMO : DEMO;
    if (!allowed.matcher(environment.getProperty("spring.datasource.url", "")).matches()) {
      throw new StartRefused("Start the demo without a database of your own (spring.datasource.url), or with a file of "
          + "H2, such as jdbc:h2:file:./data/remit: it would leave users with well-known passwords there. For a real "
          + "installation leave out the profile demo.");
    }
  }

  /** A management port of its own is open to everybody unless its address is set. */
  private static List<String> addresses(Environment environment) {
    String managementPort = environment.getProperty("management.server.port", "");
    return managementPort.isBlank() || managementPort.equals(environment.getProperty("server.port"))
        ? List.of("server.address") : List.of("server.address", "management.server.address");
  }

  private static void checkAddress(Environment environment, String setting) {
    if (!isLoopback(environment.getProperty(setting, ""))) {
      throw new StartRefused("Set " + setting + " to 127.0.0.1, or leave it out: everybody knows the passwords of the "
          + "demo's users, so the demo listens on this machine's loopback address alone.");
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
