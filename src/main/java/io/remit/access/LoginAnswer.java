package io.remit.access;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** The answer to a login. Cookies leave with it once a session has begun, and not if the password was wrong. */
final class LoginAnswer extends HttpServletResponseWrapper {

  private final List<String> cookies = new ArrayList<>();
  private boolean handedOut;

  LoginAnswer(HttpServletResponse response) {
    super(response);
  }

  void handOutCookies() {
    handedOut = true;
    cookies.forEach(cookie -> super.addHeader(HttpHeaders.SET_COOKIE, cookie));
  }

  @Override
  public void addHeader(String name, String value) {
    if (!handedOut && name.equalsIgnoreCase(HttpHeaders.SET_COOKIE)) {
      cookies.add(value);
    } else {
      super.addHeader(name, value);
    }
  }
}
