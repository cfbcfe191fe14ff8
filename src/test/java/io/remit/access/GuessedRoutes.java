package io.remit.access;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All routes that users have, asked with guessed ids by somebody whom what they show does not concern. */
final class GuessedRoutes {

  private GuessedRoutes() {
  }

  /**
   * What was answered although it tells a secret, beyond repeating what was asked.
   *
   * @param inTasklist for the routes of the web apps
   * @param overRest the same person, for the others
   * @param guesses ids that are put into each route
   * @param body what is sent with POST and PUT
   */
  static List<String> thatTell(Set<String> secrets, HttpUser inTasklist, HttpUser overRest, List<String> guesses,
      String body) {
    List<String> shown = new ArrayList<>();
    Stream.concat(ApiRoutes.ALL.stream(), EngineRoutes.FOR_USERS.stream())
        .filter(route -> !route.pattern().contains("{")).forEach(route -> guesses.forEach(guess -> {
          String path = route.pattern().replace("/**", "/" + guess).replace("*", guess);
          HttpUser caller = path.startsWith("/camunda") ? inTasklist : overRest;
          String method = route.method().name();
          HttpResponse<String> answer = List.of("POST", "PUT").contains(method) ? caller.send(method, path, body)
              : caller.call(method, path);
          String told = answer.body().replace(guess, "");
          if (answer.statusCode() < 400 && secrets.stream().anyMatch(told::contains)) {
            shown.add(method + " " + path + " " + answer.body());
          }
        }));
    return shown;
  }
}
