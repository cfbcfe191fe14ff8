package io.remit.gateway.robot;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.remit.contact.conversation.RobotCallResult;
import io.remit.gateway.callback.MalformedCallbackException;
import io.remit.gateway.callback.ReadCallback;
import java.time.Instant;
import org.junit.jupiter.api.Tag;

/** Whatever a robot tells of its calls, it can be kept or is refused with the field that is wrong. */
@Tag("faults")
class RobotResultsFuzzTest {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  @FuzzTest(maxDuration = "10m")
  void result(byte[] content) {
    try {
      RobotCallResult result = ResultFields.read(ReadCallback.of(content));
      assertThat(result.reference()).matches("[A-Za-z0-9._-]{1,190}");
      assertThat(result.at()).isBetween(EARLIEST, LATEST);
    } catch (MalformedCallbackException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
