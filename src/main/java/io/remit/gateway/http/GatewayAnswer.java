package io.remit.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.client.ClientHttpResponse;

/**
 * What a gateway answered.
 *
 * @param body missing if it was not JSON
 */
record GatewayAnswer(int status, JsonNode body) {

  private static final int LONGEST_BODY = 64 * 1024;
  private static final int LONGEST_ID = 200;
  /** What a code looks like. Other texts of a gateway could repeat a number or a name and are not passed on. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  static GatewayAnswer read(ClientHttpResponse response, ObjectMapper json) throws IOException {
    int status = response.getStatusCode().value();
    byte[] body = response.getBody().readNBytes(LONGEST_BODY);
    return new GatewayAnswer(status, parse(body, json));
  }

  private static JsonNode parse(byte[] body, ObjectMapper json) {
    try {
      return json.readTree(body);
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The gateway's own name for a message. */
  Optional<String> id() {
    JsonNode id = body.path("id");
    return id.isTextual() || id.isIntegralNumber()
        ? Optional.of(id.asText()).filter(text -> !text.isBlank() && text.length() <= LONGEST_ID) : Optional.empty();
  }

  /** Why a message was refused, in one word. */
  Optional<String> code() {
    return Optional.ofNullable(body.path("code").textValue()).filter(code -> CODE.matcher(code).matches());
  }

  /** Leaves the body out, which may be personal. */
  @Override
  public String toString() {
    return "GatewayAnswer[" + status + "]";
  }
}
