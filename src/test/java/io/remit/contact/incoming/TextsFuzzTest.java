package io.remit.contact.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.remit.model.ModelsForTests;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;

/** Whatever a debtor writes, it is understood or left to a person, and fits in a line of the timeline. */
@Tag("faults")
class TextsFuzzTest {

  private static final StopWords STOP_WORDS = new StopWords(ModelsForTests.shipped());
  private static final DebtorTextReader READER = new DebtorTextReader(ModelsForTests.shipped());

  @FuzzTest(maxDuration = "10m")
  void text(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);

    assertThat(STOP_WORDS.wishOf(text)).isNotNull();
    assertThat(READER.understand(text)).isNotNull();
    assertThat(IncomingTexts.excerpt(text)).doesNotContain("\n", "\r");
  }
}
