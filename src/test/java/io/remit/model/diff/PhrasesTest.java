package io.remit.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.diff.Difference.Kind;
import io.remit.model.diff.Difference.What;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is said of differences in English is said in Chinese. */
class PhrasesTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

  private final Phrases english = Phrases.of(Language.ENGLISH);
  private final Phrases chinese = Phrases.of(Language.CHINESE);

  @Test
  void bothHaveTheSamePhrasesWithTheSamePlaces() {
    assertThat(chinese.all().stringPropertyNames()).isEqualTo(english.all().stringPropertyNames());
    for (String key : english.all().stringPropertyNames()) {
      assertThat(places(chinese.say(key))).as(key).isEqualTo(places(english.say(key)));
    }
  }

  private static Set<String> places(String phrase) {
    return PLACE.matcher(phrase).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void chineseIsChinese() {
    for (String key : chinese.all().stringPropertyNames()) {
      String words = PLACE.matcher(chinese.say(key)).replaceAll("");
      if (Pattern.compile("[a-zA-Z]").matcher(words).find()) {
        assertThat(words).as(key).containsPattern("\\p{IsHan}");
      }
      if (PLACE.matcher(english.say(key)).replaceAll("").matches(".*[a-z]{3}.*")) {
        assertThat(chinese.say(key)).as(key).isNotEqualTo(english.say(key));
      }
    }
  }

  @Test
  void placesOfWhatIsFilledInAreNotFilledAgain() {
    Difference difference = Difference.of(Kind.ELEMENT, What.RENAMED, "{after}", "{name}")
        .values("{after}", "{before}");

    assertThat(new DifferenceWords(Language.ENGLISH).sentence(difference))
        .isEqualTo("The element '{after}' ({after}) is now called '{before}'");
  }
}
