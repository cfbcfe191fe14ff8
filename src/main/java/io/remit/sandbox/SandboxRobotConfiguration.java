package io.remit.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Starts the sandbox robot beside Remit. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox-robot")
class SandboxRobotConfiguration {

  /** @throws IllegalStateException outside of demo and tests, where debtors would be taken as called who were not */
  @Bean
  SandboxRobot sandboxRobot(Environment environment, @Value("${remit.sandbox-robot.port}") int port,
      @Value("${remit.robot.callback-secrets}") List<String> secrets,
      @Value("${remit.sandbox-robot.delay}") Duration delay,
      @Value("${remit.sandbox-robot.promise-amount}") String promiseAmount,
      @Value("${remit.sandbox-robot.journal:#{null}}") Path journal) throws IOException {
    if (!environment.acceptsProfiles(Profiles.of("demo", "test"))) {
      throw new IllegalStateException("The sandbox robot calls nobody: the profile sandbox-robot is for the demo only");
    }
    return SandboxRobot.start(new SandboxRobotSettings(port, secrets.get(0), delay, promiseAmount, journal));
  }
}
