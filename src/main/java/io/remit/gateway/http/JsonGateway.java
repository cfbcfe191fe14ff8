package io.remit.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageRefusedException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * A gateway that takes orders as JSON, each under a key of its own, and can be asked for them by it: {@code POST
 * <url>/<resource>} and {@code GET <url>/<resource>?reference=<key>}.
 */
public final class JsonGateway {

  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final String INVALID_NUMBER = "invalid-number";

  private final RestClient http;
  private final String resource;
  private final ObjectMapper json;
  private final Clock clock;

  /** @param resource the last part of the path, such as {@code messages} */
  public JsonGateway(GatewayConnection connection, String resource, ObjectMapper json, Clock clock) {
    this.http = client(connection);
    this.resource = resource;
    this.json = json;
    this.clock = clock;
  }

  private static RestClient client(GatewayConnection connection) {
    // HTTP/2 would be offered with headers that simple servers choke on; a redirect would carry messages elsewhere
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
        .version(Version.HTTP_1_1).followRedirects(Redirect.NEVER).connectTimeout(connection.connectTimeout()).build());
    // this one runs from the beginning: were it the shorter, a gateway that was never reached would be in doubt
    requests.setReadTimeout(connection.connectTimeout().plus(connection.readTimeout()));
    RestClient.Builder client = RestClient.builder().requestFactory(requests).baseUrl(connection.url().toString())
        .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
    if (connection.token() != null && !connection.token().isBlank()) {
      client.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + connection.token());
    }
    return client.build();
  }

  /**
   * Gives an order. Given again under the same key, it is still one order.
   *
   * @param reference the key
   * @param order written as JSON
   * @throws MessageRefusedException if the gateway did not take it and never will
   * @throws GatewayUnavailableException if the gateway has certainly not taken it
   * @throws RuntimeException any other: it is in doubt whether the gateway took it
   */
  public DeliveryReceipt place(String reference, Object order) {
    byte[] content = write(order);
    try {
      return receipt(http.post().uri("/{resource}", resource).header(IDEMPOTENCY_KEY, reference)
          .contentType(MediaType.APPLICATION_JSON).body(content)
          .exchange((request, response) -> GatewayAnswer.read(response, json)));
    } catch (ResourceAccessException failed) {
      if (NeverReached.by(failed)) {
        throw new GatewayUnavailableException("The gateway cannot be reached", failed);
      }
      throw new DeliveryInDoubtException("The gateway's answer did not arrive", failed);
    }
  }

  /**
   * Asks what became of an order.
   *
   * @param reference its key
   * @throws GatewayUnavailableException if the gateway does not say
   */
  public DeliveryStatus find(String reference) {
    GatewayAnswer answer = ask(reference);
    if (answer.status() == 404) {
      return DeliveryStatus.notTaken();
    }
    if (answer.status() == 200) {
      return answer.id().map(this::taken).map(DeliveryStatus::taken)
          .orElseThrow(() -> new GatewayUnavailableException("The gateway found something but named no id", null));
    }
    throw new GatewayUnavailableException("The gateway answered a question with " + answer.status(), null);
  }

  private GatewayAnswer ask(String reference) {
    try {
      return http.get().uri("/{resource}?reference={reference}", resource, reference)
          .exchange((request, response) -> GatewayAnswer.read(response, json));
    } catch (ResourceAccessException failed) {
      throw new GatewayUnavailableException("The gateway cannot be asked", failed);
    }
  }

  private byte[] write(Object order) {
    try {
      return json.writeValueAsBytes(order);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("An order cannot be written as JSON", impossible);
    }
  }

  private DeliveryReceipt receipt(GatewayAnswer answer) {
    if (answer.isSuccess() || answer.status() == 409) {
      return answer.id().map(this::taken).orElseThrow(() -> inDoubt("The gateway named no id with " + answer.status()));
    }
    String said = "The gateway answered " + answer.status() + answer.code().map(code -> ", " + code).orElse("");
    switch (answer.status()) {
      case 400, 413, 422 -> throw new MessageRefusedException(said,
          answer.code().filter(INVALID_NUMBER::equals).isPresent());
      case 503 -> throw new GatewayUnavailableException(said, null);
      default -> {
        // the fault lies with the settings here or there: nothing is taken until somebody mends them
        if (answer.status() >= 400 && answer.status() < 500) {
          throw new GatewayUnavailableException(said, null);
        }
        throw inDoubt(said);
      }
    }
  }

  private DeliveryReceipt taken(String id) {
    return new DeliveryReceipt(id, clock.instant());
  }

  private static DeliveryInDoubtException inDoubt(String reason) {
    return new DeliveryInDoubtException(reason, null);
  }
}
