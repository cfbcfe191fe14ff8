package io.remit.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.springframework.util.unit.DataSize;

/** Whatever a bank's file holds, camt, MT940 or an archive of them, it is read or refused by a rule with a name. */
@Tag("faults")
class StatementsFuzzTest {

  private static final BankStatements STATEMENTS =
      new BankStatements(new StatementLimits(DataSize.ofMegabytes(2), 2000, 40, 10_000));

  @FuzzTest(maxDuration = "10m")
  void statement(byte[] content) throws IOException {
    try {
      BankStatements.Checked checked = STATEMENTS.check(new ByteArrayInputStream(content), content.length);
      STATEMENTS.read(new ByteArrayInputStream(content), content.length, checked,
          entry -> assertThat(entry).isNotNull());
    } catch (StatementRefused refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
