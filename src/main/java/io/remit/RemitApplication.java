package io.remit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Remit: the engine, its web apps, and Remit's own REST interface in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class RemitApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(RemitApplication.class, arguments);
  }
}
