package io.remit.release;

import static io.remit.release.ReleaseSettings.AtStart.FOLDER;
import static io.remit.release.ReleaseSettings.AtStart.KEEP;
import static io.remit.release.ReleaseWorld.folder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.remit.cases.InvalidInputException;
import io.remit.model.Finding;
import io.remit.model.ModelRule;
import io.remit.release.ReleaseWorld.Database;
import io.remit.release.ReleaseWorld.Node;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which models run at a start and on each node, and who may let others run. */
@Tag("long")
@ExtendWith(OutputCaptureExtension.class)
class ReleaseStartTest {

  @ParameterizedTest
  @EnumSource
  void aChangedFolderRunsAtTheNextStartAsLongAsNobodyDeployedAnother(Database database) {
    try (ReleaseWorld world = new ReleaseWorld(database)) {
      assertThat(text(world.start(folder("one"), KEEP))).isEqualTo("one");
      assertThat(text(world.start(folder("one"), KEEP))).isEqualTo("one");
      try (Node developed = world.start(folder("two"), KEEP)) {
        assertThat(developed.text.get()).isEqualTo("two");
        assertThat(developed.releases.running().number()).as("the same folder makes no release").isEqualTo(2);
        assertThat(developed.releases.running().proposedBy()).isEqualTo("system");
        assertThat(developed.releases.running().basedOn()).isEqualTo(1);
      }
      assertThat(text(world.start(folder("one"), KEEP))).as("and back").isEqualTo("one");
    }
  }

