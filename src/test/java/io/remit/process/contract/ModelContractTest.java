package io.remit.process.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.ModelRule;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The models that Remit brings along, or that a process owner changed, keep the rules. */
class ModelContractTest {

  @Test
  void theModelsKeepTheRules() {
    assertThat(ModelContract.check(EditedModels.SHIPPED)).isEmpty();
  }

  @Test
  void processOwnersCanReadTheRules() throws Exception {
    String guide = Files.readString(Path.of("docs", "modelling-style.md"));

    assertThat(ModelRule.values()).allSatisfy(
        rule -> assertThat(guide).contains("| `" + rule + "` | " + rule.sentence() + " | " + rule.remedy() + " |"));
  }
}
