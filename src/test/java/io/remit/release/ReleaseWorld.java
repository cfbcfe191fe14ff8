package io.remit.release;

import io.remit.approval.SecondPerson;
import io.remit.audit.AuditTrail;
import io.remit.audit.FourEyes;
import io.remit.audit.UserChanges;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.News;
import io.remit.clock.TestClock;
import io.remit.database.PostgresDatabase;
import io.remit.database.RemitTables;
import io.remit.model.Finding;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.ModelRule;
import io.remit.model.RunningModels;
import io.remit.node.OtherNodes;
import io.remit.release.ReleaseSettings.AtStart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Releases on a database of their own, with nodes that come and go, and an engine that only writes down. */
final class ReleaseWorld implements AutoCloseable {

  enum Database { H2, POSTGRESQL }

  final TestClock clock = TestClock.at("2026-03-02T08:00:00Z");
  final JdbcClient jdbc;
  /** What each deployment had, the newest last. */
  final List<ModelFolder> deployed = new ArrayList<>();
  /** What the next checks find. */
  List<Finding> findings = List.of();
  /** What the next checks find a fault in, as in a node that is too old for it. */
  @Nullable ModelFolder unreadableHere;
  private final DataSource dataSource;
  private final AutoCloseable closing;

  ReleaseWorld(Database database) {
    if (database == Database.POSTGRESQL) {
      PostgresDatabase server = PostgresDatabase.create();
      dataSource = DataSourceBuilder.create().url(server.url()).username(server.user()).build();
      closing = () -> {
        ((AutoCloseable) dataSource).close();
        server.close();
      };
    } else {
      JdbcConnectionPool pool =
          JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
      dataSource = pool;
      closing = pool::dispose;
    }
    RemitTables.makeIn(dataSource);
    jdbc = JdbcClient.create(dataSource);
  }

  /** A folder of one text, and of one file that stays as it is. */
  static ModelFolder folder(String text) {
    return ModelFolder.of(List.of(file("a.txt", text), file("same.txt", "stays")));
  }

  static ModelFile file(String name, String text) {
    return new ModelFile(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a node gave a sign of life just now. */
  void otherNodesRun(boolean running) {
    jdbc.sql("delete from dispatcher_node").update();
    if (running) {
      jdbc.sql("insert into dispatcher_node (node_id, seen_at) values ('other', current_timestamp)").update();
    }
  }

  /** A node that starts with a folder. */
  Node start(ModelFolder given, AtStart start) {
    return new Node(given, start);
  }

  private final class WritingEngine implements ModelEngine {

    @Override
    public List<Finding> check(ModelFolder folder) {
      return folder.equals(unreadableHere)
          ? List.of(new Finding("a.txt", 1, "", ModelRule.TEXT_IS_ONLY_TEXT, "an older node")) : findings;
    }

    @Override
    public Optional<String> deploy(ModelFolder folder) {
      deployed.add(folder);
      return Optional.of("deployment-" + deployed.size());
    }

    @Override
    public List<DeployedVersion> versions() {
      return List.of();
    }
  }

  /** One application of those that share the database. */
  final class Node implements AutoCloseable {

    final Releases releases;
    final ReleaseStart start;
    final ModelsThatRun models;
    final RunningModels.Reading<String> text;
    private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

    private Node(ModelFolder given, AtStart atStart) {
      RunningModels running = new RunningModels(given);
      text = running.reading(folder -> {
        String read = new String(folder.file("a.txt").orElseThrow().content(), StandardCharsets.UTF_8);
        if (read.equals("unreadable")) {
          throw new IllegalArgumentException("a.txt cannot be read");
        }
        return read;
      });
      application.registerBean(Clock.class, () -> clock);
      application.registerBean(JdbcClient.class, () -> jdbc);
      // not the node's to close: the next one uses it too
      application.getBeanFactory().registerSingleton("dataSource", dataSource);
      application.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
      application.registerBean(RunningModels.class, () -> running);
      application.registerBean(ModelEngine.class, WritingEngine::new);
      application.registerBean(ReleaseSettings.class,
          () -> new ReleaseSettings(Duration.ofSeconds(5), atStart, Duration.ofDays(7)));
      application.registerBean(OtherNodes.class, jdbc, Duration.ofMinutes(1));
      application.registerBean(BusinessCalendar.class, clock, ZoneOffset.UTC, "06:00");
      application.register(News.class, UserChanges.class, AuditTrail.class, FourEyes.class, SecondPerson.class,
          ReleaseRepository.class, ModelsThatRun.class, Releases.class, ReleaseStart.class);
      application.refresh();
      releases = application.getBean(Releases.class);
      start = application.getBean(ReleaseStart.class);
      models = application.getBean(ModelsThatRun.class);
      start.begin(given);
    }

    /** Proposes a folder of this text and has it approved. */
    Release deploy(String changed) {
      Release proposed = releases.propose(folder(changed), null, new Releases.Said(null, "a change"), "owner1");
      return releases.decide(proposed.number(), Releases.Verdict.APPROVED, null, "supervisor1");
    }

    @Override
    public void close() {
      application.close();
    }
  }

  @Override
  public void close() {
    try {
      closing.close();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
