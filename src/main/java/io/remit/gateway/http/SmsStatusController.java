package io.remit.gateway.http;

import io.remit.contact.DeliveryReport;
import io.remit.contact.dispatch.DeliveryReports;
import io.remit.gateway.callback.CallbackFields;
import io.remit.gateway.callback.CallbackSecrets;
import io.remit.gateway.callback.SignedCallbacks;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes the SMS gateway's reports of what became of messages. */
@RestController
@Hidden
@ConditionalOnProperty(name = "remit.channels.sms", havingValue = "http")
class SmsStatusController {

  static final Pattern ID = Pattern.compile("\\P{Cntrl}{1,200}");
  static final String ID_RULE = "up to 200 printable characters";

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
  private static final String INVALID_NUMBER = "invalid-number";

  private final SignedCallbacks callbacks;
  private final CallbackSecrets secrets;
  private final DeliveryReports reports;

  SmsStatusController(SignedCallbacks callbacks, HttpSmsSettings settings, DeliveryReports reports) {
    this.callbacks = callbacks;
    this.secrets = settings.secrets();
    this.reports = reports;
  }

  /** Takes all events of a call-back or none. */
  @PostMapping("/gateway/sms/status")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void status(HttpServletRequest request) throws IOException {
    callbacks.receive(request, secrets, fields -> {
      List<DeliveryReport> events = fields.list("events").stream().map(SmsStatusController::report).toList();
      events.forEach(reports::receive);
    });
  }

  static DeliveryReport report(CallbackFields event) {
    Optional<String> code = event.optionalText("code", CODE, "up to 40 letters, digits, - and _");
    return new DeliveryReport(HttpSmsChannel.NAME, event.text("id", ID, ID_RULE),
        event.choice("status", DeliveryReport.Result.class), code.filter(INVALID_NUMBER::equals).isPresent(),
        code.orElse(null), event.instant("at"));
  }
}
