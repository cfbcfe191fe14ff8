package io.remit.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketTest {

  @ParameterizedTest
  @CsvSource({"-400, M0", "0, M0", "1, M1", "30, M1", "31, M2", "60, M2", "61, M3", "90, M3", "91, M4", "120, M4",
      "121, M5", "150, M5", "151, M6", "180, M6", "181, M7+", "4000, M7+"})
  void anAgeHasOneBucket(long daysPastDue, String label) {
    assertThat(Bucket.of(daysPastDue).label()).isEqualTo(label);
    assertThat(Bucket.labelled(label)).isEqualTo(Bucket.of(daysPastDue));
  }

  @Property
  void itsBoundsTellWhichAgesItHolds(@ForAll @LongRange(min = -5000, max = 5000) long daysPastDue) {
    Bucket bucket = Bucket.of(daysPastDue);

    assertThat(daysPastDue).isBetween(bucket.from(), bucket.to());
    for (Bucket other : Bucket.values()) {
      assertThat(other == bucket || daysPastDue < other.from() || daysPastDue > other.to()).isTrue();
    }
  }

  @Test
  void aLabelThatThereIsNotIsRefused() {
    assertThatThrownBy(() -> Bucket.labelled("M8")).isInstanceOf(IllegalArgumentException.class);
  }
}
