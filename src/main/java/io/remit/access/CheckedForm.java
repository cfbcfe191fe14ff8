package io.remit.access;

import io.remit.cases.InvalidInputException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;

/** A request with a form, whose fields were checked and can be read as fields or once more as a body. */
class CheckedForm extends HttpServletRequestWrapper {

  /** No form that is sent as one has more than a name and a password. */
  private static final int LONGEST = 10_000;

  private final byte[] body;
  private final MultiValueMap<String, String> fields;
  private ServletInputStream stream;

  /**
   * Reads the form.
   *
   * @param query the fields of the address, which come first
   * @throws InvalidInputException that names the field, if one has a text that no field may have
   */
  CheckedForm(HttpServletRequest request, MultiValueMap<String, String> query) throws IOException {
    super(request);
    body = request.getInputStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      throw new InvalidInputException("body", "is longer than any form");
    }
    fields = query;
    QueryText.addFields(new String(body, StandardCharsets.US_ASCII), fields);
  }

  @Override
  public ServletInputStream getInputStream() {
    if (stream == null) {
      stream = new RememberedStream(new ByteArrayInputStream(body));
    }
    return stream;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public String getParameter(String name) {
    return fields.getFirst(name);
  }

  @Override
  public String[] getParameterValues(String name) {
    List<String> values = fields.get(name);
    return values == null ? null : values.toArray(String[]::new);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(fields.keySet());
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return fields.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, field -> field.getValue().toArray(String[]::new)));
  }

  private static final class RememberedStream extends ServletInputStream {

    private final ByteArrayInputStream bytes;

    private RememberedStream(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("forms are read by those who wait for them");
    }
  }
}
