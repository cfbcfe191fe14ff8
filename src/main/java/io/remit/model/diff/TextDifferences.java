package io.remit.model.diff;

import io.remit.model.diff.Difference.Kind;
import io.remit.model.diff.Difference.What;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What differs between two texts, by sentence. */
final class TextDifferences {

  /** Behind a mark that ends a sentence, with the quotes and brackets that close with it. */
  private static final Pattern END =
      Pattern.compile("(?<=[.!?])\\s+|(?<=[.!?][\"'”’)])\\s+|(?<=[。！？])(?![”’」』）])|(?<=[。！？][”’」』）])");
  /** A sentence is the same, with other words, if at least this part of its words stayed. */
  private static final double ALIKE = 0.4;
  /** So many sentences further on the same one is looked for. */
  private static final int FARTHEST = 40;
  private static final Pattern WORDS = Pattern.compile("[\\s\\p{Punct}]+|(?<=\\p{IsHan})|(?=\\p{IsHan})");

  /**
   * A sentence that differs.
   *
   * @param before empty if it is new
   * @param after empty if it is gone
   * @param place of it in the new text, or of what stands there now, from 1
   */
  record Changed(String before, String after, int place) {
  }

  private TextDifferences() {
  }

  /** Compares two texts by sentence; a difference of nothing but spaces and line breaks is one too. */
  static List<Difference> between(String before, String after) {
    List<String> old = sentences(before);
    List<String> now = sentences(after);
    List<Difference> found = compare(old, now).stream().map(changed -> Difference
        .of(Kind.SENTENCE, changed.before().isEmpty() ? What.ADDED
            : changed.after().isEmpty() ? What.REMOVED : What.CHANGED, "", "")
        .where("sentence", String.valueOf(changed.place())).values(changed.before(), changed.after()))
        .collect(Collectors.toCollection(ArrayList::new));
    if (found.isEmpty() && !before.equals(after)) {
      found.add(Difference.of(Kind.FILE, What.CHANGED, "", "").detail("spaces"));
    }
    return found;
  }

  static List<String> sentences(String text) {
    return text.lines().flatMap(line -> Arrays.stream(END.split(line))).map(Details::oneLine)
        .filter(sentence -> !sentence.isEmpty()).toList();
  }

  /** Compares two lists of sentences or lines. */
  static List<Changed> compare(List<String> before, List<String> after) {
    List<Changed> changed = new ArrayList<>();
    int i = 0;
    int j = 0;
    List<Alignment.Pair> pairs = new ArrayList<>(Alignment.common(before, after));
    pairs.add(new Alignment.Pair(before.size(), after.size()));
    for (Alignment.Pair pair : pairs) {
      gap(before.subList(i, pair.before()), after.subList(j, pair.after()), j, changed);
      i = pair.before() + 1;
      j = pair.after() + 1;
    }
    return changed;
  }

  /** What stands between two sentences that stayed: like and like are one sentence that was changed. */
  private static void gap(List<String> before, List<String> after, int place, List<Changed> changed) {
    if (before.size() == 1 && after.size() == 1) {
      changed.add(new Changed(before.get(0), after.get(0), place + 1));
      return;
    }
    List<Set<String>> words = after.stream().map(TextDifferences::words).toList();
    int next = 0;
    for (int i = 0; i < before.size(); i++) {
      Set<String> old = words(before.get(i));
      int last = Math.min(after.size(), next + FARTHEST);
      int like = next;
      while (like < last && !areAlike(old, words.get(like))) {
        like++;
      }
      if (like == last) {
        changed.add(new Changed(before.get(i), "", place + next + 1));
      } else {
        for (; next < like; next++) {
          changed.add(new Changed("", after.get(next), place + next + 1));
        }
        changed.add(new Changed(before.get(i), after.get(next), place + next + 1));
        next++;
      }
    }
    for (; next < after.size(); next++) {
      changed.add(new Changed("", after.get(next), place + next + 1));
    }
  }

  private static boolean areAlike(Set<String> old, Set<String> now) {
    Set<String> both = new HashSet<>(old);
    both.retainAll(now);
    return both.size() >= ALIKE * Math.max(old.size(), now.size()) && !both.isEmpty();
  }

  private static Set<String> words(String sentence) {
    return WORDS.splitAsStream(sentence).filter(word -> !word.isBlank()).collect(Collectors.toSet());
  }
}
