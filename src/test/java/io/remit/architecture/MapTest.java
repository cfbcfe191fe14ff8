package io.remit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.ModelRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages lead somewhere: what they name is there, and so is what they link to. */
class MapTest {

  /** Read by a newcomer at one sitting, from what it is to where to read on. */
  private static final int LONGEST_README = 130;

  private static final Pattern NAME = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  /** Two humps at least, so that it can be nothing but a type. */
  private static final Pattern TYPE = Pattern.compile("([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)(?:[.#]([a-z]\\w+))?");
  private static final Pattern FILE =
      Pattern.compile("[\\w./-]*[\\w-]\\.(?:bpmn|dmn|form|csv|grammar|java|json|md|mjs|svg|txt|xml|yml)");

  private static final Pattern STEP = Pattern.compile("\\$\\{[a-z][a-zA-Z]*(?:\\.[a-zA-Z]+)?(?=[(}])");
  private static final Pattern MODEL_RULE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+){2,}\\b");

  private final SourceTree tree = new SourceTree();

  @Test
  void everyNameOnThePagesOfTheMapIsThere() {
    Stream<Path> pages = Stream.concat(SourceTree.pages().stream().filter(each -> each.startsWith("docs/decisions")),
        Stream.of("docs/architecture.md", "docs/changing.md", "docs/tour.md", "docs/where.md", "docs/words.md",
            "CONTRIBUTING.md").map(Path::of));

    List<String> missing = pages.flatMap(page -> names(page).filter(this::isMissing).map(name -> page + ": " + name))
        .toList();

    assertThat(missing).as("names on the pages that are nowhere").isEmpty();
  }

  @Test
  void everyRuleOfModelsThatContributorsAreToldOfIsOne() {
    assertThat(MODEL_RULE.matcher(SourceTree.text(Path.of("CONTRIBUTING.md"))).results().map(MatchResult::group))
        .hasSizeGreaterThan(20).isSubsetOf(Stream.of(ModelRule.values()).map(Enum::name).toList());
  }

  @Test
  void everyStepOfTheWalksIsCalledByAModel() {
    String models = tree.textOf(".bpmn");

    assertThat(STEP.matcher(SourceTree.text(Path.of("docs", "architecture.md"))).results().map(MatchResult::group))
        .hasSizeGreaterThan(8).filteredOn(step -> !models.contains(step)).as("steps that no model calls").isEmpty();
  }

  @Test
  void everyLinkLeadsToAFileAndAHeading() {
    List<String> dead = SourceTree.pages().stream()
        .flatMap(page -> links(page).filter(link -> !leadsSomewhere(page, link)).map(link -> page + ": " + link))
        .toList();

    assertThat(dead).as("links that lead nowhere").isEmpty();
  }

  @Test
  void everyPageIsFoundFromTheReadme() {
    Set<Path> linked = Stream.of("README.md", "docs/decisions/README.md").map(Path::of)
        .flatMap(page -> links(page).map(link -> target(page, link))).collect(Collectors.toSet());

    List<Path> pages = SourceTree.pages().stream().filter(each -> each.startsWith("docs")).toList();

    assertThat(linked).containsAll(pages);
    assertThat(SourceTree.text(Path.of("README.md")).lines()).hasSizeLessThan(LONGEST_README);
  }

  private boolean isMissing(String name) {
    var type = TYPE.matcher(name);
    if (type.matches()) {
      return !tree.hasType(type.group(1)) || type.group(2) != null && !tree.hasMethod(type.group(1), type.group(2));
    }
    return FILE.matcher(name).matches() && !tree.hasFile(name);
  }

  private static Stream<String> names(Path page) {
    return NAME.matcher(proseOf(page)).results().map(found -> found.group(1));
  }

  private static Stream<String> links(Path page) {
    return LINK.matcher(proseOf(page)).results().map(found -> found.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"));
  }

  private static boolean leadsSomewhere(Path page, String link) {
    Path target = target(page, link);
    if (!Files.exists(target)) {
      return false;
    }
    int anchor = link.indexOf('#');
    return anchor < 0 || headings(target).contains(link.substring(anchor + 1));
  }

  private static Path target(Path page, String link) {
    String file = link.replaceFirst("#.*", "");
    return file.isEmpty() ? page : page.resolveSibling(file).normalize();
  }

  /** As GitHub names them. */
  private static Set<String> headings(Path page) {
    return HEADING.matcher(proseOf(page)).results().map(found -> found.group(1).toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-')).collect(Collectors.toSet());
  }

  private static String proseOf(Path page) {
    return FENCED.matcher(SourceTree.text(page)).replaceAll("");
  }
}
