package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.remit.RemitApplication;
import io.remit.audit.AuditTrail;
import io.remit.database.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyInitRegistration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.FileSystemUtils;

/** What an operator sees who starts Remit without all it needs. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("own-application")
class StartTest {

  private static final String OTHER_PASSWORD =
      "Set REMIT_ADMIN_PASSWORD to another password: at least 15 characters";

  /** Camunda's web apps keep the last context in a static field, and a start that fails does not clear it. */
  @AfterEach
  void forgetTheFailedStart() {
    ReflectionTestUtils.setField(LazyInitRegistration.class, "APPLICATION_CONTEXT", null);
  }

  @Test
  void withoutADatabaseItSaysWhatToSetAndDoesNotStart(CapturedOutput output) {
    Throwable refusal = catchThrowable(() -> start());

    assertThat(refusal).hasMessageStartingWith("Set REMIT_DATABASE_URL to a PostgreSQL database");
    assertThat(output).contains(refusal.getMessage()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:h2:mem:other", "jdbc:h2:file:./data/remit", "jdbc:mysql://localhost/remit"})
  void anotherDatabaseThanPostgresqlIsRefused(String url) {
    assertThat(catchThrowable(() -> start("--spring.datasource.url=" + url)))
        .hasMessageContaining("REMIT_DATABASE_URL");
  }

  @Test
  void theTestProfileAllowsNoDatabaseThatKeepsAnything() {
    assertThat(catchThrowable(() -> start("--spring.profiles.active=test", "--spring.datasource.url=jdbc:h2:file:./x")))
        .hasMessageContaining("REMIT_DATABASE_URL");
  }

  @Test
  void withoutAnAdministratorAndAPasswordForHimItSaysWhatToSetAndOpensNoPort(CapturedOutput output) {
    Throwable refusal = catchThrowable(() -> start("--spring.profiles.active=test", "--remit.admin.password="));

    assertThat(refusal).hasMessageStartingWith("Set REMIT_ADMIN_PASSWORD to the password");
    assertThat(output).contains(refusal.getMessage()).doesNotContain("\tat ").doesNotContain("Tomcat started");
  }

  @Test
  void onPostgresqlTheFirstAdministratorGetsThePasswordOfTheFirstStartAndIsLeftAloneAfterwards(CapturedOutput output) {
    try (PostgresDatabase postgres = PostgresDatabase.create()) {
      try (ConfigurableApplicationContext first = startOn(postgres, "quite-a-long-one-to-begin")) {
        IdentityService identities = first.getBean(IdentityService.class);
        assertThat(identities.checkPassword("admin", "quite-a-long-one-to-begin")).isTrue();
        assertThat(identities.createUserQuery().list()).extracting(User::getId).containsExactly("admin");
        assertThat(first.getBean(JdbcClient.class).sql("select pwd_ from act_id_user").query(String.class).single())
            .as("as slow to guess at as the OWASP asks for").startsWith("{BCRYPT}$2a$10$");
        for (String password : List.of("short", "passwordpassword", "the admin of this")) {
          assertThat(catchThrowable(resetting(first, password)::ensure)).isInstanceOf(StartRefused.class)
              .hasMessageStartingWith(OTHER_PASSWORD).hasMessageNotContaining(password);
        }
      }
      try (ConfigurableApplicationContext second = startOn(postgres, "")) {
        assertThat(second.getBean(IdentityService.class).checkPassword("admin", "quite-a-long-one-to-begin")).isTrue();
      }
    }
    assertThat(output).doesNotContain("quite-a-long-one-to-begin");
  }

  @Test
  void withModelsThatBreakARuleItSaysWhichAndTouchesNoDatabase(CapturedOutput output, @TempDir Path models)
      throws IOException {
    FileSystemUtils.copyRecursively(Path.of("bpmn"), models);
    change(models.resolve("call-debtor.bpmn"), "${markNumberWrong}", "${jdbcTemplate}");
    change(models.resolve("stage-by-aging.dmn"), "<text>daysPastDue</text>", "<text>${dataSource}</text>");
    Files.writeString(models.resolve("run.groovy"), "run()");

    Throwable refusal =
        catchThrowable(() -> start("--spring.profiles.active=test", "--remit.models=" + models.toUri()));

    assertThat(refusal).hasMessageContainingAll("break 4 rules. Nothing was deployed, and nothing of them was run.",
        "\n  call-debtor.bpmn, line 81, element Never call this number again (mark_number_wrong):"
            + " delegateExpression: jdbcTemplate is not among them [BEAN_IS_ALLOWED: ",
        "\n  stage-by-aging.dmn, line 8, element expression_daysPastDue: text: no expression may stand here",
        "\n  run.groovy: it is no model, form, message text or list of words; keep it elsewhere [FILE_IS_EXPECTED: ");
    assertThat(output).as("each finding on a line of its own").contains(refusal.getMessage().replace("\n", "\n\t"))
        .doesNotContain("\tat ").doesNotContain("HikariPool");
  }

  private static void change(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  @Test
  void anAdministratorsPasswordThatAnybodyCouldGuessIsRefused() {
    String password = "the admin of this";
    Throwable refusal = catchThrowable(
        () -> start("--spring.profiles.active=test", "--remit.admin.password=" + password));

    assertThat(refusal).hasMessageStartingWith(OTHER_PASSWORD);
    assertThat(refusal.getMessage()).doesNotContain(password);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--server.address=0.0.0.0", "--server.address=", "--server.address=::",
      "--server.address=192.0.2.1", "--server.Address=no-such-host.invalid", "--management.server.port=9999",
      "--management.server.port=9999 --management.server.address=0.0.0.0"})
  void theDemoListensOnLoopbackAlone(String settings, CapturedOutput output) {
    Throwable refusal = catchThrowable(() -> start(Stream.concat(Stream.of("--spring.profiles.active=demo",
        "--spring.datasource.url=jdbc:h2:file:./target/never/remit"), Stream.of(settings.split(" ")))
        .toArray(String[]::new)));

    assertThat(refusal).hasMessageContaining("to 127.0.0.1, or leave it out");
    assertThat(output).contains(refusal.getMessage()).doesNotContain("Tomcat started");
    assertThat(Path.of("target/never")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"demo, jdbc:postgresql://localhost/remit", "demo, jdbc:postgresql://db.example.com/remit",
      "demo, jdbc:h2:mem:x", "demo, jdbc:h2:tcp://localhost/x", "demo, jdbc:mysql://localhost/remit",
      "'demo,test', jdbc:postgresql://db.example.com/remit",
      "'demo,test', 'jdbc:postgresql://localhost,db.example.com/x'",
      "'demo,test', jdbc:h2:tcp://localhost/x"})
  void theDemoTakesNoDatabaseButItsOwn(String profiles, String url) {
    assertThat(catchThrowable(() -> start("--spring.profiles.active=" + profiles, "--spring.datasource.url=" + url)))
        .hasMessageStartingWith("Start the demo without a database of your own");
  }

  @Test
  void theDemoAndARealInstallationKeepApartAndAnAdministratorGetsBackIn(CapturedOutput output) throws IOException {
    try (PostgresDatabase postgres = PostgresDatabase.create()) {
      try (ConfigurableApplicationContext real = startOn(postgres, "quite-a-long-one-to-begin")) {
        real.getBean(IdentityService.class).deleteUser("admin");
        real.getBean(SecondFactors.class).add("admin", new byte[20], 1, List.of("a hash"));
        aUser(real, "boss", StaffGroup.ADMINISTRATORS.id(), "nobody knows it any more");
      }
      assertThat(output).contains("There is only one administrator");
      assertThat(refusedOn(postgres, "--spring.profiles.active=demo,test"))
          .hasMessageStartingWith("Start without the profile demo: this database has users");
      assertThat(refusedOn(postgres, "--remit.admin.reset=true"))
          .hasMessageContaining("remit.admin.reset is set");

      try (ConfigurableApplicationContext back = startOn(postgres, "the long way back in",
          "--remit.admin.reset=true")) {
        int port = ((ServletWebServerApplicationContext) back).getWebServer().getPort();
        assertThat(back.getBean(SecondFactors.class).idOf("admin")).as("the phone may be lost too").isEmpty();
        HttpUser administrator = HttpUser.withPassword(port, "admin", "the long way back in");
        assertThat(administrator.get("/api/audit").statusCode()).isEqualTo(403);
        assertThat(HttpUser.nobody(port).postForm("/password", Map.of("user", "admin", "old", "the long way back in",
            "chosen", "a way of one's own", "again", "a way of one's own")).statusCode()).isEqualTo(200);
        assertThat(HttpUser.withPassword(port, "admin", "a way of one's own").get("/api/audit").body())
            .contains("start: admin was given the password of remit.admin.password");
        assertThat(HttpUser.withPassword(port, "admin", "a way of one's own").get("/actuator/health").body())
            .contains("\"administrators\":2");
        left(back, DemoUser.COLLECTOR_1);
        aUser(back, "supervisor1", StaffGroup.SUPERVISORS.id(), "not that of the demo");
      }
      assertThat(refusedOn(postgres))
          .hasMessageContaining("users of the demo, whose passwords everybody knows: collector1. It removes them.");
      try (ConfigurableApplicationContext clean = startOn(postgres, "", "--remit.demo.remove-users=true")) {
        assertThat(clean.getBean(IdentityService.class).createUserQuery().list()).extracting(User::getId)
            .containsExactlyInAnyOrder("admin", "boss", "supervisor1");
      }
    }
    assertThat(output).doesNotContain("the long way back in");
  }

  /** What gives the administrator another password at a start, in an application that runs already. */
  private static FirstAdministrator resetting(ConfigurableApplicationContext application, String password) {
    return new FirstAdministrator(application.getBean(IdentityService.class),
        application.getBean(LeftoverDemoUsers.class), application.getBean(OwedPasswords.class),
        application.getBean(SecondFactors.class), application.getBean(AuditTrail.class), password, true);
  }

  private Throwable refusedOn(PostgresDatabase postgres, String... settings) {
    Throwable refusal = catchThrowable(() -> startOn(postgres, "", settings));
    forgetTheFailedStart();
    return refusal;
  }

  private static void aUser(ConfigurableApplicationContext application, String id, String groupId, String password) {
    IdentityService identities = application.getBean(IdentityService.class);
    User user = identities.newUser(id);
    user.setPassword(password);
    identities.saveUser(user);
    identities.createMembership(id, groupId);
  }

  /** As a demo that was started on this database leaves it. */
  private static void left(ConfigurableApplicationContext application, DemoUser demoUser) {
    User user = application.getBean(IdentityService.class).newUser(demoUser.id());
    user.setPassword(demoUser.id());
    application.getBean(CommandExecutor.class).execute(new SaveUserCmd(user, true));
  }

  private static ConfigurableApplicationContext startOn(PostgresDatabase postgres, String administratorPassword,
      String... settings) {
    return start(Stream.concat(Stream.of("--spring.datasource.url=" + postgres.url(),
        "--spring.datasource.username=postgres", "--remit.admin.password=" + administratorPassword),
        Stream.of(settings)).toArray(String[]::new));
  }

  private static ConfigurableApplicationContext start(String... arguments) {
    SpringApplication application = new SpringApplication(RemitApplication.class);
    // the login provider of other tests would draw an RSA key at each start
    return application.run(Stream.concat(Stream.of(arguments), Stream.of("--server.port=0",
        "--spring.autoconfigure.exclude=" + OAuth2AuthorizationServerAutoConfiguration.class.getName() + ","
            + OAuth2AuthorizationServerJwtAutoConfiguration.class.getName())).toArray(String[]::new));
  }
}
