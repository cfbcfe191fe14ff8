package io.remit.gateway.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that speaks just enough SMTP, with STARTTLS, and answers as a test tells it to. */
class ScriptedMailServer implements AutoCloseable {

  /** In place of an answer: the connection breaks. */
  static final String BREAK = "BREAK";
  /** In place of an answer: none comes, until the client gives up. */
  static final String SILENCE = "SILENCE";

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final ServerSocket socket;
  private final SSLContext tls;

  /** @param tls for STARTTLS; null for a server that does not offer it */
  ScriptedMailServer(SSLContext tls) throws IOException {
    this.tls = tls;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted-mail-server");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * From now on a command is answered so.
   *
   * @param command such as {@code RCPT}; {@code GREETING} for the first line and {@code CONTENT} for the end of the
   *     mail
   */
  void answer(String command, String answer) {
    answers.put(command, answer);
  }

  int port() {
    return socket.getLocalPort();
  }

  List<String> commands() {
    return commands;
  }

  /** The contents that came in whole, whatever was answered to them. */
  List<String> mails() {
    return mails;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        converse(client);
      } catch (IOException | BrokenOff clientGone) {
        // the next client is served
      }
    }
  }

  private void converse(Socket client) throws IOException {
    Lines lines = new Lines(client);
    say(lines, "GREETING", "220 mail.example ready");
    boolean secure = false;
    for (String line = lines.read(); line != null; line = lines.read()) {
      commands.add(line);
      String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
      switch (command) {
        case "EHLO" -> say(lines, command, "250-mail.example\r\n" + (tls == null || secure ? "" : "250-STARTTLS\r\n")
            + (secure ? "250-AUTH PLAIN\r\n" : "") + "250 8BITMIME");
        case "STARTTLS" -> {
          say(lines, command, "220 go ahead");
          SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), false);
          secured.setUseClientMode(false);
          lines = new Lines(secured);
          secure = true;
        }
        case "DATA" -> {
          if (say(lines, command, "354 go ahead").startsWith("354")) {
            mails.add(contentFrom(lines));
            say(lines, "CONTENT", "250 taken");
          }
        }
        case "AUTH" -> say(lines, command, "235 welcome");
        case "QUIT" -> {
          say(lines, command, "221 bye");
          return;
        }
        default -> say(lines, command, "250 ok");
      }
    }
  }

  private static String contentFrom(Lines lines) throws IOException {
    StringBuilder content = new StringBuilder();
    for (String each = lines.read(); !".".equals(each); each = lines.read()) {
      if (each == null) {
        throw new BrokenOff();
      }
      content.append(each.startsWith(".") ? each.substring(1) : each).append("\r\n");
    }
    return content.toString();
  }

  private String say(Lines lines, String command, String usual) throws IOException {
    String answer = answers.getOrDefault(command, usual);
    if (answer.equals(BREAK)) {
      throw new BrokenOff();
    }
    if (answer.equals(SILENCE)) {
      lines.awaitEnd();
      throw new BrokenOff();
    }
    lines.write(answer);
    return answer;
  }

  private static final class BrokenOff extends RuntimeException {
  }

  private static final class Lines {

    private final BufferedReader in;
    private final OutputStream out;

    Lines(Socket socket) throws IOException {
      in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      out = socket.getOutputStream();
    }

    String read() throws IOException {
      return in.readLine();
    }

    void write(String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    void awaitEnd() throws IOException {
      while (in.readLine() != null) {
        // what still comes is not answered
      }
    }
  }
}
