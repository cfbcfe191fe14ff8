package io.remit.outsourcing.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.remit.partner.Nearness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Partners get cases by priority, nearness and share, and never more than they have room for. */
@Tag("long")
class PartnerSplitTest {

  private static final Map<String, Integer> MUCH_ROOM = Map.of("a", 100_000, "b", 100_000, "c", 100_000);

  private static Candidate candidate(String partnerId, Nearness nearness, int priority, int share) {
    return new Candidate(partnerId, nearness, priority, share);
  }

  private static PlaceableCase caseOf(String number, String debtorId, Candidate... candidates) {
    return new PlaceableCase(number, debtorId, List.of(candidates),
        List.of(candidates).stream().map(Candidate::partnerId).collect(Collectors.toSet()));
  }

  private static Choice chosen(Map<String, Integer> room, PlaceableCase its) {
    return new PartnerSplit(room, Map.of()).divide(List.of(its)).get(0);
  }

  @Example
  void theNearestOfTheLowestPriorityGetsTheCase() {
    Candidate country = candidate("a", Nearness.COUNTRY, 1, 100);
    Candidate region = candidate("b", Nearness.REGION, 1, 100);
    Candidate city = candidate("c", Nearness.CITY, 1, 100);

    assertThat(chosen(MUCH_ROOM, caseOf("C1", "D1", country, region, city)))
        .isEqualTo(new Choice("C1", "c", "priority 1, in the debtor's city, the only one with room"));
    assertThat(chosen(Map.of("a", 1, "b", 1), caseOf("C1", "D1", country, region, city)).partnerId()).isEqualTo("b");
    assertThat(chosen(MUCH_ROOM, caseOf("C1", "D1", country, candidate("c", Nearness.CITY, 2, 100))).partnerId())
        .isEqualTo("a");
    assertThat(chosen(Map.of(), caseOf("C1", "D1", country)))
        .isEqualTo(new Choice("C1", null, "no partner for it has room"));
    assertThat(chosen(MUCH_ROOM, caseOf("C1", "D1")))
        .isEqualTo(new Choice("C1", null, "no partner is for all cases of the debtor"));
  }

  @Example
  void whoHasOtherCasesOfTheDebtorGetsThisOneTooOrNobodyDoes() {
    Candidate champion = candidate("a", Nearness.CITY, 1, 100);
    PlaceableCase its = new PlaceableCase("C2", "D1", List.of(champion), Set.of("a", "b"));

    assertThat(new PartnerSplit(MUCH_ROOM, Map.of("D1", "b")).divide(List.of(its)))
        .containsExactly(new Choice("C2", "b", "has other cases of the debtor"));
    assertThat(new PartnerSplit(Map.of("a", 9), Map.of("D1", "b")).divide(List.of(its)))
        .containsExactly(new Choice("C2", null, "b has other cases of the debtor, and no room"));
    assertThat(new PartnerSplit(MUCH_ROOM, Map.of("D1", "c")).divide(List.of(its)))
        .containsExactly(new Choice("C2", null, "c has other cases of the debtor, and may not get this one"));
  }

  @Example
  void aChallengerWithoutAShareIsNeverDrawn() {
    assertThat(chosen(MUCH_ROOM, caseOf("C1", "D1", candidate("a", Nearness.CITY, 1, 0),
        candidate("b", Nearness.COUNTRY, 1, 1))).partnerId()).isEqualTo("b");
  }

  @Example
  void theShareIsToldWithTheChoice() {
    Choice choice = chosen(MUCH_ROOM, caseOf("C1", "D1", candidate("a", Nearness.COUNTRY, 1, 80),
        candidate("b", Nearness.COUNTRY, 1, 20)));

    assertThat(choice.why()).matches("priority 1, in the debtor's country, drawn by its share of (80|20) in 100");
  }

  @Property(tries = 40)
  void sharesComeTrueForAThousandDebtors(@ForAll @IntRange(min = 5, max = 95) int challenger,
      @ForAll @IntRange(max = 1_000_000) int firstDebtor) {
    List<PlaceableCase> cases = IntStream.range(0, 1_000).mapToObj(i -> caseOf("C" + i, "D" + (firstDebtor + i),
        candidate("a", Nearness.COUNTRY, 1, 100 - challenger), candidate("b", Nearness.COUNTRY, 1, challenger)))
        .toList();

    long drawn = new PartnerSplit(MUCH_ROOM, Map.of()).divide(cases).stream()
        .filter(choice -> "b".equals(choice.partnerId())).count();

    assertThat(drawn / 10.0).as("percent of 1,000; five standard deviations are 8").isCloseTo(challenger, within(8.0));
  }

  /** A partner's room, and cases with their candidates. */
  record World(Map<String, Integer> room, Map<String, String> holders, List<PlaceableCase> cases) {
  }

