package io.remit.gateway.smpp;

import io.remit.contact.text.GsmAlphabet;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/**
 * What an incoming message carries.
 *
 * @param text decoded; that of a part may begin or end in the middle of a surrogate pair
 * @param concatenation which part of which long text it is; empty if it is a whole text
 */
record IncomingContent(String text, Optional<Concatenation> concatenation) {

  private static final int UDH_8_BIT_CONCATENATION = 0x00;
  private static final int UDH_16_BIT_CONCATENATION = 0x08;

  /**
   * The place of a part in its text.
   *
   * @param name the sender's for the long text, with the width in which it was given
   */
  record Concatenation(String name, int count, int number) {

    private static Optional<Concatenation> of(String name, int count, int number) {
      return count > 1 && number >= 1 && number <= count ? Optional.of(new Concatenation(name, count, number))
          : Optional.empty();
    }
  }

  static IncomingContent of(DeliverSm message) {
    byte[] content = contentOf(message);
    byte[] header = {};
    if (DeliverSm.isUdhi(message.getEsmClass()) && content.length > 0 && (content[0] & 0xFF) < content.length) {
      int end = 1 + (content[0] & 0xFF);
      header = Arrays.copyOfRange(content, 1, end);
      content = Arrays.copyOfRange(content, end, content.length);
    }
    Optional<Concatenation> concatenation = fromHeader(header);
    return new IncomingContent(decode(content, message.getDataCoding()),
        concatenation.isPresent() ? concatenation : fromParameters(message));
  }

  private static byte[] contentOf(DeliverSm message) {
    OptionalParameter.Message_payload payload = message.getOptionalParameter(OptionalParameter.Message_payload.class);
    byte[] content = message.getShortMessage();
    if (content != null && content.length > 0) {
      return content;
    }
    return payload == null ? new byte[0] : payload.getValue();
  }

  private static Optional<Concatenation> fromHeader(byte[] header) {
    int at = 0;
    while (at + 1 < header.length) {
      int element = header[at] & 0xFF;
      int length = header[at + 1] & 0xFF;
      int data = at + 2;
      if (data + length > header.length) {
        return Optional.empty();
      }
      if (element == UDH_8_BIT_CONCATENATION && length == 3) {
        return Concatenation.of("8:" + octet(header, data), octet(header, data + 1), octet(header, data + 2));
      }
      if (element == UDH_16_BIT_CONCATENATION && length == 4) {
        return Concatenation.of("16:" + (octet(header, data) << 8 | octet(header, data + 1)), octet(header, data + 2),
            octet(header, data + 3));
      }
      at = data + length;
    }
    return Optional.empty();
  }

  private static Optional<Concatenation> fromParameters(DeliverSm message) {
    var name = message.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
    var count = message.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
    var number = message.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
    return name == null || count == null || number == null ? Optional.empty()
        : Concatenation.of("sar:" + (name.getValue() & 0xFFFF), count.getValue() & 0xFF, number.getValue() & 0xFF);
  }

  /** SMPP's data codings are the lowest 16; those above are GSM's, which has the alphabet in two of their bits. */
  private static String decode(byte[] content, byte dataCoding) {
    int coding = dataCoding & 0xFF;
    return switch (coding) {
      case 0x01 -> new String(content, StandardCharsets.US_ASCII);
      case 0x02, 0x03, 0x04 -> new String(content, StandardCharsets.ISO_8859_1);
      case 0x05 -> new String(content, Charset.forName("Shift_JIS"));
      case 0x06 -> new String(content, Charset.forName("ISO-8859-5"));
      case 0x07 -> new String(content, Charset.forName("ISO-8859-8"));
      case 0x0E -> new String(content, Charset.forName("EUC-KR"));
      case 0x08 -> utf16(content);
      default -> coding >= 0x10 && coding < 0xC0 && (coding & 0x0C) == 0x08 || (coding & 0xF0) == 0xE0
          ? utf16(content) : GsmAlphabet.decode(content);
    };
  }

  /** Keeps half a surrogate pair, whose other half may begin the next part; a charset's decoder would not. */
  private static String utf16(byte[] content) {
    return ByteBuffer.wrap(content).asCharBuffer().toString();
  }

  private static int octet(byte[] content, int at) {
    return content[at] & 0xFF;
  }

  /** Tells the size but not the text, which is personal. */
  @Override
  public String toString() {
    return "IncomingContent[" + text.length() + "]";
  }
}
