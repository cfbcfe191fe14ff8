package io.remit;

import io.remit.audit.seal.TrailCommand;
import io.remit.dataset.FiguresCommand;
import io.remit.eventlog.EventLogCommand;
import io.remit.process.models.ModelsCommand;
import io.remit.process.trial.LifeProgram;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.io.IOException;
import java.io.PrintStream;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Remit: the engine, its web apps, and Remit's own REST interface in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@OpenAPIDefinition(info = @Info(title = "Remit", version = "1",
    description = "Files in, cases out. Errors are RFC 9457 problem details."),
    security = @SecurityRequirement(name = "basic"))
@SecurityScheme(name = "basic", type = SecuritySchemeType.HTTP, scheme = "basic")
public class RemitApplication {

  public static void main(String[] arguments) throws IOException {
    if (TrailCommand.isAskedFor(arguments)) {
      System.exit(TrailCommand.run(System.out, arguments));
    }
    if (ModelsCommand.isAskedFor(arguments)) {
      System.exit(ModelsCommand.run(System.out, System.err, arguments));
    }
    if (FiguresCommand.isAskedFor(arguments)) {
      System.exit(FiguresCommand.run(System.out, System.err, arguments));
    }
    if (LifeProgram.isAskedFor(arguments)) {
      PrintStream answer = System.out;
      System.setOut(System.err);
      LifeProgram.run(System.in, answer);
      System.exit(0);
    }
    ConfigurableApplicationContext remit = SpringApplication.run(RemitApplication.class, arguments);
    if (EventLogCommand.isAskedFor(new DefaultApplicationArguments(arguments))) {
      System.exit(SpringApplication.exit(remit));
    }
  }
}
