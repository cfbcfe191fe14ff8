package io.remit.division;

import io.remit.division.WorkRepository.Load;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do: the cases that change hands, those that nobody can work, and what it comes to for each
 * collector.
 *
 * @param moves by the numbers of the cases
 */
record DivisionPlan(List<Share> shares, List<Move> moves) {

  /**
   * Sums up a division.
   *
   * @param before what each collector has to do before it, by user id
   */
  static DivisionPlan of(List<Move> divided, Map<String, Load> before, Collection<Collector> known) {
    Map<String, Load> after = new HashMap<>(before);
    divided.stream().filter(Move::changes).forEach(move -> {
      change(after, move.from(), -1, -move.minutes());
      change(after, move.to(), 1, move.minutes());
    });
    Map<String, Collector> collectors =
        known.stream().collect(Collectors.toMap(Collector::userId, Function.identity()));
    Set<String> all = new TreeSet<>(collectors.keySet());
    all.addAll(after.keySet());
    List<Share> shares = all.stream().map(user -> {
      Load then = before.getOrDefault(user, Load.NONE);
      Load now = after.getOrDefault(user, Load.NONE);
      int capacity = collectors.containsKey(user) ? collectors.get(user).weeklyMinutes() : 0;
      return new Share(user, capacity, then.cases(), then.minutes(), now.cases(), now.minutes());
    }).toList();
    return new DivisionPlan(shares, divided.stream().filter(move -> move.changes() || move.isForNobody()).toList());
  }

  /** Whether another plan moves the same cases between the same collectors. */
  boolean sameMovesAs(List<Move> others) {
    List<Move> mine = changing(moves);
    List<Move> theirs = changing(others);
    if (mine.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < mine.size(); i++) {
      if (!mine.get(i).sameAs(theirs.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<Move> changing(List<Move> moves) {
    return moves.stream().filter(Move::changes).toList();
  }

  private static void change(Map<String, Load> loads, @Nullable String user, int cases, int minutes) {
    if (user != null) {
      loads.merge(user, new Load(cases, minutes), (one, other) ->
          new Load(one.cases() + other.cases(), one.minutes() + other.minutes()));
    }
  }
}
