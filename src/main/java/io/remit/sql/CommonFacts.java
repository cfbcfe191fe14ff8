package io.remit.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction that works on many debtors in a row knows for sure, so that it asks once for what many ask, and
 * writes together what many write. {@link CommonWork} begins and ends it; while another transaction goes on inside,
 * there is none.
 *
 * <p>What the transaction changes it sees at once: {@link WatchedDataSource} tells of each of its statements. One that
 * writes a table ends the answers to all questions whose text has the table's name in it, whichever rows it wrote; only
 * a plain update leaves those that name none of its columns. What does not tell clearly what it does ends all.
 *
 * <p>Less ends only where the repository whose table it is says so of a statement of its own: that it is about one
 * debtor ({@link #writesOnlyTo}), about what nobody asks ({@link #writesUnasked}), or what the answer is now
 * ({@link Question#learn}).
 *
 * <p>Whether a case that is locked has rows in a table is asked of all together, the first time that it matters, and
 * holds until the transaction writes the table.
 *
 * <p>What others change meanwhile: answers are kept from the moment on at which all debtors and their open cases are
 * locked, and PostgreSQL lets nobody add a row that refers to one that is locked so. Each further statement that takes
 * a lock ends all answers, as who locks wants to see what was written before. What nobody locks, such as a rule for a
 * region, may be as old as the batch is.
 */
public final class CommonFacts {

  private static final Object KEY = CommonFacts.class;

  private final Map<Question<?, ?>, Map<Object, Object>> answers = new HashMap<>();
  private final Set<Question<?, ?>> askedOfAll = new HashSet<>();
  private final Set<String> debtors = new HashSet<>();
  private final Map<CollectedRows<?>, List<Object>> collected = new LinkedHashMap<>();
  private final Set<String> cases = new HashSet<>();
  private final Map<String, Having> having = new HashMap<>();
  private final BiFunction<String, Collection<String>, Set<String>> casesWithRowsIn;
  private final Map<Subject, Map<String, Long>> addedAt = new EnumMap<>(Subject.class);
  private final Map<String, String> debtorOfAdded = new HashMap<>();
  private final Map<String, Long> writtenAt = new HashMap<>();
  private long allWrittenAt;
  private long statements;
  private boolean writesCollected;
  /** What a statement may have changed of a question's answers, by their keys, or null for all; null if it told not. */
  private @Nullable Function<Question<?, ?>, @Nullable Set<String>> touched;

  /** @param casesWithRowsIn asks which of some cases a table has rows of */
  CommonFacts(BiFunction<String, Collection<String>, Set<String>> casesWithRowsIn) {
    this.casesWithRowsIn = casesWithRowsIn;
  }

  /**
   * Which of the cases that were locked a table had rows of.
   *
   * @param at after how many statements
   */
  private record Having(Set<String> asked, Set<String> cases, long at) {
  }

  static @Nullable CommonFacts current() {
    return (CommonFacts) TransactionSynchronizationManager.getResource(KEY);
  }

  void bind() {
    TransactionSynchronizationManager.bindResource(KEY, this);
  }

  static void unbind() {
    TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
  }

  /**
   * From now on answers are kept. To be called with all debtors that are worked on, when they and their open cases are
   * locked; without a batch it does nothing.
   */
  public static void begin(Collection<String> lockedDebtors, Collection<String> lockedCases) {
    CommonFacts facts = current();
    if (facts != null) {
      facts.forget();
      facts.askedOfAll.clear();
      facts.debtors.addAll(lockedDebtors);
      facts.cases.addAll(lockedCases);
      facts.having.clear();
    }
  }

  /** Whether the batch has the lock of a debtor and of the open cases, so that nobody needs to take it again. */
  public static boolean hasLocked(String debtorId) {
    CommonFacts facts = current();
    return facts != null && facts.debtors.contains(debtorId);
  }

  /** To be called before a debtor is added, whom no other transaction can see until this one ends. */
  public static void addsDebtor(String debtorId) {
    CommonFacts facts = current();
    if (facts != null) {
      facts.adds(Subject.DEBTOR, debtorId);
    }
  }

  /** To be called before a case is added, which no other transaction can see until this one ends. */
  public static void addsCase(String caseNumber, String debtorId) {
    CommonFacts facts = current();
    if (facts != null) {
      facts.adds(Subject.CASE, caseNumber);
      facts.debtorOfAdded.put(caseNumber, debtorId);
    }
  }

  /**
   * Writes rows that are about one debtor alone: what is known of each other debtor stays.
   *
   * @param write sends one statement
   */
  public static void writesOnlyTo(String debtorId, Runnable write) {
    touches(question -> question.isOf(Subject.DEBTOR) ? Set.of(debtorId) : null, write);
  }

  /**
   * Writes rows that are about one case of a debtor alone: what is known of each other case and debtor stays.
   *
   * @param write sends one statement
   */
  public static void writesOnlyTo(String caseNumber, String debtorId, Runnable write) {
    touches(question -> question.isOf(Subject.CASE) ? Set.of(caseNumber)
        : question.isOf(Subject.DEBTOR) ? Set.of(debtorId) : null, write);
  }

  /**
   * Writes rows that are about one case alone: what is known of each other case stays.
   *
   * @param write sends one statement
   */
  public static void writesOnlyToCase(String caseNumber, Runnable write) {
    touches(question -> question.isOf(Subject.CASE) ? Set.of(caseNumber) : null, write);
  }

  /**
   * Writes or deletes rows that no question is about, whatever its words: a column may be called as the table is, and
   * of who deletes it is else not known what goes with it.
   *
   * @param write sends one statement
   */
  public static void writesUnasked(Runnable write) {
    touches(question -> Set.of(), write);
  }

  private static void touches(Function<Question<?, ?>, @Nullable Set<String>> keys, Runnable write) {
    CommonFacts facts = current();
    if (facts == null) {
      write.run();
      return;
    }
    facts.touched = keys;
    try {
      write.run();
    } finally {
      facts.touched = null;
    }
  }

  private void adds(Subject subject, String id) {
    addedAt.computeIfAbsent(subject, kind -> new HashMap<>()).put(id, statements);
  }

  @Nullable String debtorOfAdded(String caseNumber) {
    return debtorOfAdded.get(caseNumber);
  }

  boolean hasNone(Subject subject, String id, Set<String> tables) {
    Long added = addedAt.getOrDefault(subject, Map.of()).get(id);
    if (added != null) {
      return tables.stream().allMatch(table -> isUnchangedSince(added, table));
    }
    return subject == Subject.CASE && cases.contains(id) && tables.stream().allMatch(table -> hasNoneIn(table, id));
  }

  private boolean isUnchangedSince(long statement, String table) {
    return allWrittenAt <= statement && writtenAt.getOrDefault(table, 0L) <= statement;
  }

  /** Asked of all once; after the table was written nothing is known of it any more. */
  private boolean hasNoneIn(String table, String caseNumber) {
    Having known = having.get(table);
    if (known == null) {
      Set<String> asked = Set.copyOf(cases);
      Set<String> with = casesWithRowsIn.apply(table, asked);
      known = new Having(asked, with, statements);
      having.put(table, known);
    }
    return known.asked().contains(caseNumber) && !known.cases().contains(caseNumber)
        && isUnchangedSince(known.at(), table);
  }

  <K, A> A answer(Question<K, A> question, K key) {
    if (debtors.isEmpty()) {
      return question.alone(key);
    }
    return known(question, key).orElseGet(() -> {
      // what was collected is written first, and ends the answers to this question too
      Map<K, A> loaded = question.answers(all(question, key));
      answers.computeIfAbsent(question, first -> new HashMap<>()).putAll(loaded);
      return Objects.requireNonNull(loaded.get(key), "each has an answer");
    });
  }

  <K, A> Optional<A> known(Question<K, A> question, K key) {
    @SuppressWarnings("unchecked")
    A answer = (A) answers.getOrDefault(question, Map.of()).get(key);
    return Optional.ofNullable(answer);
  }

  <K, A> void learn(Question<K, A> question, K key, A answer) {
    if (!debtors.isEmpty()) {
      answers.computeIfAbsent(question, first -> new HashMap<>()).put(key, answer);
    }
  }

  /** All debtors or cases the first time; after a change only the one that is asked about, as many never are. */
  @SuppressWarnings("unchecked")
  private <K> Collection<K> all(Question<K, ?> question, K key) {
    Set<String> locked = question.isOf(Subject.DEBTOR) ? debtors : question.isOf(Subject.CASE) ? cases : Set.of();
    return locked.contains(key) && askedOfAll.add(question) ? (Collection<K>) List.copyOf(locked) : List.of(key);
  }

  /** What will be written counts as written. */
  void collect(CollectedRows<?> rows, Object row) {
    statements++;
    writtenAt.put(rows.written(), statements);
    answers.entrySet().removeIf(each -> rows.changesAnswersTo(each.getKey())
        && endsAll(each.getKey(), each.getValue()));
    collected.computeIfAbsent(rows, first -> new ArrayList<>()).add(row);
  }

  /** Before a statement is sent. */
  void before(StatementText text) {
    if (!collected.isEmpty()) {
      boolean mayRefer = !text.written().isEmpty() && !writesCollected;
      List.copyOf(collected.keySet()).stream().filter(rows -> text.changesAll() || text.words().contains(rows.written())
          || mayRefer && rows.areReferredTo()).forEach(this::write);
    }
  }

  /** After a statement was sent. What was collected has counted as written since. */
  void after(StatementText text) {
    statements++;
    if (writesCollected) {
      return;
    }
    text.written().forEach(table -> writtenAt.put(table, statements));
    if (text.changesAll()) {
      allWrittenAt = statements;
    }
    if (text.changesAll() || text.locks() || text.deletes() && touched == null) {
      forget();
    } else if (!text.written().isEmpty()) {
      answers.entrySet().removeIf(each -> each.getKey().hearsOf(text) && endsAll(each.getKey(), each.getValue()));
    }
  }

  /** Ends what is known of the keys that were touched; whether all are, is answered. */
  private boolean endsAll(Question<?, ?> question, Map<Object, Object> known) {
    Set<String> keys = touched == null ? null : touched.apply(question);
    if (keys != null) {
      known.keySet().removeAll(keys);
    }
    return keys == null;
  }

  /** After statements of which nothing is known, or which were undone. */
  void afterAnything() {
    statements++;
    allWrittenAt = statements;
    addedAt.clear();
    debtorOfAdded.clear();
    debtors.clear();
    cases.clear();
    having.clear();
    collected.clear();
    forget();
  }

  /** Before another transaction, which may write anything, goes on inside. */
  void suspended() {
    forget();
    having.clear();
  }

  void forget() {
    answers.clear();
  }

  void writeAll() {
    List.copyOf(collected.keySet()).forEach(this::write);
  }

  private void write(CollectedRows<?> rows) {
    List<Object> pending = collected.remove(rows);
    if (pending != null) {
      List.copyOf(collected.keySet()).stream().filter(rows::referTo).forEach(this::write);
      boolean outer = writesCollected;
      writesCollected = true;
      try {
        rows.insert(pending);
      } finally {
        writesCollected = outer;
      }
    }
  }
}
