package io.remit.sql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that a repository asks the database. With {@link CommonFacts} it is asked once: of all debtors together
 * where it is about a debtor, of all locked cases
 * where it is about a case, and the answers hold until the transaction writes what the text names, or takes a lock.
 * Without, it is asked each time. The text names tables, and no views.
 *
 * @param <K> what is asked about; {@code equals} tells the same again
 * @param <A> an answer, which nobody changes
 */
public final class Question<K, A> {

  private final @Nullable Subject subject;
  private final Set<String> words;
  private final boolean namesItsColumns;
  private final Supplier<A> none;
  private final Function<Collection<K>, Map<K, A>> load;

  private Question(@Nullable Subject subject, String sql, Supplier<A> none,
      Function<Collection<K>, Map<K, A>> load) {
    this.subject = subject;
    this.words = StatementText.of(sql).words();
    this.namesItsColumns = !sql.contains("*");
    this.none = none;
    this.load = load;
  }

  /**
   * One about debtors.
   *
   * @param sql the text that is asked with
   * @param none the answer where there is nothing
   * @param load asks for all of some debtors with one statement; those without anything may be left out
   */
  public static <A> Question<String, A> ofDebtors(String sql, A none,
      Function<Collection<String>, Map<String, A>> load) {
    return new Question<>(Subject.DEBTOR, sql, () -> none, load);
  }

  /**
   * One about cases.
   *
   * @param sql the text that is asked with
   * @param none the answer where there is nothing
   * @param load asks for all of some cases with one statement; those without anything may be left out
   */
  public static <A> Question<String, A> ofCases(String sql, A none,
      Function<Collection<String>, Map<String, A>> load) {
    return new Question<>(Subject.CASE, sql, () -> none, load);
  }

  /**
   * One that is asked about one thing at a time.
   *
   * @param sql the text that is asked with
   */
  public static <K, A> Question<K, A> of(String sql, Function<K, A> load) {
    Supplier<A> none = () -> {
      throw new IllegalStateException("each is asked for by itself");
    };
    return new Question<>(null, sql, none, keys -> keys.stream().collect(Collectors.toMap(Function.identity(), load)));
  }

  /** The answer. */
  public A about(K key) {
    CommonFacts facts = CommonFacts.current();
    return facts == null ? alone(key) : facts.answer(this, key);
  }

  /** The answer, if the transaction knows it without asking. */
  public Optional<A> known(K key) {
    CommonFacts facts = CommonFacts.current();
    return facts == null ? Optional.empty() : facts.known(this, key);
  }

  /**
   * To be called behind the statement by which the transaction wrote what is asked about.
   *
   * @param answer what the database would answer now
   */
  public void learn(K key, A answer) {
    CommonFacts facts = CommonFacts.current();
    if (facts != null) {
      facts.learn(this, key, answer);
    }
  }

  A alone(K key) {
    return Objects.requireNonNull(answers(List.of(key)).get(key), "each has an answer");
  }

  /** An answer for each. */
  Map<K, A> answers(Collection<K> keys) {
    Map<K, A> answers = new HashMap<>(load.apply(keys));
    keys.forEach(key -> answers.computeIfAbsent(key, without -> none.get()));
    return answers;
  }

  boolean isOf(Subject kind) {
    return subject == kind;
  }

  /** Whether its answers may be others after a statement. */
  boolean hearsOf(StatementText text) {
    return text.written().stream().anyMatch(words::contains)
        && (text.columns().isEmpty() || !namesItsColumns || text.columns().stream().anyMatch(words::contains));
  }

  boolean speaksOf(String table) {
    return words.contains(table);
  }
}