  @Provide
  Arbitrary<World> worlds() {
    List<String> partners = List.of("a", "b", "c", "d");
    Arbitrary<Candidate> candidates = Combinators.combine(Arbitraries.of(partners), Arbitraries.of(Nearness.class),
        Arbitraries.integers().between(1, 3), Arbitraries.integers().between(0, 100)).as(Candidate::new);
    Arbitrary<PlaceableCase> cases = Combinators.combine(Arbitraries.integers().between(1, 15),
        candidates.list().ofMaxSize(4).uniqueElements(Candidate::partnerId)).as((debtor, its) ->
            new PlaceableCase("", "D" + debtor, its,
                its.stream().map(Candidate::partnerId).collect(Collectors.toSet())));
    return Combinators.combine(
        Arbitraries.maps(Arbitraries.of(partners), Arbitraries.integers().between(0, 12)).ofMaxSize(4),
        Arbitraries.maps(Arbitraries.integers().between(1, 15).map(n -> "D" + n), Arbitraries.of(partners))
            .ofMaxSize(4),
        cases.list().ofMaxSize(40)).as((room, holders, found) -> new World(room, holders, IntStream.range(0,
            found.size()).mapToObj(i -> new PlaceableCase("C" + (100 + i), found.get(i).debtorId(),
                found.get(i).candidates(), found.get(i).able())).toList()));
  }

  @Property(tries = 500)
  void noPartnerGetsMoreThanItHasRoomForAndOnlyWhatItIsAbleToTake(@ForAll("worlds") World world) {
    List<Choice> choices = new PartnerSplit(world.room(), world.holders()).divide(world.cases());

    assertThat(choices).extracting(Choice::caseNumber)
        .isEqualTo(world.cases().stream().map(PlaceableCase::caseNumber).toList());
    Map<String, Integer> given = new HashMap<>();
    for (int i = 0; i < choices.size(); i++) {
      String partner = choices.get(i).partnerId();
      assertThat(choices.get(i).why()).isNotBlank();
      if (partner != null) {
        given.merge(partner, 1, Integer::sum);
        assertThat(world.cases().get(i).able()).contains(partner);
      }
    }
    given.forEach((partner, cases) ->
        assertThat(cases).as(partner).isLessThanOrEqualTo(world.room().getOrDefault(partner, 0)));
  }

  @Property(tries = 500)
  void allCasesOfADebtorGoToOnePartner(@ForAll("worlds") World world) {
    List<Choice> choices = new PartnerSplit(world.room(), world.holders()).divide(world.cases());

    Map<String, Set<String>> partners = new HashMap<>();
    for (int i = 0; i < choices.size(); i++) {
      String debtor = world.cases().get(i).debtorId();
      partners.computeIfAbsent(debtor, each -> new HashSet<>()).add(String.valueOf(choices.get(i).partnerId()));
    }
    assertThat(partners).allSatisfy((debtor, its) -> {
      assertThat(its).hasSize(1);
      if (world.holders().containsKey(debtor)) {
        assertThat(its).isSubsetOf(world.holders().get(debtor), "null");
      }
    });
  }

  @Property(tries = 300)
  void theOrderOfTheCasesMakesNoDifference(@ForAll("worlds") World world, @ForAll long seed) {
    List<PlaceableCase> shuffled = new ArrayList<>(world.cases());
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(new PartnerSplit(world.room(), world.holders()).divide(shuffled))
        .isEqualTo(new PartnerSplit(world.room(), world.holders()).divide(world.cases()));
  }

  @Property(tries = 100)
  void aDebtorFallsTheSameWayAloneAndWithOthersAndWhenAnotherPartnerGoes(
      @ForAll @IntRange(max = 1_000_000) int debtor) {
    Candidate a = candidate("a", Nearness.COUNTRY, 1, 60);
    Candidate b = candidate("b", Nearness.COUNTRY, 1, 30);
    Candidate c = candidate("c", Nearness.COUNTRY, 1, 10);
    PlaceableCase its = caseOf("C1", "D" + debtor, a, b, c);

    String alone = chosen(MUCH_ROOM, its).partnerId();
    List<PlaceableCase> many = new ArrayList<>(List.of(its));
    IntStream.range(0, 50).forEach(i -> many.add(caseOf("X" + i, "E" + i, a, b, c)));

    assertThat(new PartnerSplit(MUCH_ROOM, Map.of()).divide(many)).filteredOn(each -> each.caseNumber().equals("C1"))
        .extracting(Choice::partnerId).containsExactly(alone);
    if (!"c".equals(alone)) {
      assertThat(chosen(MUCH_ROOM, caseOf("C1", "D" + debtor, a, b)).partnerId()).isEqualTo(alone);
    }
  }
}
