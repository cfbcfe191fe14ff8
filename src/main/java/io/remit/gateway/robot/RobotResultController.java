package io.remit.gateway.robot;

import io.remit.contact.conversation.RobotCallResult;
import io.remit.contact.conversation.RobotCalls;
import io.remit.gateway.callback.CallbackSecrets;
import io.remit.gateway.callback.SignedCallbacks;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes what the voice robot reports of its calls. */
@RestController
@Hidden
@ConditionalOnProperty(name = "remit.channels.robot-call", havingValue = "http")
class RobotResultController {

  private static final Logger LOG = LoggerFactory.getLogger(RobotResultController.class);

  private final SignedCallbacks callbacks;
  private final CallbackSecrets secrets;
  private final RobotCalls calls;

  RobotResultController(SignedCallbacks callbacks, RobotSettings settings, RobotCalls calls) {
    this.callbacks = callbacks;
    this.secrets = settings.secrets();
    this.calls = calls;
  }

  @PostMapping("/gateway/robot/results")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void result(HttpServletRequest request) throws IOException {
    callbacks.receive(request, secrets, fields -> {
      RobotCallResult result = ResultFields.read(fields);
      if (!calls.receive(result)) {
        LOG.warn("The robot reported a result of {}, of which none is waited for", result.reference());
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "No call of this reference waits for a result.");
      }
    });
  }
}
