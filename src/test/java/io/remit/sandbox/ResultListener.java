package io.remit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands where Remit takes the robot's results. */
class ResultListener implements AutoCloseable {

  /** A result as it came. */
  record Received(String timestamp, String signature, byte[] body) {

    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(body);
    }
  }

  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  ResultListener() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/results", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/results";
  }

  /** The next result is answered so; those after it with 202. */
  void answerNext(int status) {
    answers.add(status);
  }

  /** Waits for the next result. */
  Received next() throws InterruptedException {
    Received next = received.poll(20, TimeUnit.SECONDS);
    assertThat(next).as("the result of a call").isNotNull();
    return next;
  }

  boolean hasMore() {
    return !received.isEmpty();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Received result = new Received(exchange.getRequestHeaders().getFirst("Remit-Timestamp"),
          exchange.getRequestHeaders().getFirst("Remit-Signature"), exchange.getRequestBody().readAllBytes());
      Integer status = answers.poll();
      exchange.sendResponseHeaders(status == null ? 202 : status, -1);
      received.add(result);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
