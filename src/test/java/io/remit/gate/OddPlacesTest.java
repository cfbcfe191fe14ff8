package io.remit.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.cases.DebtorDetails;
import io.remit.cases.DebtorDetails.DebtorType;
import io.remit.cases.ToldOtherwise;
import io.remit.gate.ContactQuestion.Address;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Debtors of whom zone, region, country, numbers and rows of a file tell any mix of places: whichever of them is true,
 * nobody is contacted there at night.
 */
@Tag("long")
class OddPlacesTest {

  private static final int DEBTORS = 2000;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  /** In Australia; everywhere else it is later. */
  private static final LocalTime EARLIEST = LocalTime.of(7, 30);
  private static final LocalTime LATEST = LocalTime.of(22, 0);

  /** Somewhere with one time, as it is known from elsewhere than the tables. */
  private record Home(String country, String region, String zone, String phone) {
  }

  private static final List<Home> HOMES = List.of(
      new Home("US", "US-HI", "Pacific/Honolulu", "+18085550123"),
      new Home("US", "US-NY", "America/New_York", "+12125550144"),
      new Home("US", "US-CA", "America/Los_Angeles", "+12135550144"),
      new Home("US", "US-IL", "America/Chicago", "+13125550144"),
      new Home("CA", "CA-NS", "America/Halifax", "+19025550144"),
      new Home("BR", "BR-SP", "America/Sao_Paulo", "+551133334444"),
      new Home("MX", "MX-BCN", "America/Tijuana", "+526646341234"),
      new Home("AU", "AU-QLD", "Australia/Brisbane", "+61730001234"),
      new Home("RU", "RU-PRI", "Asia/Vladivostok", "+74232201234"),
      new Home("RU", "RU-MOW", "Europe/Moscow", "+74951234567"),
      new Home("ID", "ID-JK", "Asia/Jakarta", "+622138901234"),
      new Home("NZ", "NZ-AUK", "Pacific/Auckland", "+64211234567"),
      new Home("GB", null, "Europe/London", "+447400123456"), new Home("JP", "JP-13", "Asia/Tokyo", "+81312345678"),
      new Home("CN", "CN-HB", "Asia/Shanghai", "+862112345678"), new Home("IL", null, "Asia/Jerusalem", "+97221234567"),
      new Home("GR", null, "Europe/Athens", "+302101234567"), new Home("IN", null, "Asia/Kolkata", "+911123456789"));

  private final Places places = new Places();
  private final ContactPolicy policy = PolicyTables.shipped();

  /** What is told of one debtor, and where he may be by it. */
  private record Drawn(Reachability known, Set<ZoneId> mayBeIn) {
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20260302, 77})
  void nobodyIsContactedAtNightWhereverHeLives(long seed) {
    Random random = new Random(seed);
    int reachable = 0;
    for (int debtor = 0; debtor < DEBTORS; debtor++) {
      Instant begin = BEGIN.plus(Duration.ofHours(random.nextInt(24 * 730)));
      Drawn drawn = draw(random);
      Channel channel = List.of(Channel.SMS, Channel.EMAIL, Channel.CALL, Channel.ROBOT_CALL).get(random.nextInt(4));
      Place place = places.of(drawn.known(), begin);
      ContactWindow window = new ContactWindow(place.jurisdictions().stream()
          .flatMap(each -> policy.rulesOf(each, channel).stream()).distinct().toList(), place, day -> false,
          SuitableHours.ANY, drawn.known().debtor().timeZone());
      boolean ever = false;
      for (int step = 0; step < 96; step++) {
        Instant moment = begin.plus(Duration.ofMinutes(30L * step));
        if (window.contains(moment)) {
          ever = true;
          assertThat(drawn.mayBeIn()).as("debtor %s of seed %s at %s: %s", debtor, seed, moment, drawn.known())
              .allSatisfy(zone -> assertThat(moment.atZone(zone).toLocalTime()).isBetween(EARLIEST, LATEST));
        }
      }
      reachable += ever ? 1 : 0;
    }
    assertThat(reachable).as("many can be reached all the same").isBetween(DEBTORS / 4, DEBTORS - 1);
  }

  private static Drawn draw(Random random) {
    Home home = one(random);
    Home region = maybeElsewhere(random, home);
    Home number = maybeElsewhere(random, home);
    boolean wrong = random.nextInt(4) == 0;
    Set<ZoneId> mayBeIn = new LinkedHashSet<>();
    mayBeIn.add(ZoneId.of(home.zone()));
    mayBeIn.add(ZoneId.of(region.zone()));
    DebtorDetails debtor = new DebtorDetails("D1", DebtorType.PERSON, "Xu Diaz", number.phone(), "x@example.org",
        "1 Road", "Town", region.region(), random.nextBoolean() || region.region() == null ? region.country() : null,
        ZoneId.of(home.zone()), "en", false, null, null);
    List<String> more = new ArrayList<>();
    if (wrong) {
      more.add(home.phone());
    } else {
      mayBeIn.add(ZoneId.of(number.zone()));
    }
    ToldOtherwise otherwise = ToldOtherwise.NOTHING;
    if (random.nextInt(4) == 0) {
      Home other = one(random);
      mayBeIn.add(ZoneId.of(other.zone()));
      otherwise = switch (random.nextInt(3)) {
        case 0 -> new ToldOtherwise(Set.of(ZoneId.of(other.zone())), Set.of(), Set.of(), Set.of());
        case 1 -> other.region() == null ? new ToldOtherwise(Set.of(), Set.of(), Set.of(other.country()), Set.of())
            : new ToldOtherwise(Set.of(), Set.of(other.region()), Set.of(other.country()), Set.of());
        default -> new ToldOtherwise(Set.of(), Set.of(), Set.of(), Set.of(other.phone()));
      };
      if (otherwise.numbers().contains(number.phone()) && wrong) {
        mayBeIn.remove(ZoneId.of(other.zone()));
        mayBeIn.add(ZoneId.of(home.zone()));
        mayBeIn.add(ZoneId.of(region.zone()));
      }
    }
    Map<String, Address> marks = new HashMap<>();
    if (wrong && !number.equals(home)) {
      marks.put(number.phone(), Address.WRONG);
    }
    if (random.nextInt(5) == 0) {
      // a number of his that he does not want to be used tells where he may be, as any other of his
      Home work = maybeElsewhere(random, home);
      more.add(work.phone());
      if (marks.putIfAbsent(work.phone(), Address.UNWANTED) == null) {
        mayBeIn.add(ZoneId.of(work.zone()));
      }
    }
    Reachability known = new Reachability(debtor, more, marks, Set.of(), Set.of(), SuitableHours.ANY, false, otherwise);
    return new Drawn(known, mayBeIn);
  }

  private static Home one(Random random) {
    return HOMES.get(random.nextInt(HOMES.size()));
  }

  private static Home maybeElsewhere(Random random, Home home) {
    return random.nextInt(3) == 0 ? one(random) : home;
  }
}
