package io.remit.gateway.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;

/** Takes call-backs of gateways: only what is signed, only while it is fresh, and only once. */
@Component
public class SignedCallbacks {

  private static final Logger LOG = LoggerFactory.getLogger(SignedCallbacks.class);

  private static final int LONGEST_BODY = 64 * 1024;

  private final CallbackWindow window;
  private final CallbackLog taken;
  private final ObjectReader json;
  private final TransactionTemplate transaction;

  SignedCallbacks(CallbackWindow window, CallbackLog taken, ObjectMapper json,
      PlatformTransactionManager transactions) {
    this.window = window;
    this.taken = taken;
    this.json = json.reader();
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Takes one call-back. That it was taken is kept in the transaction of its effect: one whose effect failed may be
   * sent again.
   *
   * @param secrets of the gateway that calls here
   * @param effect reads the fields and does what they ask for; what it throws undoes all
   * @throws ErrorResponseException with the answer to give, if the call-back is not taken
   */
  public void receive(HttpServletRequest request, CallbackSecrets secrets, Consumer<CallbackFields> effect)
      throws IOException {
    byte[] body = read(request);
    String signature = verify(request, secrets, body);
    try {
      CallbackFields fields = CallbackFields.read(json, body);
      transaction.executeWithoutResult(status -> {
        rememberOnce(request, signature);
        effect.accept(fields);
      });
    } catch (MalformedCallbackException malformed) {
      ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, malformed.getMessage());
      problem.setProperty("field", malformed.field());
      throw refusal(request, problem);
    }
  }

  private static byte[] read(HttpServletRequest request) throws IOException {
    byte[] body = request.getContentLengthLong() > LONGEST_BODY ? null
        : request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body == null || body.length > LONGEST_BODY) {
      throw refusal(request, HttpStatus.PAYLOAD_TOO_LARGE, "A call-back may have 64 KB.");
    }
    return body;
  }

  private String verify(HttpServletRequest request, CallbackSecrets secrets, byte[] body) {
    String timestamp = header(request, CallbackSignature.TIMESTAMP_HEADER);
    String signature = header(request, CallbackSignature.SIGNATURE_HEADER);
    String verified = CallbackSignature.verified(secrets, timestamp, body, signature)
        .orElseThrow(() -> unauthorized(request, "The signature is not one of this time stamp and body."));
    if (!window.contains(moment(request, timestamp))) {
      throw unauthorized(request, "The time stamp is more than five minutes off.");
    }
    return verified;
  }

  private static String header(HttpServletRequest request, String name) {
    String value = request.getHeader(name);
    if (value == null) {
      throw unauthorized(request, "The header " + name + " is missing.");
    }
    return value;
  }

  private static Instant moment(HttpServletRequest request, String timestamp) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(timestamp));
    } catch (NumberFormatException | DateTimeException notSeconds) {
      throw unauthorized(request, "The time stamp has to be in seconds since 1970.");
    }
  }

  private void rememberOnce(HttpServletRequest request, String signature) {
    try {
      taken.add(signature);
    } catch (DuplicateKeyException repeated) {
      throw refusal(request, HttpStatus.CONFLICT, "This call-back was taken before.");
    }
  }

  private static ErrorResponseException unauthorized(HttpServletRequest request, String detail) {
    ErrorResponseException refusal = refusal(request, HttpStatus.UNAUTHORIZED, detail);
    refusal.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, CallbackSignature.SIGNATURE_HEADER);
    return refusal;
  }

  private static ErrorResponseException refusal(HttpServletRequest request, HttpStatus status, String detail) {
    return refusal(request, ProblemDetail.forStatusAndDetail(status, detail));
  }

  private static ErrorResponseException refusal(HttpServletRequest request, ProblemDetail problem) {
    LOG.warn("A call-back to {} was refused with {}: {}", request.getServletPath(), problem.getStatus(),
        problem.getDetail());
    return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
  }
}
