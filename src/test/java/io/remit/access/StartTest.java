package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.remit.RemitApplication;
import io.remit.database.PostgresDatabase;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.spring.boot.starter.webapp.filter.LazyInitRegistration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

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
  void onPostgresqlTheFirstAdministratorGetsThePasswordOfTheFirstStartAndIsLeftAloneAfterwards(CapturedOutput output) {
    try (PostgresDatabase postgres = PostgresDatabase.create()) {
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

  private static ConfigurableApplicationContext startOn(PostgresDatabase postgres, String administratorPassword) {
    return start("--spring.datasource.url=" + postgres.url(),
        "--spring.datasource.username=postgres", "--remit.admin.password=" + administratorPassword);
  }

  private static ConfigurableApplicationContext start(String... arguments) {
    SpringApplication application = new SpringApplication(RemitApplication.class);
    return application.run(Stream.concat(Stream.of(arguments), Stream.of("--server.port=0")).toArray(String[]::new));
  }
}
