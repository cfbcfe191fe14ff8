package io.remit.division;

import io.remit.division.DebtorWork.CaseWork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Divides cases among collectors. The same input gives the same answer, in whatever order it comes.
 *
 * <p>One collector works all cases of a debtor. Whoever works a case keeps it while not away. What is left
 * goes, the most work first, to the collector who suits and then has the smallest share of the capacity taken: so of
 * two who suit the same cases, neither is ahead of the other by more than one debtor's work. Where nobody suits, what
 * is with somebody who is there stays there, and the rest is with nobody. About whom the debtor complained works none
 * of the cases.
 */
final class Division {

  private static final Comparator<DebtorWork> MOST_WORK_FIRST =
      Comparator.comparingLong(DebtorWork::minutes).reversed().thenComparing(DebtorWork::debtorId);

  private final Map<String, Desk> desks = new LinkedHashMap<>();
  /** Many debtors ask for the same. */
  private final Map<Demand, List<Desk>> suitable = new HashMap<>();
  private final List<Move> moves = new ArrayList<>();

  private Division(Collection<AvailableCollector> given) {
    given.stream().filter(available -> available.collector().weeklyMinutes() > 0)
        .sorted(Comparator.comparing(AvailableCollector::userId))
        .forEach(available -> desks.put(available.userId(), new Desk(available)));
  }

  /** A collector, and what lies on the desk by now. */
  private static final class Desk {

    private final Collector collector;
    private final long capacity;
    private long minutes;

    Desk(AvailableCollector available) {
      this.collector = available.collector();
      this.capacity = collector.weeklyMinutes();
      this.minutes = available.minutes();
    }

    boolean suits(Demand demand) {
      return collector.lacks(demand).isEmpty();
    }

    /** Whether a smaller share of the capacity would be taken than of another's if so much was put on it. */
    boolean isFreerThan(Desk other, long more) {
      return (minutes + more) * other.capacity < (other.minutes + more) * capacity;
    }
  }

  /**
   * Who is to work what.
   *
   * @param there the collectors who are there
   * @return every case, by its number; also those that stay where they are
   */
  static List<Move> divide(Collection<DebtorWork> debtors, Collection<AvailableCollector> there) {
    Division division = new Division(there);
    List<DebtorWork> open = new ArrayList<>();
    for (DebtorWork debtor : debtors) {
      Optional<String> holder = division.holderOf(debtor);
      if (holder.isPresent()) {
        division.giveAll(debtor, holder.get(), holder.get() + " works the debtor's other case");
      } else {
        open.add(debtor);
      }
    }
    open.sort(MOST_WORK_FIRST);
    open.forEach(division::place);
    division.moves.sort(Comparator.comparing(Move::caseNumber));
    return division.moves;
  }

  /** Who works most for the debtor already, and suits those of the cases that are with others or nobody. */
  private Optional<String> holderOf(DebtorWork debtor) {
    if (debtor.cases().stream().noneMatch(work -> isThere(work.collector()))) {
      return Optional.empty();
    }
    Map<String, Long> held = debtor.cases().stream().filter(work -> isThere(work.collector()))
        .collect(Collectors.groupingBy(CaseWork::collector, Collectors.summingLong(CaseWork::minutes)));
    return held.keySet().stream()
        .sorted(Comparator.<String, Long>comparing(held::get).reversed().thenComparing(Function.identity()))
        .filter(holder -> !debtor.barred().contains(holder))
        .filter(holder -> debtor.cases().stream().filter(work -> !holder.equals(work.collector()))
            .allMatch(work -> Objects.requireNonNull(desks.get(holder)).suits(work.demand())))
        .findFirst();
  }

  private boolean isThere(@Nullable String userId) {
    return userId != null && desks.containsKey(userId);
  }

  private void place(DebtorWork debtor) {
    Demand demand = debtor.cases().stream().map(CaseWork::demand).reduce(Demand.NOTHING, Demand::and);
    List<Desk> able = suitable.computeIfAbsent(demand, asked ->
        desks.values().stream().filter(desk -> desk.suits(asked)).toList());
    List<Desk> welcome = debtor.barred().isEmpty() ? able
        : able.stream().filter(desk -> !debtor.barred().contains(desk.collector.userId())).toList();
    if (!welcome.isEmpty()) {
      giveAll(debtor, freest(welcome, debtor.minutes()),
          "has the smallest load of the " + welcome.size() + " who suit");
    } else {
      leave(debtor, able.isEmpty() ? "nobody suits: " + lacking(demand) : "the debtor complained about who suits");
    }
  }

  /** The first by the user id of those with the smallest share of their capacity taken. */
  private static String freest(List<Desk> able, long more) {
    Desk freest = able.get(0);
    for (Desk desk : able) {
      if (desk.isFreerThan(freest, more)) {
        freest = desk;
      }
    }
    return freest.collector.userId();
  }

  private String lacking(Demand demand) {
    if (desks.isEmpty()) {
      return "no collector is there";
    }
    return desks.values().stream().map(desk -> desk.collector.lacks(demand)).flatMap(Optional::stream)
        .collect(Collectors.toCollection(TreeSet::new)).stream().map(lack -> lack + " is missing")
        .collect(Collectors.joining(", "));
  }

  private void giveAll(DebtorWork debtor, String to, String why) {
    debtor.cases().forEach(work -> move(debtor, work, to, Objects.equals(work.collector(), to) ? "stays" : why));
  }

  private void leave(DebtorWork debtor, String why) {
    debtor.cases().forEach(work -> move(debtor, work,
        isThere(work.collector()) && !debtor.barred().contains(work.collector()) ? work.collector() : null, why));
  }

  private void move(DebtorWork debtor, CaseWork work, @Nullable String to, String why) {
    if (to != null) {
      Objects.requireNonNull(desks.get(to)).minutes += work.minutes();
    }
    moves.add(new Move(work.caseNumber(), debtor.debtorId(), work.collector(), to, work.minutes(), why));
  }
}
