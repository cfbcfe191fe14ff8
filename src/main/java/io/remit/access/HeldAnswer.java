package io.remit.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer that is held back, an error too, until it is known whether it is the one to give. */
class HeldAnswer extends ContentCachingResponseWrapper {

  private boolean error;

  HeldAnswer(HttpServletResponse response) {
    super(response);
  }

  @Override
  public void sendError(int status) {
    error = true;
    setStatus(status);
  }

  @Override
  public void sendError(int status, String message) {
    sendError(status);
  }

  /** Another answer will be given in its place. */
  @Override
  public void reset() {
    error = false;
    super.reset();
  }

  void give() throws IOException {
    if (error) {
      ((HttpServletResponse) getResponse()).sendError(getStatus());
    } else {
      copyBodyToResponse();
    }
  }
}
