package io.remit.gateway.smpp;

import java.math.BigInteger;

/**
 * How a centre writes the name of a message in the answer to its submission and in the text of its receipt. Some write one
 * in hexadecimal and the other in decimal digits.
 */
enum MessageIdForm {
  SAME(0, 0),
  HEX_THEN_DECIMAL(16, 10),
  DECIMAL_THEN_HEX(10, 16);

  private final int radixOfAnswer;
  private final int radixOfReceipt;

  MessageIdForm(int radixOfAnswer, int radixOfReceipt) {
    this.radixOfAnswer = radixOfAnswer;
    this.radixOfReceipt = radixOfReceipt;
  }

  /** The one form in which both agree, of a name as the answer to a submission writes it. */
  String ofAnswer(String messageId) {
    return inDecimal(messageId, radixOfAnswer);
  }

  /** The one form in which both agree, of a name as the text of a receipt writes it. */
  String ofReceipt(String messageId) {
    return inDecimal(messageId, radixOfReceipt);
  }

  /** A name that is no number in spite of the setting stays as it is. */
  private static String inDecimal(String messageId, int radix) {
    if (radix == 0) {
      return messageId;
    }
    try {
      return new BigInteger(messageId, radix).toString();
    } catch (NumberFormatException e) {
      return messageId;
    }
  }
}
