package io.remit.sql;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a statement does to what is known of the database, as far as its text tells. Where it does not tell for sure,
 * more is taken to be changed than is.
 *
 * @param words all words of it in small letters, the names of the tables that it reads among them
 * @param written the tables that it writes
 * @param columns of a plain update the columns that it sets, and maybe more; empty where rows may come and go
 * @param deletes whether it deletes rows, and maybe rows of other tables with them
 * @param changesAll whether it may have changed anything
 * @param locks whether it waits for others and keeps them away
 */
record StatementText(Set<String> words, Set<String> written, Set<String> columns, boolean deletes, boolean changesAll,
    boolean locks) {

  private static final int MOST_KEPT = 5_000;
  private static final Map<String, StatementText> KEPT = new ConcurrentHashMap<>();

  /** One that begins with a comment is not looked into. */
  private static final Pattern VERB = Pattern.compile("^[\\s(]*([a-z]+)");
  private static final Pattern WORD = Pattern.compile("[a-z0-9_$]+");
  private static final Pattern WRITTEN = Pattern.compile("\\b(?:insert\\s+into|merge\\s+into|update|delete\\s+from)\\s+"
      + "(?:only\\s+)?(?:[\"\\w$]+\\s*\\.\\s*)*\"?([\\w$]+)");
  /** The columns that get values are among the words between; the last condition ends them. */
  private static final Pattern SET = Pattern.compile(
      "^\\s*update\\b.*?\\bset\\b(.*?)(?:\\bwhere\\b(?!.*\\bwhere\\b).*)?$", Pattern.DOTALL);
  private static final Pattern LOCK =
      Pattern.compile("\\bfor\\s+(?:no\\s+key\\s+)?(?:update|(?:key\\s+)?share)\\b|advisory|\\block\\b");
  private static final Set<String> READS = Set.of("select", "with", "values", "table", "explain", "show");
  private static final Set<String> WRITES = Set.of("insert", "update", "merge", "delete");

  static StatementText of(String sql) {
    StatementText known = KEPT.get(sql);
    if (known == null) {
      known = read(sql);
      if (KEPT.size() >= MOST_KEPT) {
        KEPT.clear();
      }
      KEPT.put(sql, known);
    }
    return known;
  }

  private static StatementText read(String sql) {
    String text = sql.toLowerCase(Locale.ROOT);
    Set<String> words = wordsOf(text);
    Matcher first = VERB.matcher(text);
    String verb = first.find() ? first.group(1) : "";
    Set<String> written = new HashSet<>();
    WRITTEN.matcher(text).results().forEach(found -> written.add(found.group(1)));
    boolean understood = READS.contains(verb) || WRITES.contains(verb) && !written.isEmpty();
    Matcher set = SET.matcher(text);
    return new StatementText(words, written, set.matches() ? wordsOf(set.group(1)) : Set.of(),
        words.contains("delete"), !understood || several(text), LOCK.matcher(text).find());
  }

  private static Set<String> wordsOf(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static boolean several(String text) {
    int end = text.indexOf(';');
    return end >= 0 && !text.substring(end + 1).isBlank();
  }

  boolean onlyReads() {
    return written.isEmpty() && !deletes && !changesAll && !locks;
  }
}
