package io.remit.gateway.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/** For tests of what gateways send: reads a body as a call-back's is. */
public final class ReadCallback {

  private static final ObjectReader JSON = new ObjectMapper().reader();

  private ReadCallback() {
  }

  /** @throws MalformedCallbackException as for one that comes by HTTP */
  public static CallbackFields of(byte[] body) {
    return CallbackFields.read(JSON, body);
  }
}
