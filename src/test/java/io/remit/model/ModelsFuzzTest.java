package io.remit.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Whatever a model's file holds, drawing, table or form, it is read or refused with what is wrong. */
@Tag("faults")
class ModelsFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void drawingOrTable(byte[] content) {
    try {
      assertThat(XmlModel.readOfAnyKind(content)).isNotNull();
    } catch (UnreadableModel refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @FuzzTest(maxDuration = "10m")
  void form(byte[] content) {
    try {
      assertThat(JsonModel.read(content)).isNotNull();
    } catch (UnreadableModel refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
