package io.remit.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.remit.contact.DeliveryReport;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Tag;

/** Whatever a centre delivers, a text or a receipt, it is read or says nothing. */
@Tag("faults")
class SmppFuzzTest {

  private static final Instant NOON = Instant.parse("2007-09-03T12:00:00Z");
  private static final ReceiptReader RECEIPTS = new ReceiptReader(MessageIdForm.HEX_THEN_DECIMAL, Set.of(1));

  @FuzzTest(maxDuration = "10m")
  void delivered(byte[] content) {
    DeliverSm message = new DeliverSm();
    message.setEsmClass(at(content, 0));
    message.setDataCoding(at(content, 1));
    byte[] rest = content.length > 3 ? Arrays.copyOfRange(content, 3, content.length) : new byte[0];
    // one that is too long for its field comes as a parameter
    if ((at(content, 2) & 1) == 1 || rest.length > 254) {
      message.setOptionalParameters(new OptionalParameter.Message_payload(rest),
          new OptionalParameter.Sar_msg_ref_num(at(content, 0)),
          new OptionalParameter.Sar_total_segments(at(content, 1)),
          new OptionalParameter.Sar_segment_seqnum(at(content, 2)));
    } else {
      message.setShortMessage(rest);
    }

    assertThat(IncomingContent.of(message).text()).hasSizeLessThanOrEqualTo(2 * rest.length);
    assertThat(RECEIPTS.read(message, NOON).map(DeliveryReport::gatewayReference).orElse("none")).isNotBlank();
  }

  private static byte at(byte[] content, int index) {
    return index < content.length ? content[index] : 0;
  }
}
