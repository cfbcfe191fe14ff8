package io.remit.outsourcing.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Whatever a partner's file tells of what it did, it is read or refused with a fault that has a name. */
@Tag("faults")
class PartnerFilesFuzzTest {

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
}
