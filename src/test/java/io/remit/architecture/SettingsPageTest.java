package io.remit.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/settings.md} has each setting that there is, and no other. */
class SettingsPageTest {

  private static final Pattern READ = Pattern.compile("\\$\\{(remit\\.[a-z.-]+)");
  private static final Pattern GROUP = Pattern.compile("@ConfigurationProperties\\(\"(remit\\.[a-z.-]+)\"\\)");
  private static final Pattern NAME = Pattern.compile("`([a-z][a-z.-]*(?:\\.\\*)?)`");

  private final SourceTree tree = new SourceTree();
  private final Set<String> read = tree.inMain(READ);
  private final Set<String> groups = tree.inMain(GROUP);
  private final Set<String> onThePage = namesOnThePage();

  @Test
  void eachSettingThatIsReadIsOnThePage() {
    assertThat(read).hasSizeGreaterThan(30)
        .allSatisfy(setting -> assertThat(isOnThePage(setting)).as(setting).isTrue());
    assertThat(groups).isNotEmpty().allSatisfy(group -> assertThat(isOnThePage(group + ".any")
        || onThePage.stream().anyMatch(name -> name.startsWith(group + "."))).as(group).isTrue());
  }

  @Test
  void eachSettingOfThePageIsRead() {
    assertThat(onThePage).hasSizeGreaterThan(30).filteredOn(name -> !name.endsWith("*")).allSatisfy(name ->
        assertThat(read.contains(name) || groups.contains(name.substring(0, name.lastIndexOf('.')))
            || name.equals("remit.references")).as(name).isTrue());
  }

  private boolean isOnThePage(String setting) {
    return onThePage.contains(setting) || onThePage.stream().filter(name -> name.endsWith(".*"))
        .anyMatch(name -> setting.startsWith(name.substring(0, name.length() - 1)));
  }

  /** One that does not begin with {@code remit} stands beside the one before it. */
  static Set<String> namesOnThePage() {
    return SourceTree.text(Path.of("docs", "settings.md")).lines().filter(line -> line.startsWith("| `remit."))
        .flatMap(line -> {
          Set<String> names = new TreeSet<>();
          String before = "";
          for (var found = NAME.matcher(line.split("\\|")[1]); found.find(); ) {
            String name = found.group(1);
            before = name.startsWith("remit.") ? name : before.substring(0, before.lastIndexOf('.') + 1) + name;
            names.add(before);
          }
          return names.stream();
        }).collect(toCollection(TreeSet::new));
  }
}
