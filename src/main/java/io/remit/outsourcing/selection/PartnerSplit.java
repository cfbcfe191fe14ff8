package io.remit.outsourcing.selection;

import io.remit.files.Sha256;
import io.remit.partner.Nearness;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Divides cases among partners.
 *
 * <ul>
 *   <li>All cases of a debtor go to one partner. Who has some of them gets the others too, or nobody does.
 *   <li>The lowest priority goes first, of these the nearest, as far as they have room for all cases of the debtor.
 *   <li>Those that are equal divide the debtors by their shares, champion and challengers. Which debtor goes to whom is
 *       drawn by a hash of both ids (weighted rendezvous hashing): a debtor falls the same way each time, and when one
 *       partner comes or goes only debtors of its own go another way.
 *   <li>No partner gets more than it has room for. In which order the cases are given makes no difference.
 * </ul>
 */
public final class PartnerSplit {

  private static final int DIGITS_OF_A_LONG = 16;

  private final Map<String, Integer> room;
  private final Map<String, String> partnersOfDebtors;

  /**
   * Prepares to divide cases.
   *
   * @param room how many more cases each partner may get; one that is not named gets none
   * @param partnersOfDebtors who has other cases of a debtor, by the debtor's id
   */
  public PartnerSplit(Map<String, Integer> room, Map<String, String> partnersOfDebtors) {
    this.room = new HashMap<>(room);
    this.partnersOfDebtors = Map.copyOf(partnersOfDebtors);
  }

  /** A choice for each case, in the order of their numbers. */
  public List<Choice> divide(List<PlaceableCase> cases) {
    Map<String, List<PlaceableCase>> byDebtor = new TreeMap<>(
        Comparator.comparingLong(PartnerSplit::number).thenComparing(Comparator.naturalOrder()));
    cases.stream().sorted(Comparator.comparing(PlaceableCase::caseNumber))
        .forEach(each -> byDebtor.computeIfAbsent(each.debtorId(), debtor -> new ArrayList<>()).add(each));
    List<Choice> choices = new ArrayList<>();
    byDebtor.forEach((debtorId, its) -> {
      Chosen chosen = choose(debtorId, its);
      if (chosen.partnerId() != null) {
        room.merge(chosen.partnerId(), -its.size(), Integer::sum);
      }
      its.forEach(each -> choices.add(new Choice(each.caseNumber(), chosen.partnerId(), chosen.why())));
    });
    choices.sort(Comparator.comparing(Choice::caseNumber));
    return choices;
  }

  private record Chosen(@Nullable String partnerId, String why) {
  }

  private Chosen choose(String debtorId, List<PlaceableCase> its) {
    String holder = partnersOfDebtors.get(debtorId);
    if (holder != null) {
      return withHolder(holder, its);
    }
    List<Candidate> candidates = forAll(its);
    if (candidates.isEmpty()) {
      return new Chosen(null, "no partner is for all cases of the debtor");
    }
    List<Candidate> withRoom = candidates.stream().filter(each -> hasRoom(each.partnerId(), its.size())).toList();
    if (withRoom.isEmpty()) {
      return new Chosen(null, "no partner for it has room");
    }
    Candidate best = withRoom.get(0);
    List<Candidate> equals = withRoom.stream().filter(best::isEqualTo).toList();
    int shares = equals.stream().mapToInt(Candidate::share).sum();
    Candidate drawn = equals.stream().max(Comparator.comparingLong((Candidate each) -> highestTicket(debtorId, each))
        .thenComparing(Candidate::partnerId)).orElse(best);
    String where = "priority " + drawn.priority() + ", " + words(drawn.nearness());
    return new Chosen(drawn.partnerId(), equals.size() == 1 ? where + ", the only one with room"
        : where + ", drawn by its share of " + drawn.share() + " in " + shares);
  }

  private Chosen withHolder(String holder, List<PlaceableCase> its) {
    if (its.stream().anyMatch(each -> !each.able().contains(holder))) {
      return new Chosen(null, holder + " has other cases of the debtor, and may not get this one");
    }
    return hasRoom(holder, its.size()) ? new Chosen(holder, "has other cases of the debtor")
        : new Chosen(null, holder + " has other cases of the debtor, and no room");
  }

  private boolean hasRoom(String partnerId, int wanted) {
    return room.getOrDefault(partnerId, 0) >= wanted;
  }

  /** The candidates of any of the cases that are able to take all of them; of each the best that was said of it. */
  private static List<Candidate> forAll(List<PlaceableCase> its) {
    Map<String, Candidate> best = new LinkedHashMap<>();
    its.stream().flatMap(each -> each.candidates().stream()).filter(candidate -> candidate.share() > 0)
        .filter(candidate -> its.stream().allMatch(each -> each.able().contains(candidate.partnerId())))
        .sorted(Candidate.BEST_FIRST).forEach(candidate -> best.putIfAbsent(candidate.partnerId(), candidate));
    return List.copyOf(best.values());
  }

  /** Of partners that draw for a debtor the one with the highest ticket gets them; each has as many as its share. */
  private static long highestTicket(String debtorId, Candidate candidate) {
    return LongStream.range(0, candidate.share())
        .map(ticket -> number(debtorId + '\n' + candidate.partnerId() + '\n' + ticket))
        .max().orElse(Long.MIN_VALUE);
  }

  /** A number that is the same for the same text, and spread evenly. */
  private static long number(String text) {
    return Long.parseUnsignedLong(Sha256.of(text.getBytes(StandardCharsets.UTF_8)), 0, DIGITS_OF_A_LONG, 16);
  }

  private static String words(Nearness nearness) {
    return switch (nearness) {
      case CITY -> "in the debtor's city";
      case REGION -> "in the debtor's region";
      case COUNTRY -> "in the debtor's country";
      case EVERYWHERE -> "works everywhere";
    };
  }
}
