package io.remit.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.RemitApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("own-application")
class SecondStartTest {

  private static final List<String> TABLES = List.of("act_re_procdef", "act_re_decision_def", "act_re_camformdef",
      "act_re_deployment", "act_id_user", "act_id_group", "act_id_membership", "act_ru_authorization", "act_ru_filter",
      "collection_case", "account", "debtor", "intake_file");

  @TempDir
  Path folder;

  @Test
  void keepsTheDemoAsItWasAndWhatItKeepsToItself() throws IOException {
    // as an older version, or an operator, left it
    Files.createDirectory(data(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    Map<String, Long> first = start();
    assertThat(first.get("act_re_procdef")).isEqualTo(drawnProcesses());
    assertThat(first.get("debtor")).isEqualTo(30);
    assertThat(first.get("collection_case")).isPositive();

    assertThat(start()).isEqualTo(first);
    assertThat(data().resolve("remit.mv.db")).isNotEmptyFile();
    assertThat(data().resolve("inbox/arrears")).isDirectory();
    assertThat(openToOthers()).isEmpty();
  }

  /** The demo's own, in this test's folder. */
  private String database() {
    YamlPropertiesFactoryBean demo = new YamlPropertiesFactoryBean();
    demo.setResources(new ClassPathResource("application-demo.yml"));
    return demo.getObject().getProperty("spring.datasource.url").replace("./data", data().toString());
  }

  private Path data() {
    return folder.resolve("data");
  }

  private List<Path> openToOthers() throws IOException {
    try (Stream<Path> all = Files.walk(data())) {
      return all.filter(path -> !isClosed(path)).toList();
    }
  }

  private static boolean isClosed(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path)).endsWith("------");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static long drawnProcesses() throws IOException {
    try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
      return models.filter(model -> model.toString().endsWith(".bpmn")).count();
    }
  }

  /** Starts the demo on the same database and says how many rows the tables have. */
  private Map<String, Long> start() {
    try (ConfigurableApplicationContext application = new SpringApplicationBuilder(RemitApplication.class)
        .profiles("demo").run("--server.port=0", "--remit.demo.debtors=30", "--remit.work-folder=" + data(),
            "--remit.clock.start=2007-09-01T09:00:00Z",
            "--spring.datasource.url=" + database())) {
      JdbcClient database = application.getBean(JdbcClient.class);
      Map<String, Long> rows = new LinkedHashMap<>();
      TABLES.forEach(table -> rows.put(table,
          database.sql("select count(*) from " + table).query(Long.class).single()));
      return rows;
    }
  }
}
