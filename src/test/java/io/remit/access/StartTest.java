package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.remit.RemitApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyInitRegistration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.FileSystemUtils;

/** What an operator sees who starts Remit without all it needs. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("own-application")
class StartTest {

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
  void onPostgresqlTheFirstAdministratorGetsThePasswordOfTheFirstStartAndIsLeftAloneAfterwards(CapturedOutput output)
      throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      try (ConfigurableApplicationContext first = startOn(postgres, "first-password")) {
        IdentityService identities = first.getBean(IdentityService.class);
        assertThat(identities.checkPassword("admin", "first-password")).isTrue();
        assertThat(identities.createUserQuery().list()).extracting(User::getId).containsExactly("admin");
      }
      try (ConfigurableApplicationContext second = startOn(postgres, "")) {
        assertThat(second.getBean(IdentityService.class).checkPassword("admin", "first-password")).isTrue();
      }
    }
    assertThat(output).doesNotContain("first-password");
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

    assertThat(refusal).hasMessageContainingAll("break 3 rules. Nothing was deployed, and nothing of them was run.",
        "\n  call-debtor.bpmn, line 74, element mark_number_wrong: delegateExpression: jdbcTemplate is not among them"
            + " [BEAN_IS_ALLOWED: ",
        "\n  stage-by-aging.dmn, line 8, element expression_daysPastDue: text: no expression may stand here",
        "\n  run.groovy: it is no model, form, message text or list of words; keep it elsewhere [FILE_IS_EXPECTED: ");
    assertThat(output).contains(refusal.getMessage()).doesNotContain("\tat ").doesNotContain("HikariPool");
  }

  private static void change(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  private static ConfigurableApplicationContext startOn(EmbeddedPostgres postgres, String administratorPassword) {
    return start("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
        "--spring.datasource.username=postgres", "--remit.admin.password=" + administratorPassword);
  }

  private static ConfigurableApplicationContext start(String... arguments) {
    SpringApplication application = new SpringApplication(RemitApplication.class);
    return application.run(Stream.concat(Stream.of(arguments), Stream.of("--server.port=0")).toArray(String[]::new));
  }
}
