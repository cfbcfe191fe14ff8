package io.remit.demo;

import static io.remit.access.DemoUser.ADMIN;
import static io.remit.access.DemoUser.COLLECTOR_1;
import static io.remit.access.DemoUser.COLLECTOR_2;
import static io.remit.access.DemoUser.FIELD_1;
import static io.remit.access.DemoUser.LEGAL_1;
import static io.remit.access.DemoUser.MANAGER_1;
import static io.remit.access.DemoUser.OPERATOR;
import static io.remit.access.DemoUser.OUTSOURCING_1;
import static io.remit.access.DemoUser.OWNER_1;
import static io.remit.access.DemoUser.PARTNER_1;
import static io.remit.access.DemoUser.SUPERVISOR_1;

import io.remit.access.DemoUser;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says, once everything is up, where to log in and as whom. */
@Component
@Profile("demo")
class DemoWelcome {

  private static final Logger LOG = LoggerFactory.getLogger(DemoWelcome.class);

  private final Clock clock;
  private final Environment environment;

  DemoWelcome(Clock clock, Environment environment) {
    this.clock = clock;
    this.environment = environment;
  }

  @EventListener(ApplicationReadyEvent.class)
  void print() {
    String server = "http://localhost:" + environment.getProperty("local.server.port");
    LOG.info("""
        Remit's demo is ready; its clock says {}. Each user's password is his id.

          Work     {}/camunda/app/tasklist/default/
                   {}
          Observe  {}/camunda/app/cockpit/default/
                   {}
          Users    {}/camunda/app/admin/default/
                   {}
          REST     {}/api/docs/ui
        """,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        server, ids(COLLECTOR_1, COLLECTOR_2, FIELD_1, LEGAL_1, OUTSOURCING_1, SUPERVISOR_1, PARTNER_1),
        server, ids(MANAGER_1, OPERATOR, OWNER_1),
        server, ids(ADMIN),
        server);
  }

  private static String ids(DemoUser... users) {
    return Arrays.stream(users).map(DemoUser::id).collect(Collectors.joining(", "));
  }
}
