package io.remit.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import io.remit.cases.InvalidInputException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose JSON is read along with whoever reads it, and ends with {@link RefusedText} where it has to. */
class CheckedJson extends HttpServletRequestWrapper {

  private static final JsonFactory JSON = new JsonFactory();

  private final boolean numbersMayBeMoments;
  private @Nullable ServletInputStream checked;

  /** @param numbersMayBeMoments whether who reads it takes a number for a moment where one is wanted */
  CheckedJson(HttpServletRequest request, boolean numbersMayBeMoments) {
    super(request);
    this.numbersMayBeMoments = numbersMayBeMoments;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (checked == null) {
      checked = new CheckedStream(super.getInputStream(), JSON.createNonBlockingByteArrayParser());
    }
    return checked;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private void check(JsonParser json) throws IOException {
    try {
      for (JsonToken token = json.nextToken(); token != null && token != JsonToken.NOT_AVAILABLE;
          token = json.nextToken()) {
        check(token, json);
      }
    } catch (InvalidInputException invalid) {
      throw new RefusedText(json, invalid);
    }
  }

  private void check(JsonToken token, JsonParser json) throws IOException {
    switch (token) {
      case FIELD_NAME -> PlainText.checkLine("body", json.currentName());
      case VALUE_STRING -> PlainText.checkText(nameOf(json), json.getText());
      case VALUE_NUMBER_INT -> {
        if (numbersMayBeMoments && !isMoment(json)) {
          throw PlainText.farAway(nameOf(json));
        }
      }
      default -> {
        // neither brackets nor fractions nor constants can be wrong
      }
    }
  }

  private static boolean isMoment(JsonParser json) throws IOException {
    return json.getNumberType() != JsonParser.NumberType.BIG_INTEGER && PlainText.isMoment(json.getLongValue());
  }

  /** The field that is read; what is in a list has the list's name, and what has none is the body. */
  private static String nameOf(JsonParser json) {
    JsonStreamContext place = json.getParsingContext();
    while (place != null && place.getCurrentName() == null) {
      place = place.getParent();
    }
    return place == null || place.getCurrentName().isBlank() ? "body" : place.getCurrentName();
  }

  private final class CheckedStream extends ServletInputStream {

    private final ServletInputStream bytes;
    private final JsonParser json;
    private final ByteArrayFeeder feeder;

    private CheckedStream(ServletInputStream bytes, JsonParser json) {
      this.bytes = bytes;
      this.json = json;
      this.feeder = (ByteArrayFeeder) json.getNonBlockingInputFeeder();
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int start, int length) throws IOException {
      int count = bytes.read(buffer, start, length);
      if (count > 0) {
        feeder.feedInput(buffer, start, start + count);
        check(json);
      } else if (count < 0) {
        feeder.endOfInput();
        check(json);
      }
      return count;
    }

    @Override
    public boolean isFinished() {
      return bytes.isFinished();
    }

    @Override
    public boolean isReady() {
      return bytes.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("bodies are read by those who wait for them");
    }
  }
}
