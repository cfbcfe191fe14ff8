package io.remit.gateway.smpp;

import io.remit.contact.DeliveryReport;
import io.remit.contact.DeliveryReport.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads delivery receipts: from SMPP's parameters where they are, else from the text, whose form the SMPP standard only
 * suggests. The library's reader insists on all fields of that form, and centres leave fields out.
 */
class ReceiptReader {

  /** An id is written in signs that can be seen. */
  private static final Pattern ID = Pattern.compile("\\bid:\\s*([!-~&&[^:]]{1,64})", Pattern.CASE_INSENSITIVE);
  private static final Pattern WHOLE_ID = Pattern.compile("[!-~]{1,64}");
  private static final Pattern STATE = Pattern.compile("\\bstat:\\s*([A-Z]{1,10})", Pattern.CASE_INSENSITIVE);
  private static final Pattern ERROR = Pattern.compile("\\berr:\\s*([0-9A-Z]{1,8})", Pattern.CASE_INSENSITIVE);
  /** What follows is the beginning of the message itself, in which anything may be written. */
  private static final Pattern QUOTED_TEXT = Pattern.compile("\\btext:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final MessageIdForm messageIds;
  private final Set<Integer> unknownSubscriber;

  /** @param unknownSubscriber error codes that mean that nobody has the number */
  ReceiptReader(MessageIdForm messageIds, Set<Integer> unknownSubscriber) {
    this.messageIds = messageIds;
    this.unknownSubscriber = unknownSubscriber;
  }

  /** How far a message has come. */
  private enum State {
    DELIVERED, FAILED, UNDERWAY
  }

  /** Whether an incoming message is about one that was sent. */
  static boolean isAboutDelivery(DeliverSm message) {
    return message.isSmscDeliveryReceipt() || message.isIntermediateDeliveryNotification();
  }

  /**
   * The report that a receipt makes.
   *
   * @param at when it came: a receipt's own time is in a zone that it does not tell
   * @return empty if the message is still underway, or the receipt does not say what it is about
   */
  Optional<DeliveryReport> read(DeliverSm receipt, Instant at) {
    String text = QUOTED_TEXT.matcher(textOf(receipt)).replaceFirst("");
    State state = stateOf(receipt, text);
    String messageId = messageIdOf(receipt, text);
    if (state == State.UNDERWAY || messageId == null || receipt.isIntermediateDeliveryNotification()) {
      return Optional.empty();
    }
    String stateName = find(STATE, text).map(name -> name.toUpperCase(Locale.ROOT)).orElse(state.name());
    String error = errorOf(receipt, text);
    boolean failed = state == State.FAILED;
    return Optional.of(new DeliveryReport(SmppChannel.NAME, messageId, failed ? Result.FAILED : Result.DELIVERED,
        failed && isUnknownSubscriber(error), failed && error != null ? stateName + " " + error : stateName, at));
  }

  private @Nullable String messageIdOf(DeliverSm receipt, String text) {
    var parameter = receipt.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    if (parameter != null && WHOLE_ID.matcher(parameter.getValueAsString()).matches()) {
      return messageIds.ofAnswer(parameter.getValueAsString());
    }
    return find(ID, text).map(messageIds::ofReceipt).orElse(null);
  }

  private static State stateOf(DeliverSm receipt, String text) {
    var parameter = receipt.getOptionalParameter(OptionalParameter.Message_state.class);
    if (parameter != null) {
      return switch (parameter.getValue()) {
        case 2 -> State.DELIVERED;
        case 3, 4, 5, 8 -> State.FAILED;
        default -> State.UNDERWAY;
      };
    }
    return switch (find(STATE, text).orElse("").toUpperCase(Locale.ROOT)) {
      case "DELIVRD", "DELIVERED" -> State.DELIVERED;
      case "EXPIRED", "DELETED", "UNDELIV", "REJECTD", "REJECTED" -> State.FAILED;
      default -> State.UNDERWAY;
    };
  }

  /** @return in digits as the centre writes them, or null */
  private static @Nullable String errorOf(DeliverSm receipt, String text) {
    var parameter = receipt.getOptionalParameter(OptionalParameter.Network_error_code.class);
    if (parameter != null && parameter.getValue().length == 3) {
      return String.valueOf((parameter.getValue()[1] & 0xFF) << 8 | parameter.getValue()[2] & 0xFF);
    }
    return find(ERROR, text).orElse(null);
  }

  private boolean isUnknownSubscriber(@Nullable String error) {
    return error != null && error.matches("\\d+") && unknownSubscriber.contains(Integer.valueOf(error));
  }

  private static String textOf(DeliverSm receipt) {
    byte[] content = receipt.getShortMessage();
    if (content == null || content.length == 0) {
      var payload = receipt.getOptionalParameter(OptionalParameter.Message_payload.class);
      content = payload == null ? new byte[0] : payload.getValue();
    }
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  private static Optional<String> find(Pattern field, String text) {
    Matcher matcher = field.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
