package io.remit.gateway.smpp;

import io.remit.contact.text.GsmAlphabet;
import io.remit.contact.text.SmsSegments;
import io.remit.contact.text.SmsSegments.Coding;
import io.remit.gateway.smpp.SmppSettings.LongTexts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;

/** Codes the parts of a text for submission. */
class ShortMessages {

  private static final byte GSM_DEFAULT = 0x00;
  private static final byte UCS2 = 0x08;
  private static final byte[] CONCATENATION_HEADER = {0x05, 0x00, 0x03};
  private static final Pattern ATTEMPT = Pattern.compile("(\\d{1,18})$");

  private final LongTexts longTexts;
  private final AtomicInteger concatenations = new AtomicInteger(ThreadLocalRandom.current().nextInt(256));

  ShortMessages(LongTexts longTexts) {
    this.longTexts = longTexts;
  }

  /**
   * The parts of a text. Each carries the last 16 bits of the number that the message's reference ends in, as
   * {@code user_message_reference}: for people who compare the logs of both sides. Remit itself never matches by it,
   * since the numbers come again.
   */
  List<ShortMessage> of(SmsSegments segments, String reference) {
    List<ShortMessage> parts = new ArrayList<>();
    int concatenation = segments.count() == 1 ? 0 : concatenations.getAndIncrement() & 0xFF;
    for (int number = 1; number <= segments.count(); number++) {
      List<OptionalParameter> parameters = new ArrayList<>();
      userReference(reference, parameters);
      byte[] header = {};
      if (segments.count() > 1 && longTexts == LongTexts.UDH) {
        header = header(concatenation, segments.count(), number);
      } else if (segments.count() > 1) {
        parameters.add(new OptionalParameter.Sar_msg_ref_num((short) concatenation));
        parameters.add(new OptionalParameter.Sar_total_segments((byte) segments.count()));
        parameters.add(new OptionalParameter.Sar_segment_seqnum((byte) number));
      }
      parts.add(new ShortMessage(header.length == 0 ? 0 : SMPPConstant.ESMCLS_UDHI_INDICATOR_SET,
          segments.coding() == Coding.GSM ? GSM_DEFAULT : UCS2,
          content(header, segments.parts().get(number - 1), segments.coding()),
          parameters.toArray(OptionalParameter[]::new)));
    }
    return parts;
  }

  private static void userReference(String reference, List<OptionalParameter> parameters) {
    Matcher attempt = ATTEMPT.matcher(reference);
    if (attempt.find()) {
      parameters.add(new OptionalParameter.User_message_reference((short) Long.parseLong(attempt.group())));
    }
  }

  private static byte[] header(int concatenation, int count, int number) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(CONCATENATION_HEADER);
    header.write(concatenation);
    header.write(count);
    header.write(number);
    return header.toByteArray();
  }

  private static byte[] content(byte[] header, String text, Coding coding) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(header);
    content.writeBytes(coding == Coding.GSM ? GsmAlphabet.encode(text) : text.getBytes(StandardCharsets.UTF_16BE));
    return content.toByteArray();
  }
}
