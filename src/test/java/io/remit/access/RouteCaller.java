package io.remit.access;

import io.remit.access.RawHttp.Answer;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Somebody with a connection and a session of his own who asks for routes of the web apps; nobody has no session. */
record RouteCaller(String name, String group, RawHttp http, Map<String, String> session) implements AutoCloseable {

  private static final String NOBODY = "nobody";

  /** The users of the demo, each logged in to an app of his, and nobody, by their names. */
  static Map<String, RouteCaller> everybody(int port) {
    Map<String, RouteCaller> everybody = new LinkedHashMap<>();
    for (DemoUser user : DemoUser.values()) {
      everybody.put(user.id(), new RouteCaller(user.id(), user.groupId(), new RawHttp(port),
          HttpUser.loggedIn(port, user, appOf(user)).session()));
    }
    everybody.put(NOBODY, new RouteCaller(NOBODY, NOBODY, new RawHttp(port), Map.of()));
    return everybody;
  }

  private static String appOf(DemoUser user) {
    return switch (user) {
      case MANAGER_1, OPERATOR, OWNER_1, ADMIN -> "cockpit";
      default -> "tasklist";
    };
  }

  Answer send(String method, String target) {
    return send(method, target, Map.of());
  }

  Answer send(String method, String target, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(session);
    headers.putAll(more);
    boolean body = Set.of("POST", "PUT", "DELETE", "PATCH").contains(method);
    if (body) {
      headers.put("Content-Type", "application/json");
    }
    return http.send(method, target, headers, body ? "{}" : null);
  }

  /** Whether this answer says that he may not call what he has called. */
  boolean isRefused(Answer answer) {
    return answer.status() == 403 && answer.body().contains("None of your groups")
        || name.equals(NOBODY) && answer.status() == 401 && answer.body().contains("Log in first.");
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
