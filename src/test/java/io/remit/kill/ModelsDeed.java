package io.remit.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.faults.FaultSite;
import io.remit.faults.FaultSite.Answer;
import io.remit.faults.Home;
import io.remit.kill.KillPoint.Work;
import io.remit.release.migration.MigrationDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A release of the models is deployed, and the open cases follow it by themselves. */
final class ModelsDeed implements Deed {

  private static final String MODEL = "collection-case.bpmn";
  private static final Pattern VERSION = Pattern.compile("versionTag=\"(\\d+\\.\\d+)\\.\\d+\"");
  /** So many that they are moved in more than one batch. */
  private static final int CASES = 9;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final FaultSite site;
  private final Work work;
  private final String name;
  private final int number;
  private String version;
  private int release;
  private CompletableFuture<Answer> asked;

  /**
   * @param name of its debtors, which begin so
   * @param number no two have the same
   */
  ModelsDeed(FaultSite site, Work work, String name, int number) {
    this.site = site;
    this.work = work;
    this.name = name;
    this.number = number;
  }

  @Override
  public void prepare() {
    assertThat(site.send("arrears", "text/csv", Home.HEADER + "\n" + IntStream.range(0, CASES)
        .mapToObj(each -> Home.LONDON.row(name + each, "100.00", site.today().minusDays(3), number * 1000 + 800 + each))
        .collect(Collectors.joining("\n")) + "\n").body()).contains("\"opened\":" + CASES);
    Answer proposed = site.post("owner1", "/api/models/releases?comment=a+patch&file=" + MODEL,
        "application/octet-stream", patched());
    assertThat(proposed.status()).as("%s", proposed).isEqualTo(201);
    release = numberIn(proposed.body());
  }

  private String patched() {
    try {
      String model = Files.readString(Path.of("bpmn", MODEL));
      Matcher tag = VERSION.matcher(model);
      assertThat(tag.find()).isTrue();
      version = tag.group(1) + "." + (1000 + number);
      return tag.replaceFirst("versionTag=\"" + version + "\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int numberIn(String release) {
    try {
      return new ObjectMapper().readTree(release).path("number").asInt();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer approve(String node) {
    return site.post(node, "supervisor1", "/api/models/releases/" + release + "/decision", "application/json",
        "{\"decision\": \"APPROVED\"}");
  }

  /** Of the moves another node has the work. */
  @Override
  public void begin(String node) {
    if (work == Work.RELEASE) {
      asked = CompletableFuture.supplyAsync(() -> approve(node));
    } else {
      assertThat(approve(site.server()).status()).isEqualTo(200);
    }
  }

  /**
   * Whoever has no answer asks again. If it ran already, another node hears of it by itself. Time goes on meanwhile: a
   * case on whose job the dead node was at work waits until that is free.
   */
  @Override
  public void repeat() {
    if (asked != null) {
      assertThat(asked).as("nobody was told").failsWithin(Duration.ofSeconds(20));
    }
    assertThat(approve(site.server()).status()).isIn(200, 409);
    MigrationDesk desk = new MigrationDesk(site.application());
    await().atMost(PATIENCE).until(() -> {
      site.jumpTo(site.now().plusSeconds(1));
      desk.work();
      return site.count("model_migration where finished_at is null") == 0 && leftBehind() == 0;
    });
  }

  @Override
  public void check() {
    assertThat(site.count("model_release where status = 'RUNNING'")).isEqualTo(1);
    assertThat(site.count("running_release r join model_release m on m.release_number = r.release_number"
        + " where m.status = 'RUNNING' and m.release_number = " + release)).isEqualTo(1);
    assertThat(site.count("act_re_procdef where key_ = 'collection-case' and version_tag_ = '" + version + "'"))
        .as("deployed once").isEqualTo(1);
    assertThat(leftBehind()).isZero();
    assertThat(site.count("(select case_number, text, data from case_event where type = 'MIGRATED'"
        + " group by case_number, text, data having count(*) > 1) twice")).isZero();
    assertThat(site.count("case_event e join collection_case c on c.case_number = e.case_number"
        + " where e.type = 'MIGRATED' and e.text like '%version " + version + " %' and c.debtor_id like '" + name
        + "%'")).isEqualTo(CASES);
  }

  private int leftBehind() {
    return site.count("""
        act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
         where d.key_ = 'collection-case' and d.version_tag_ <> '%s' and e.parent_id_ is null
        """.formatted(version));
  }
}
