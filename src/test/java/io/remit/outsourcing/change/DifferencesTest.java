package io.remit.outsourcing.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.Channel;
import io.remit.outsourcing.change.Change.Kind;
import io.remit.outsourcing.change.PlacedNow.Stop;
import io.remit.partner.DataField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What differs from what a partner was told, at its edges. */
class DifferencesTest {

  private static final Owed OWED = new Owed("EUR", new BigDecimal("460.00"), null);
  private static final Map<String, String> TOLD = Map.of("OWED", "460.00 -", "DATA:PHONE", "+4930123456");

  private static PlacedNow now(String phone, Stop stop, Map<Channel, Stop> stops) {
    return new PlacedNow(Map.of(DataField.PHONE, phone), OWED, List.of(), stop, stops, "", "");
  }

  private static List<String> kinds(List<Change> changes) {
    return changes.stream().map(change -> change.kind() + " " + change.fact().name() + " " + change.urgent()).toList();
  }

  @Test
  void whatIsAsItWasToldIsNoChange() {
    assertThat(Differences.of(TOLD, now("+4930123456", null, Map.of()), true)).isEmpty();
  }

  @Test
  void aPartnerThatWasToldNothingIsToldAllButThatNothingStopsIt() {
    assertThat(kinds(Differences.of(Map.of(), now("", null, Map.of()), true)))
        .containsExactly("OWED OWED false", "DATA DATA:PHONE true");
  }

  @Test
  void anotherEndOfAPauseIsToldAndItsEndIsNotUrgent() {
    Stop until = new Stop(LocalDate.parse("2026-03-02"));
    List<Change> begun = Differences.of(TOLD, now("+4930123456", until, Map.of(Channel.VISIT, new Stop(null))), true);
    assertThat(kinds(begun)).containsExactly("DO_NOT_CONTACT STOP:ALL true", "DO_NOT_CONTACT STOP:VISIT true");
    assertThat(begun.get(0).cells().until()).isEqualTo("2026-03-02");
    Map<String, String> then = Map.of("OWED", "460.00 -", "DATA:PHONE", "+4930123456", "STOP:ALL", "2026-03-02");

    assertThat(Differences.of(then, now("+4930123456", until, Map.of()), true)).isEmpty();
    assertThat(kinds(Differences.of(then, now("+4930123456", new Stop(null), Map.of()), true)))
        .containsExactly("DO_NOT_CONTACT STOP:ALL true");
    assertThat(kinds(Differences.of(then, now("+4930123456", null, Map.of()), true)))
        .containsExactly("MAY_CONTACT STOP:ALL false");
  }

  @Test
  void whoMayLearnNothingIsToldOnlyWhatMayNotBeUsedAnyMore() {
    assertThat(Differences.of(TOLD, now("+4930999999", null, Map.of()), false)).isEmpty();
    assertThat(Differences.of(TOLD, now("", null, Map.of()), false)).singleElement().satisfies(change -> {
      assertThat(change.kind()).isEqualTo(Kind.DATA);
      assertThat(change.cells().value()).isEmpty();
    });
  }
}
