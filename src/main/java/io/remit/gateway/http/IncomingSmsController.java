package io.remit.gateway.http;

import io.remit.contact.incoming.IncomingText;
import io.remit.contact.incoming.IncomingTexts;
import io.remit.gateway.callback.CallbackFields;
import io.remit.gateway.callback.CallbackSecrets;
import io.remit.gateway.callback.SignedCallbacks;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the texts that people send to the SMS gateway. */
@RestController
@Hidden
@ConditionalOnProperty(name = "remit.channels.sms", havingValue = "http")
class IncomingSmsController {

  /** Some senders are names or short codes, not numbers. */
  private static final Pattern SENDER = Pattern.compile("\\P{Cntrl}{1,40}");
  private static final Pattern ANYTHING = Pattern.compile("(?s).*");

  private final SignedCallbacks callbacks;
  private final CallbackSecrets secrets;
  private final IncomingTexts texts;

  IncomingSmsController(SignedCallbacks callbacks, HttpSmsSettings settings, IncomingTexts texts) {
    this.callbacks = callbacks;
    this.secrets = settings.secrets();
    this.texts = texts;
  }

  /** Takes all texts of a call-back or none; one that was taken before is passed over. */
  @PostMapping("/gateway/sms/incoming")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void incoming(HttpServletRequest request) throws IOException {
    callbacks.receive(request, secrets, fields -> {
      List<IncomingText> received = fields.list("texts").stream().map(IncomingSmsController::text).toList();
      received.forEach(texts::receive);
    });
  }

  static IncomingText text(CallbackFields text) {
    return new IncomingText(HttpSmsChannel.NAME, text.text("id", SmsStatusController.ID, SmsStatusController.ID_RULE),
        text.text("from", SENDER, "a number such as +4930123456"), text.text("text", ANYTHING, "a text"),
        text.instant("at"));
  }
}