  private static String text(Node node) {
    try (node) {
      return node.text.get();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatPeopleDeployedIsKeptWhateverFolderANewRemitBrings(Database database, CapturedOutput log) {
    try (ReleaseWorld world = new ReleaseWorld(database)) {
      try (Node first = world.start(folder("one"), KEEP)) {
        assertThat(first.deploy("by people").number()).isEqualTo(2);
      }
      try (Node upgraded = world.start(folder("of the new Remit"), KEEP)) {
        assertThat(upgraded.text.get()).isEqualTo("by people");
        assertThat(upgraded.start.differing()).containsExactly("a.txt");
        assertThat(log).contains("Release 2 of the models runs, which owner1 proposed and supervisor1 approved",
            "another in 1 files: a.txt");
      }
      try (Node told = world.start(folder("of the new Remit"), FOLDER)) {
        assertThat(told.text.get()).isEqualTo("of the new Remit");
        assertThat(told.releases.running().number()).isEqualTo(3);
        assertThat(told.releases.find(2).orElseThrow().status()).isEqualTo(ReleaseStatus.REPLACED);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyNodeTakesARelease(Database database, CapturedOutput log) {
    try (ReleaseWorld world = new ReleaseWorld(database); Node one = world.start(folder("one"), KEEP);
        Node other = world.start(folder("one"), KEEP)) {
      one.deploy("two");
      assertThat(other.text.get()).isEqualTo("one");
      other.models.follow();
      assertThat(other.text.get()).isEqualTo("two");

      one.deploy("three");
      world.findings = List.of(new Finding("a.txt", 1, "", ModelRule.TEXT_IS_ONLY_TEXT, "an older node"));
      other.models.follow();
      other.models.follow();
      assertThat(other.text.get()).as("what it cannot run").isEqualTo("two");
      assertThat(other.models.notReadable()).isEqualTo(3);
      assertThat(log.getOut().split("goes on with the texts of release 2", -1)).as("told once").hasSize(2);
      world.findings = List.of();
      other.models.follow();
      assertThat(other.text.get()).isEqualTo("three");
      assertThat(other.models.notReadable()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOlderNodeThatComesUpAgainBesideANewerOneTakesNothingBack(Database database, CapturedOutput log) {
    try (ReleaseWorld world = new ReleaseWorld(database); Node newer = newerBesideOlder(world)) {
      world.otherNodesRun(true);
      try (Node older = world.start(folder("one"), KEEP)) {
        assertThat(older.text.get()).isEqualTo("two");
        assertThat(older.start.differing()).containsExactly("a.txt");
        assertThat(log).contains("Release 2 of the models runs, with which another node was started.");
      }
      assertThat(newer.releases.running().number()).isEqualTo(2);
      assertThat(world.deployed.get(world.deployed.size() - 1)).isEqualTo(folder("two"));

      assertThat(text(world.start(folder("three"), KEEP))).as("what never ran is newer").isEqualTo("three");
      assertThat(text(world.start(folder("one"), FOLDER))).as("when it is told to").isEqualTo("one");
      world.otherNodesRun(false);
      assertThat(text(world.start(folder("two"), KEEP))).as("alone it is a developer's").isEqualTo("two");
    }
  }

  private static Node newerBesideOlder(ReleaseWorld world) {
    assertThat(text(world.start(folder("one"), KEEP))).isEqualTo("one");
    return world.start(folder("two"), KEEP);
  }

  @ParameterizedTest
  @EnumSource
  void anOlderNodeThatCannotReadWhatRunsComesUpWithItsOwnTexts(Database database, CapturedOutput log) {
    try (ReleaseWorld world = new ReleaseWorld(database); Node newer = newerBesideOlder(world)) {
      world.otherNodesRun(true);
      world.unreadableHere = folder("two");
      try (Node older = world.start(folder("one"), KEEP)) {
        assertThat(older.text.get()).isEqualTo("one");
        older.models.follow();
        assertThat(older.models.notReadable()).isEqualTo(2);
        assertThat(log).contains("goes on with the texts of release 1");
        assertThat(newer.releases.running().number()).isEqualTo(2);
      }
      assertThat(world.deployed.get(world.deployed.size() - 1)).isEqualTo(folder("two"));
      world.otherNodesRun(false);
      assertThatThrownBy(() -> world.start(folder("two"), KEEP)).isInstanceOf(ModelsNotRunnableException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneStepGoesBackWithinTheDaysAndOnlyOnce(Database database) {
    try (ReleaseWorld world = new ReleaseWorld(database); Node node = world.start(folder("one"), KEEP)) {
      node.deploy("two");
      node.deploy("three");
      assertThatThrownBy(() -> node.releases.rollBack(1, "two steps", "owner1")).isInstanceOf(ReleaseOvertaken.class);
      assertThatThrownBy(() -> node.releases.rollBack(2, " ", "owner1")).isInstanceOf(InvalidInputException.class);
      world.clock.move(Duration.ofDays(7).plusSeconds(1));
      assertThatThrownBy(() -> node.releases.rollBack(2, "too late", "owner1")).isInstanceOf(ReleaseOvertaken.class)
          .hasMessageContaining("more than 7 days");
      assertThat(node.text.get()).isEqualTo("three");

      node.deploy("four");
      world.clock.move(Duration.ofDays(7));
      Release again = node.releases.rollBack(3, "as it was", "owner1");
      assertThat(node.text.get()).isEqualTo("three");
      assertThat(again.restores()).isEqualTo(3);
      assertThat(world.deployed.get(world.deployed.size() - 1)).isEqualTo(folder("three"));
      assertThatThrownBy(() -> node.releases.rollBack(4, "forth", "owner1")).isInstanceOf(ReleaseOvertaken.class);
      assertThatThrownBy(() -> node.releases.rollBack(3, "again", "owner1")).isInstanceOf(ReleaseOvertaken.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsTheirOwnSecondPersonInAnySpelling(Database database) {
    try (ReleaseWorld world = new ReleaseWorld(database); Node node = world.start(folder("one"), KEEP)) {
      Release proposed = node.releases.propose(folder("two"), null, new Releases.Said(null, "mine"), "owner1");
      for (String spelling : List.of("owner1", "OWNER1", "Owner1")) {
        for (Releases.Verdict verdict : Releases.Verdict.values()) {
          assertThatThrownBy(() -> node.releases.decide(proposed.number(), verdict, "mine", spelling))
              .isInstanceOf(InvalidInputException.class).hasMessageContaining("is for another person");
        }
      }
      assertThat(node.text.get()).isEqualTo("one");
      assertThat(node.releases.find(proposed.number()).orElseThrow().status()).isEqualTo(ReleaseStatus.PROPOSED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotAsItWasStoredDoesNotRun(Database database) {
    try (ReleaseWorld world = new ReleaseWorld(database); Node node = world.start(folder("one"), KEEP)) {
      Release proposed = node.releases.propose(folder("two"), null, new Releases.Said(null, "a change"), "owner1");
      world.jdbc.sql("update model_content set content = :content where sha256 in "
              + "(select sha256 from model_release_file where release_number = :release and file_name = 'a.txt')")
          .param("content", "smuggled in".getBytes(StandardCharsets.UTF_8))
          .param("release", proposed.number()).update();

      assertThatThrownBy(() -> node.releases.decide(proposed.number(), Releases.Verdict.APPROVED, null, "supervisor1"))
          .isInstanceOf(IllegalStateException.class).hasMessageContaining("are not what was stored");
      assertThat(node.text.get()).isEqualTo("one");
      assertThat(node.releases.running().number()).isEqualTo(1);
      assertThat(world.jdbc.sql("select count(*) from model_content").query(Long.class).single())
          .as("what two releases have is stored once").isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeReadIsRefusedBeforeItIsStored(Database database) {
    try (ReleaseWorld world = new ReleaseWorld(database); Node node = world.start(folder("one"), KEEP)) {
      assertThatThrownBy(
          () -> node.releases.propose(folder("unreadable"), null, new Releases.Said(null, "a change"), "owner1"))
          .isInstanceOfSatisfying(ReleaseRefused.class, refused -> assertThat(refused.findings())
              .extracting(ReleaseFinding::detail).containsExactly("a.txt cannot be read"));
      assertThat(node.text.get()).isEqualTo("one");
      assertThat(node.releases.find(2)).isEmpty();
    }
  }
}
