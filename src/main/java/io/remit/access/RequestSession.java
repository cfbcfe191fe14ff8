package io.remit.access;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands in for a session while one request is served: nobody else sees it, no cookie leads to it, nothing is kept. */
final class RequestSession implements HttpSession {

  private final ServletContext context;
  private final Map<String, Object> attributes = new HashMap<>();
  private boolean ended;

  RequestSession(ServletContext context) {
    this.context = context;
  }

  boolean hasEnded() {
    return ended;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      removeAttribute(name);
    } else {
      attributes.put(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.enumeration(attributes.keySet());
  }

  @Override
  public void invalidate() {
    ended = true;
  }

  @Override
  public String getId() {
    return "none";
  }

  @Override
  public boolean isNew() {
    return true;
  }

  @Override
  public long getCreationTime() {
    return 0;
  }

  @Override
  public long getLastAccessedTime() {
    return 0;
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public void setMaxInactiveInterval(int seconds) {
    // it ends with the request
  }

  @Override
  public int getMaxInactiveInterval() {
    return 0;
  }
}
