package io.remit.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A browser that keeps cookies and is led on step by step, so that a test can see, and change, each of them. */
final class WebBrowser {

  private static final int MOST_STEPS = 20;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).GET());
  }

  /** @param form null to send nothing */
  HttpResponse<String> post(String address, String form) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.noBody());
    if (form != null) {
      request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
    }
    cookie(address, "XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    return send(request);
  }

  /** Where an answer leads. */
  static String locationOf(HttpResponse<String> answer) {
    return answer.uri().resolve(answer.headers().firstValue("Location")
        .orElseThrow(() -> new AssertionError(answer.statusCode() + " leads nowhere: " + answer.body()))).toString();
  }

  /** Goes where the answer leads, and on, up to an answer that is there, or to an address that begins like this. */
  HttpResponse<String> followed(HttpResponse<String> first, String upTo) {
    HttpResponse<String> answer = first;
    for (int step = 0; step < MOST_STEPS && answer.statusCode() / 100 == 3; step++) {
      if (locationOf(answer).startsWith(upTo)) {
        return answer;
      }
      answer = get(locationOf(answer));
    }
    return answer;
  }

  HttpResponse<String> followed(HttpResponse<String> first) {
    return followed(first, "nowhere:");
  }

  /** The cookie that is sent to an address. */
  Optional<String> cookie(String address, String name) {
    return cookies.getCookieStore().get(URI.create(address)).stream().filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue).findFirst();
  }

  void setCookie(String host, String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(URI.create(host), cookie);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
