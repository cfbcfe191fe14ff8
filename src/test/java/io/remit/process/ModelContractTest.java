package io.remit.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The models that Remit brings along, or that a process owner changed, keep the rules. */
class ModelContractTest {

  @Test
  void theModelsKeepTheRules() {
    assertThat(ModelContract.violationsOf(Models.shipped())).isEmpty();
  }
}
