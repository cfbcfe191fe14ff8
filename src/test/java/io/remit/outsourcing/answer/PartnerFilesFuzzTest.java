package io.remit.outsourcing.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;

/** Whatever a partner's file tells or acknowledges, it is read or refused with a fault that has a name. */
@Tag("faults")
class PartnerFilesFuzzTest {

  private static final List<List<String>> HEADERS = List.of(AcknowledgementFile.HEADER,
      ChangeAcknowledgementFile.HEADER, DeletionFile.HEADER);
  private static final LocalDate ENDED = LocalDate.of(2026, 3, 2);
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

  @FuzzTest(maxDuration = "10m")
  void activities(byte[] content) {
    try {
      Lines lines = Lines.read(content);
      // others are another kind of file, or none
      if (lines.header().equals(ActivityFile.HEADER)) {
        assertThat(ActivityFile.of(lines)).isNotNull();
      }
    } catch (FaultException refused) {
      assertThat(refused.fault().toString()).isNotBlank();
    }
  }

  /** The first byte says what is acknowledged; the rest are the lines below the header. */
  @FuzzTest(maxDuration = "10m")
  void acknowledgements(byte[] content) {
    List<String> header = HEADERS.get(content.length == 0 ? 0 : Math.floorMod(content[0], HEADERS.size()));
    byte[] first = (String.join(",", header) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] file = Arrays.copyOf(first, first.length + Math.max(0, content.length - 1));
    System.arraycopy(content, Math.min(1, content.length), file, first.length, file.length - first.length);
    try {
      Lines lines = Lines.read(file);
      if (header.equals(AcknowledgementFile.HEADER)) {
        assertThat(AcknowledgementFile.of(lines, batch -> known(batch, "B7", Set.of("C100001", "C100002"))).batches()
            .get("B7")).isNotEmpty().allSatisfy((caseNumber, answer) -> assertThat(answer).isNotNull());
      } else if (header.equals(ChangeAcknowledgementFile.HEADER)) {
        assertThat(ChangeAcknowledgementFile.of(lines, reference -> known(reference, "F7", Set.of(1L, 2L))).files()
            .get("F7")).isNotEmpty().allSatisfy((line, answer) -> assertThat(answer).isNotNull());
      } else {
        assertThat(DeletionFile.of(lines, caseNumber -> known(caseNumber, "C100001", ENDED), TODAY).deletedOn()
            .get("C100001")).isBetween(ENDED, TODAY);
      }
    } catch (FaultException refused) {
      assertThat(refused.fault().rule()).isNotBlank();
      assertThat(refused.fault().message()).isNotBlank();
    }
  }

  private static <T> Optional<T> known(String name, String wanted, T held) {
    return name.equals(wanted) ? Optional.of(held) : Optional.empty();
  }
}
