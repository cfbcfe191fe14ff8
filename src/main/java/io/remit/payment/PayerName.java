package io.remit.payment;

import io.remit.cases.NameWords;
import io.remit.statement.Payer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a bank's name of a payer and ours of a debtor may be the same person's. */
final class PayerName {

  private static final int MOST_WORDS = 8;

  private PayerName() {
  }

  /** Who paid, or for whom somebody did. */
  static boolean mayBe(Payer payer, String debtor) {
    return mayBe(payer.name(), debtor) || mayBe(payer.ultimateName(), debtor);
  }

  /** Whether a text has all of a name: somebody pays for this debtor, and says so. One word may be in it by chance. */
  static boolean isIn(String text, String debtor) {
    List<String> name = NameWords.of(debtor).all();
    if (text.isEmpty() || name.isEmpty()) {
      return false;
    }
    boolean ideographs = debtor.codePoints().anyMatch(Character::isIdeographic);
    return ideographs ? debtor.strip().length() > 1 && text.contains(debtor.strip())
        : name.size() > 1 && NameWords.of(text).all().containsAll(name);
  }

  /** Whether it is told who paid. */
  static boolean isTold(Payer payer) {
    return !NameWords.of(payer.name()).all().isEmpty() || !NameWords.of(payer.ultimateName()).all().isEmpty();
  }

  /**
   * Whether all words of the shorter name are in the longer one, whatever their order, case and accents; an initial is
   * in a name that begins with it. One word alone tells nothing of a longer name, and initials alone tell nothing.
   */
  static boolean mayBe(@Nullable String payer, String debtor) {
    List<String> one = NameWords.of(payer).all();
    List<String> other = NameWords.of(debtor).all();
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    if (String.join("", one).equals(String.join("", other))) {
      return true;
    }
    boolean firstIsShorter = one.size() <= other.size();
    List<String> shorter = firstIsShorter ? one : other;
    List<String> longer = new ArrayList<>(firstIsShorter ? other : one);
    boolean saysEnough = shorter.size() > 1 || longer.size() == 1;
    return saysEnough && allIn(longer, shorter);
  }

  private static boolean allIn(List<String> longer, List<String> shorter) {
    List<String> left = new ArrayList<>(longer);
    boolean aWholeWordAgrees = false;
    for (String word : shorter) {
      aWholeWordAgrees |= word.length() > 1 && left.contains(word);
    }
    List<String> initials = new ArrayList<>();
    for (String word : shorter) {
      if (!left.remove(word)) {
        initials.add(word);
      }
    }
    for (String word : initials) {
      String fitting = left.stream().filter(each -> isInitialOf(word, each)).findFirst().orElse(null);
      if (fitting == null) {
        return false;
      }
      left.remove(fitting);
    }
    return aWholeWordAgrees || initials.isEmpty();
  }

  private static boolean isInitialOf(String one, String other) {
    return (one.length() == 1 || other.length() == 1) && one.charAt(0) == other.charAt(0);
  }

  /**
   * The keys of names under which a payer may be known as a debtor: the name, and what is left of it without some of
   * its words, since banks tell second names, and both names of a couple.
   */
  static Set<String> keys(Payer payer) {
    Set<String> keys = new LinkedHashSet<>();
    addKeys(NameWords.of(payer.ultimateName()).all(), keys);
    addKeys(NameWords.of(payer.name()).all(), keys);
    return keys;
  }

  private static void addKeys(List<String> words, Set<String> keys) {
    if (words.isEmpty()) {
      return;
    }
    keys.add(new NameWords(words).key());
    List<String> some = words.subList(0, Math.min(words.size(), MOST_WORDS));
    for (int one = 0; one < some.size(); one++) {
      for (int other = one + 1; other < some.size(); other++) {
        keys.add(new NameWords(List.of(some.get(one), some.get(other))).key());
      }
    }
  }
}
