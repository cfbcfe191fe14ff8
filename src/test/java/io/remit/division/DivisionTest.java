package io.remit.division;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.division.DebtorWork.CaseWork;
import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivisionTest {

  private static final Set<DayOfWeek> WORKING_WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final int MOST_MINUTES = 15;

  @Test
  void aCaseGoesToWhoSpeaksTheDebtorsLanguage() {
    List<Move> moves = divide(List.of(debtor("D1", work("C1", null, 10, speaks("de-AT")))),
        available("anna", 400, "en"), available("bert", 10, "de"));

    assertThat(moves).singleElement().satisfies(move -> {
      assertThat(move.to()).isEqualTo("bert");
      assertThat(move.why()).isEqualTo("has the smallest load of the 1 who suit");
    });
  }

  @Test
  void whatNobodyCanWorkIsWithNobodyAndSaysWhy() {
    Demand chinese = new Demand("zh-CN", "CN", "CN-BJ", Set.of("CARD"), Set.of("large"));

    List<Move> moves = divide(List.of(debtor("D1", work("C1", "gone", 10, chinese))), available("anna", 400, "en"),
        new AvailableCollector(new Collector("bert", Set.of("zh"), Set.of("large"), Set.of("DE"), Set.of(), 400,
            WORKING_WEEK), 0),
        new AvailableCollector(
            new Collector("carl", Set.of("zh"), Set.of("large"), Set.of("CN"), Set.of("LOAN"), 400, WORKING_WEEK), 0),
        new AvailableCollector(new Collector("dora", Set.of("zh"), Set.of(), Set.of("CN-BJ"), Set.of("CARD"), 400,
            WORKING_WEEK), 0));

    assertThat(moves).singleElement().satisfies(move -> {
      assertThat(move.from()).isEqualTo("gone");
      assertThat(move.to()).isNull();
      assertThat(move.why()).isEqualTo("nobody suits: the language zh-CN is missing, the place CN-BJ is missing, "
          + "the product CARD is missing, the skill large is missing");
    });
  }

  @Test
  void aboutWhomTheDebtorComplainedWorksNoneOfHisCases() {
    DebtorWork complained = new DebtorWork("D1", List.of(work("C1", "anna", 10, speaks("en"))), Set.of("anna"));

    assertThat(divide(List.of(complained), available("anna", 400, "en"), available("bert", 10, "en")))
        .singleElement().extracting(Move::to).isEqualTo("bert");
    assertThat(divide(List.of(complained), available("anna", 400, "en"), available("bert", 400, "de")))
        .singleElement().satisfies(move -> {
          assertThat(move.to()).isNull();
          assertThat(move.why()).isEqualTo("the debtor complained about who suits");
        });
  }

  @Test
  void aRegionIsWorkedByWhoWorksItOrItsCountryOrAllPlaces() {
    Demand bavaria = new Demand(null, "DE", "DE-BY", Set.of(), Set.of());

    assertThat(at("DE-BY").lacks(bavaria)).isEmpty();
    assertThat(at("DE").lacks(bavaria)).isEmpty();
    assertThat(at().lacks(bavaria)).isEmpty();
    assertThat(at("DE-BE", "FR").lacks(bavaria)).contains("the place DE-BY");
  }

  @Test
  void whoWorksACaseKeepsItHoweverMuchHeHas() {
    List<Move> moves = divide(List.of(debtor("D1", work("C1", "anna", 10, Demand.NOTHING)),
        debtor("D2", work("C2", "anna", 10, speaks("fr"))), debtor("D3", work("C3", null, 10, Demand.NOTHING))),
        new AvailableCollector(collector("anna", 10, "en"), 5000), available("bert", 400, "en"));

    assertThat(destinations(moves)).isEqualTo(Map.of("C1", "anna", "C2", "anna", "C3", "bert"));
    assertThat(moves).filteredOn(Move::changes).extracting(Move::caseNumber).containsExactly("C3");
  }

  @Test
  void allCasesOfADebtorGoToOneCollector() {
    List<Move> moves = divide(List.of(
        debtor("D1", work("C1", null, 10, speaks("en")), work("C2", "bert", 4, speaks("en"))),
        debtor("D2", work("C3", "anna", 10, speaks("en")), work("C4", "bert", 15, speaks("en"))),
        debtor("D3", work("C5", null, 10, speaks("en")), work("C6", null, 10, speaks("en")))),
        available("anna", 400, "en"), available("bert", 400, "en"));

    assertThat(destinations(moves)).isEqualTo(Map.of("C1", "bert", "C2", "bert", "C3", "bert", "C4", "bert",
        "C5", "anna", "C6", "anna"));
    assertThat(moves.get(0).why()).isEqualTo("bert works the debtor's other case");
  }

  @Test
  void aDebtorWhoNeedsMoreThanHisCollectorCanGoesToOneWhoCanDoAll() {
    Demand large = new Demand("en", null, null, Set.of(), Set.of("large"));
    AvailableCollector able = new AvailableCollector(
        new Collector("carl", Set.of("en"), Set.of("large"), Set.of(), Set.of(), 10, WORKING_WEEK), 40);

    List<Move> moves = divide(
        List.of(debtor("D1", work("C1", "anna", 10, speaks("en")), work("C2", null, 10, large))),
        available("anna", 400, "en"), able);

    assertThat(destinations(moves)).isEqualTo(Map.of("C1", "carl", "C2", "carl"));
  }

  @Test
  void whereNobodyCanDoAllWhatIsInHandsStaysThere() {
    List<Move> moves = divide(
        List.of(debtor("D1", work("C1", "anna", 10, speaks("en")),
            work("C2", null, 10, new Demand("en", null, null, Set.of(), Set.of("large"))))),
        available("anna", 400, "en"));

    assertThat(moves).filteredOn(move -> move.caseNumber().equals("C1")).singleElement()
        .satisfies(move -> assertThat(move.changes()).isFalse());
    assertThat(moves).filteredOn(Move::isForNobody).extracting(Move::caseNumber).containsExactly("C2");
  }

  @Test
  void theCasesOfWhoIsAwayGoToTheOthersByTheirLoad() {
    List<DebtorWork> debtors = IntStream.range(0, 30)
        .mapToObj(i -> debtor("D" + i, work("C" + i, "away", 10, Demand.NOTHING))).toList();

    List<Move> moves = divide(debtors, new AvailableCollector(collector("anna", 100, "en"), 100),
        new AvailableCollector(collector("bert", 100, "en"), 0));

    assertThat(moves.stream().collect(Collectors.groupingBy(Move::to, Collectors.counting())))
        .isEqualTo(Map.of("anna", 10L, "bert", 20L));
  }

  @Test
  void withoutACollectorEverythingIsWithNobody() {
    assertThat(divide(List.of(debtor("D1", work("C1", null, 10, Demand.NOTHING))), available("anna", 0, "en")))
        .singleElement().satisfies(move -> assertThat(move.why()).isEqualTo("nobody suits: no collector is there"));
  }

  /** In work relative to capacity, not in numbers of cases. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ofTwoWhoSuitTheSameNeitherIsAheadByMoreThanOneDebtorsWork(long seed) {
    Random random = new Random(seed);
    List<AvailableCollector> there = IntStream.range(0, 2 + random.nextInt(20))
        .mapToObj(i -> available("user" + i, 60 + random.nextInt(400), "en")).toList();
    List<DebtorWork> debtors = IntStream.range(0, 1000).mapToObj(i ->
        debtor("D" + i, work("C" + i, null, 1 + random.nextInt(MOST_MINUTES), Demand.NOTHING))).toList();

    List<Move> moves = Division.divide(debtors, there);

    Map<String, Integer> minutes = moves.stream()
        .collect(Collectors.groupingBy(Move::to, Collectors.summingInt(Move::minutes)));
    for (AvailableCollector ahead : there) {
      for (AvailableCollector behind : there) {
        long one = minutes.getOrDefault(ahead.userId(), 0);
        long other = (long) minutes.getOrDefault(behind.userId(), 0) + MOST_MINUTES;
        assertThat(one * behind.collector().weeklyMinutes())
            .as("%s with %d, %s with %d", ahead.userId(), one, behind.userId(), other)
            .isLessThanOrEqualTo(other * ahead.collector().weeklyMinutes());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void theOrderOfWhatIsGivenDoesNotMatterAndEachDebtorHasOneCollectorWhoSuits(long seed) {
    Random random = new Random(seed);
    List<AvailableCollector> there = new ArrayList<>(anyCollectors(random, 2 + random.nextInt(8)));
    List<DebtorWork> debtors = new ArrayList<>(anyDebtors(random, 300, there.size()));
    List<Move> first = Division.divide(debtors, there);

    for (int i = 0; i < 5; i++) {
      Collections.shuffle(there, random);
      Collections.shuffle(debtors, random);
      List<DebtorWork> turned = debtors.stream().map(debtor -> {
        List<CaseWork> cases = new ArrayList<>(debtor.cases());
        Collections.shuffle(cases, random);
        return new DebtorWork(debtor.debtorId(), cases, debtor.barred());
      }).toList();
      assertThat(Division.divide(turned, there)).isEqualTo(first);
    }

    assertThat(first).hasSize(debtors.stream().mapToInt(debtor -> debtor.cases().size()).sum());
    Map<String, Collector> collectors = there.stream().collect(
        Collectors.toMap(AvailableCollector::userId, AvailableCollector::collector));
    Map<String, Demand> demands = debtors.stream().flatMap(debtor -> debtor.cases().stream())
        .collect(Collectors.toMap(CaseWork::caseNumber, CaseWork::demand));
    assertThat(first).filteredOn(move -> move.changes() && !move.isForNobody())
        .allSatisfy(move -> assertThat(collectors.get(move.to()).lacks(demands.get(move.caseNumber()))).isEmpty());
    Map<String, Set<String>> barred =
        debtors.stream().collect(Collectors.toMap(DebtorWork::debtorId, DebtorWork::barred));
    assertThat(first).filteredOn(move -> !move.isForNobody())
        .allSatisfy(move -> assertThat(barred.get(move.debtorId())).doesNotContain(move.to()));
    first.stream().filter(Move::changes).filter(move -> !move.isForNobody()).forEach(given ->
        assertThat(first).filteredOn(move -> move.debtorId().equals(given.debtorId())).extracting(Move::to)
            .containsOnly(given.to()));
  }

  @Test
  void tenThousandCasesAmongFiftyCollectorsTakeLessThanASecond() {
    Random random = new Random(21);
    List<AvailableCollector> there = anyCollectors(random, 50);
    List<DebtorWork> debtors = anyDebtors(random, 10_000, there.size());

    long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<Move> moves = Division.divide(debtors, there);
    Duration taken = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun);

    assertThat(taken).isLessThan(Duration.ofSeconds(1));
    assertThat(moves).filteredOn(move -> !move.isForNobody()).hasSizeGreaterThan(9_000);
  }

  private static List<AvailableCollector> anyCollectors(Random random, int count) {
    return IntStream.range(0, count).mapToObj(i -> new AvailableCollector(new Collector("user" + i,
        random.nextBoolean() ? Set.of("en", "de") : Set.of("en"), random.nextBoolean() ? Set.of("large") : Set.of(),
        random.nextBoolean() ? Set.of() : Set.of("GB"), Set.of(), 60 + random.nextInt(400), WORKING_WEEK),
        random.nextInt(500))).toList();
  }

  /** Some with two cases, and some in the hands of somebody who is not there. */
  private static List<DebtorWork> anyDebtors(Random random, int count, int there) {
    return IntStream.range(0, count).mapToObj(i -> {
      String language = random.nextInt(5) == 0 ? "de" : "en";
      List<CaseWork> cases = new ArrayList<>();
      for (int each = 0; each <= (random.nextInt(10) == 0 ? 1 : 0); each++) {
        String collector = random.nextInt(3) == 0 ? "user" + random.nextInt(there + 2) : null;
        cases.add(work("C" + i + "-" + each, collector, 1 + random.nextInt(MOST_MINUTES),
            new Demand(language, "GB", null, Set.of("CARD"), random.nextInt(9) == 0 ? Set.of("large") : Set.of())));
      }
      return new DebtorWork("D" + i, cases, random.nextInt(9) == 0 ? Set.of("user0", "user1") : Set.of());
    }).toList();
  }

  private static List<Move> divide(List<DebtorWork> debtors, AvailableCollector... there) {
    return Division.divide(debtors, List.of(there));
  }

  private static Map<String, String> destinations(List<Move> moves) {
    return moves.stream().collect(Collectors.toMap(Move::caseNumber, Move::to));
  }

  private static DebtorWork debtor(String debtorId, CaseWork... cases) {
    return new DebtorWork(debtorId, List.of(cases), Set.of());
  }

  private static CaseWork work(String caseNumber, String collector, int minutes, Demand demand) {
    return new CaseWork(caseNumber, collector, minutes, demand);
  }

  private static Demand speaks(String language) {
    return new Demand(language, null, null, Set.of(), Set.of());
  }

  private static AvailableCollector available(String userId, int dailyMinutes, String... languages) {
    return new AvailableCollector(collector(userId, dailyMinutes, languages), 0);
  }

  private static Collector collector(String userId, int dailyMinutes, String... languages) {
    return new Collector(userId, Set.of(languages), Set.of(), Set.of(), Set.of(), dailyMinutes, WORKING_WEEK);
  }

  private static Collector at(String... places) {
    return new Collector("anna", Set.of(), Set.of(), Set.of(places), Set.of(), 1, WORKING_WEEK);
  }
}
