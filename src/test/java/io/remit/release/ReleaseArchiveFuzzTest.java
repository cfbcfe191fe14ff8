package io.remit.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.remit.cases.InvalidInputException;
import org.junit.jupiter.api.Tag;

/** Whatever somebody sends as an archive of models, it is read or refused with what is odd about it. */
@Tag("faults")
class ReleaseArchiveFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void archive(byte[] content) {
    try {
      assertThat(ReleaseArchive.read(content).files()).isNotEmpty();
    } catch (InvalidInputException refused) {
      assertThat(refused.field()).isEqualTo("archive");
    }
  }
}
