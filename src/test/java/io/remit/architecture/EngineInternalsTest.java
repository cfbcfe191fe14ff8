package io.remit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What of the engine is no public interface and is used all the same is listed: it is what a move to a fork takes. */
class EngineInternalsTest {

  private static final Path RECORD = Path.of("docs", "decisions", "12-engine-internals-and-a-fork.md");
  private static final Pattern INTERNAL = Pattern.compile("(?m)^import (?:static )?org\\.camunda\\.[a-z.]*\\bimpl\\b");
  private static final Pattern TABLE = Pattern.compile("(?i)\\bact_(?:ge|hi|id|re|ru)_[a-z_]+");

  private final SourceTree tree = new SourceTree();
  private final String record = SourceTree.text(RECORD);

  @Test
  void everyClassThatUsesAnInternalIsListed() {
    List<String> users = tree.mainTypesWith(INTERNAL);

    assertThat(users).hasSizeGreaterThan(20).filteredOn(type -> !isListed(type)).as("not in " + RECORD).isEmpty();
  }

  @Test
  void everyClassThatReadsTheEnginesTablesIsListed() {
    List<String> readers = tree.mainTypesWith(TABLE);

    assertThat(readers).contains("WaitingCheck").filteredOn(type -> !isListed(type)).as("not in " + RECORD).isEmpty();
  }

  private boolean isListed(String type) {
    return record.contains("`" + type + "`");
  }
}
