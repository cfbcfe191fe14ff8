package io.remit.access;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends requests byte by byte as they are written, which no client of good manners does. */
final class RawHttp implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;

  /** How a connection is made, such as one with TLS. */
  interface Connector {

    Socket connect() throws IOException;
  }

  private final int port;
  private final Connector connector;
  private Socket socket;
  private InputStream answers;

  RawHttp(int port) {
    this(port, () -> new Socket(InetAddress.getLoopbackAddress(), port));
  }

  RawHttp(int port, Connector connector) {
    this.port = port;
    this.connector = connector;
  }

  /** @param headers by their names in lower case */
  record Answer(int status, Map<String, String> headers, String body) {
  }

  /** @param target of the request line, such as a path */
  Answer send(String method, String target, Map<String, String> headers, String body) {
    StringBuilder request = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    Map<String, String> all = new HashMap<>(Map.of("Host", "localhost:" + port));
    all.putAll(headers);
    if (body != null) {
      all.put("Content-Length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
    }
    all.forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
    request.append("\r\n").append(body == null ? "" : body);
    try {
      return exchange(method, request.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(method + " " + target, failed);
    }
  }

  /**
   * Logs somebody in, whose password is his id.
   *
   * @return all cookies that he was given, as they were
   */
  List<String> cookiesOfALogin(String userId, String app, Map<String, String> headers) {
    List<String> cookies = new ArrayList<>(cookiesOf(send("GET", "/camunda/app/" + app + "/default/", headers, null)));
    Map<String, String> login = new HashMap<>(headers);
    login.put("Content-Type", "application/x-www-form-urlencoded");
    login.put("Cookie", cookies.stream().map(cookie -> cookie.split(";")[0]).collect(Collectors.joining("; ")));
    cookies.stream().filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
        .forEach(cookie -> login.put("X-XSRF-TOKEN", cookie.split("[=;]")[1]));
    Answer answer = send("POST", "/camunda/api/admin/auth/user/default/login/" + app, login,
        "username=" + userId + "&password=" + userId);
    if (answer.status() != 200) {
      throw new AssertionError(userId + " cannot log in: " + answer.status());
    }
    cookies.addAll(cookiesOf(answer));
    return cookies;
  }

  private static List<String> cookiesOf(Answer answer) {
    return answer.headers().getOrDefault("set-cookie", "").lines().toList();
  }

  /** @param request the whole of it, byte by byte */
  Answer sendAsItIs(String request) throws IOException {
    return exchange("GET", request.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Answer exchange(String method, byte[] request) throws IOException {
    boolean reused = socket != null;
    try {
      return tryExchange(method, request);
    } catch (IOException closed) {
      close();
      if (!reused) {
        throw closed;
      }
      // the server may close a connection that it has answered on, and tell it late
      return tryExchange(method, request);
    }
  }

  private Answer tryExchange(String method, byte[] request) throws IOException {
    if (socket == null) {
      socket = connector.connect();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      answers = new BufferedInputStream(socket.getInputStream());
    }
    socket.getOutputStream().write(request);
    String[] status = line().split(" ", 3);
    Map<String, String> headers = new HashMap<>();
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.merge(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip(),
          (first, second) -> first + "\n" + second);
    }
    Answer answer = new Answer(Integer.parseInt(status[1]), headers, method.equals("HEAD") ? "" : body(headers));
    if ("close".equalsIgnoreCase(headers.get("connection"))) {
      close();
    }
    return answer;
  }

  private String body(Map<String, String> headers) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
        body.write(answers.readNBytes(length));
        line();
      }
      line();
    } else if (headers.containsKey("content-length")) {
      body.write(answers.readNBytes(Integer.parseInt(headers.get("content-length"))));
    } else if ("close".equalsIgnoreCase(headers.get("connection"))) {
      body.write(answers.readAllBytes());
    }
    return body.toString(StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new EOFException("the server has closed the connection");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
