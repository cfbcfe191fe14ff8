package io.remit.contact.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.NextStep;
import io.remit.cases.Stage;
import io.remit.contact.text.ApprovedText;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

  @ParameterizedTest
  @CsvSource({
      "LEGAL,       LEGAL,       2026-03-03, true",
      "LEGAL,       LEGAL,       2026-03-02, true",
      "LEGAL,       LEGAL,       2026-03-01, false",
      "LEGAL,       VISIT,       2026-03-03, false",
      "LEGAL,       OUTSOURCING, 2026-03-03, false",
  })
  void nobodyHearsOfAStepThatDoesNotComeNext(Stage announced, Stage next, LocalDate earliest, boolean mayGo) {
    assertThat(Announcement.isTrue(announcing(announced), Optional.of(new NextStep(next, earliest)), TODAY))
        .isEqualTo(mayGo);
  }

  @Test
  void inTheLastStageNothingIsAnnounced() {
    assertThat(Announcement.isTrue(announcing(Stage.OUTSOURCING), Optional.empty(), TODAY)).isFalse();
  }

  @Test
  void aTextThatAnnouncesNothingMayAlwaysGo() {
    assertThat(Announcement.isTrue(announcing(null), Optional.empty(), TODAY)).isTrue();
    assertThat(Announcement.isTrue(announcing(null), Optional.of(new NextStep(Stage.VISIT, TODAY)), TODAY)).isTrue();
  }

  private static ApprovedText announcing(Stage stage) {
    return new ApprovedText("x-sms", "en", 1, null, "Hello", stage);
  }
}
