package io.remit.access;

import static io.remit.access.DemoUser.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets in with which password, who has to wait, and when a login is over. */
@OnBothDatabases
class UserLoginTest {

  private static final String PASSWORD = "four words make one";
  private static final String ANOTHER = "make one of four words";
  private static final String USERS = "/camunda/api/engine/engine/default/user/";
  private static final String TASKS = "/camunda/api/engine/engine/default/task";
  private static final String HOME = "127.0.0.1";

  @LocalServerPort
  private int port;
  @Autowired
  private IdentityService identities;
  @Autowired
  private JdbcClient database;
  @Autowired
  private Clock clock;

  @Test
  void wrongPasswordsMakeWhoGuessesWaitAndNobodyElse() {
    user("slowed");
    List<Integer> guesses = IntStream.range(0, 7)
        .mapToObj(each -> statusFrom("127.0.11.1", "slowed", "a guess " + each)).toList();

    assertThat(guesses).containsExactly(401, 401, 401, 401, 401, 429, 429);
    assertThat(statusFrom("127.0.11.1", "slowed", PASSWORD)).isEqualTo(429);
    assertThat(statusFrom("127.0.12.1", "slowed", PASSWORD)).isEqualTo(200);
    assertThat(newest("LOGIN_REFUSED")).isEqualTo("slowed REST: wrong password");
    aMinuteLater();
    assertThat(statusFrom("127.0.11.1", "slowed", PASSWORD)).isEqualTo(200);
  }

  @Test
  void whoHasToWaitIsToldHowLong() {
    guess("stranger-of-this-test", "127.0.13.1", 5);

    String answer = requestFrom("127.0.13.1", "stranger-of-this-test", "a guess");

    assertThat(answer).startsWith("HTTP/1.1 429").containsPattern("(?i)\nRetry-After: 1?\\d\r")
        .contains("application/problem+json", "Too many wrong passwords. Try again in a minute.");
  }

  @Test
  void howeverManyGuessTheUserGetsInWhereHeWorksAndNobodyIsLockedOutForGood() {
    user("wanted");
    assertThat(statusFrom(HOME, "wanted", PASSWORD)).isEqualTo(200);
    for (int network = 1; network <= 10; network++) {
      guess("wanted", "127.1." + network + ".1", 3);
    }

    assertThat(statusFrom("127.1.99.1", "wanted", PASSWORD)).isEqualTo(429);
    forgetRightPasswords("wanted");
    assertThat(statusFrom(HOME, "wanted", PASSWORD)).isEqualTo(200);
    aMinuteLater();
    assertThat(statusFrom("127.1.99.1", "wanted", PASSWORD)).isEqualTo(200);
  }

  @Test
  void whoTriesOnePasswordOnManyUsersHasToWaitAndThoseWhoWorkThereDoNot() {
    user("neighbour");
    assertThat(statusFrom("127.2.1.200", "neighbour", PASSWORD)).isEqualTo(200);
    for (int i = 1; i <= 30; i++) {
      assertThat(statusFrom("127.2.1." + i, "sprayed" + i, PASSWORD)).isEqualTo(401);
    }

    assertThat(statusFrom("127.2.1.99", "sprayed99", PASSWORD)).isEqualTo(429);
    forgetRightPasswords("neighbour");
    assertThat(statusFrom("127.2.1.201", "neighbour", PASSWORD)).isEqualTo(200);
  }

  @Test
  void whoWasLockedOutByTheEngineOnceGetsIn() {
    user("locked");
    database.sql("update act_id_user set attempts_ = 50, lock_exp_time_ = :later where id_ = 'locked'")
        .param("later", LocalDateTime.of(2999, 1, 1, 0, 0)).update();

    assertThat(statusFrom(HOME, "locked", PASSWORD)).isEqualTo(200);
  }

  @Test
  void aProgramThatBeginsWithManyRequestsAtOnceDoesNotWait() {
    user("busy");

    assertThat(atOnce(20, "busy", PASSWORD)).containsOnly(200);
  }

  @Test
  void manyGuessesAtOnceAreNotAllLookedAt() {
    user("rushed");

    assertThat(atOnce(40, "rushed", "a guess")).filteredOn(status -> status == 401).hasSize(5);
  }

  @Test
  void theLoginPageOfTheWebAppsSaysThatOneHasToWait() {
    user("clicking");
    HttpUser browser = HttpUser.nobody(port);
    for (int i = 0; i < 4; i++) {
      assertThat(browser.tryLogin("clicking", "wrong" + i, "tasklist").statusCode()).isEqualTo(401);
    }
    assertThat(browser.tryLogin("clicking", "wrong again", "tasklist").statusCode()).isEqualTo(429);

    HttpResponse<String> answer = browser.tryLogin("clicking", PASSWORD, "tasklist");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("\"message\":\"Too many wrong passwords. Try again in a minute.\"");
    assertThat(newest("LOGIN_REFUSED")).isEqualTo("clicking web apps: wrong password");
    aMinuteLater();
    assertThat(browser.tryLogin("clicking", PASSWORD, "tasklist").statusCode()).isEqualTo(200);
  }

  @Test
  void theOldPasswordThatIsAskedForWhenOneIsChangedCannotBeGuessedEither() {
    user("leftalone");
    HttpUser session = HttpUser.loggedIn(port, "leftalone", PASSWORD, "tasklist");
    List<Integer> guesses = IntStream.range(0, 6).mapToObj(each -> session.put(USERS + "leftalone/credentials",
        credentials(ANOTHER, "a guess " + each)).statusCode()).toList();

    assertThat(guesses).containsExactly(400, 400, 400, 400, 429, 429);
    assertThat(newest("LOGIN_REFUSED")).isEqualTo("leftalone web apps: wrong password");
    assertThat(hashOf("leftalone")).startsWith("{BCRYPT}");
  }

  @Test
  void aHashOfOlderDaysIsReplacedAtTheNextLogin() {
    user("oldhand");
    database.sql("update act_id_user set pwd_ = :hash, salt_ = 'salt' where id_ = 'oldhand'")
        .param("hash", "{SHA-512}" + new Sha512HashDigest().encrypt(PASSWORD + "salt")).update();
    assertThat(statusFrom(HOME, "oldhand", "wrong")).isEqualTo(401);
    assertThat(hashOf("oldhand")).startsWith("{SHA-512}");

    assertThat(statusFrom(HOME, "oldhand", PASSWORD)).isEqualTo(200);

    assertThat(hashOf("oldhand")).startsWith("{BCRYPT}$2");
    assertThat(HttpUser.nobody(port).tryLogin("oldhand", PASSWORD, "tasklist").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "only fourteen.", "so long is ruledout", "passwordpassword", "123456789012345"})
  void theWebAppsTakeNoPasswordThatBreaksTheRules(String password) {
    HttpUser administrator = HttpUser.loggedIn(port, ADMIN, "admin");
    user("regulated");

    HttpResponse<String> made = administrator.post(USERS + "create", newUser("ruledout", password));
    HttpResponse<String> changed = administrator.put(USERS + "regulated/credentials",
        credentials(password.replace("ruledout", "regulated"), "admin"));

    assertThat(made.statusCode()).isEqualTo(400);
    assertThat(made.body()).contains("password: must have at least 15 characters");
    assertThat(identities.createUserQuery().userId("ruledout").count()).isZero();
    assertThat(changed.statusCode()).isEqualTo(400);
    assertThat(statusFrom(HOME, "regulated", PASSWORD)).isEqualTo(200);
  }

  @Test
  void whoGotAPasswordFromSomebodyElseChoosesHisOwnBeforeAnythingElse() {
    HttpUser administrator = HttpUser.loggedIn(port, ADMIN, "admin");
    assertThat(administrator.post(USERS + "create", newUser("newcomer", PASSWORD)).statusCode()).isEqualTo(204);
    identities.createMembership("newcomer", StaffGroup.COLLECTORS.id());

    HttpResponse<String> rest = HttpUser.withPassword(port, "newcomer", PASSWORD).get("/api/me");
    HttpUser browser = HttpUser.nobody(port);
    HttpResponse<String> login = browser.tryLogin("newcomer", PASSWORD, "tasklist");
    assertThat(List.of(rest, login)).allSatisfy(answer -> {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("Choose a password of your own first, on the page /password");
    });
    assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(newest("LOGIN_REFUSED")).isEqualTo("newcomer web apps: owes a password of their own");

    assertThat(choose("newcomer", "not the old one", ANOTHER, ANOTHER)).startsWith("401");
    assertThat(choose("newcomer", PASSWORD, ANOTHER, "something else")).startsWith("400").contains("both times");
    assertThat(choose("newcomer", PASSWORD, PASSWORD, PASSWORD)).startsWith("400").contains("is the old one");
    assertThat(choose("newcomer", PASSWORD, "short", "short")).startsWith("400").contains("does not meet the rules");
    assertThat(HttpUser.withPassword(port, "newcomer", PASSWORD).get("/api/me").statusCode()).isEqualTo(403);
    assertThat(choose("newcomer", PASSWORD, ANOTHER, ANOTHER)).startsWith("200").contains("has been changed");

    assertThat(newest("CHANGE")).isEqualTo("newcomer password: chosen by the user");
    assertThat(HttpUser.withPassword(port, "newcomer", PASSWORD).get("/api/me").statusCode()).isEqualTo(401);
    assertThat(HttpUser.withPassword(port, "newcomer", ANOTHER).get("/api/me").statusCode()).isEqualTo(200);
    assertThat(HttpUser.nobody(port).tryLogin("newcomer", ANOTHER, "tasklist").statusCode()).isEqualTo(200);
  }

  @Test
  void whatCannotBeAUserIsAWrongPassword() {
    for (String typed : List.of("x".repeat(5_000), "' or ''='")) {
      assertThat(statusFrom("127.0.14.1", typed, "a guess")).isIn(401, 429);
      assertThat(HttpUser.nobody(port).tryLogin(typed, "a guess", "tasklist").statusCode()).isIn(401, 429);
      assertThat(choose(typed, "a guess", ANOTHER, ANOTHER).substring(0, 3)).isIn("401", "429");
    }
    for (String unwritable : List.of("nul\0", "\u0001")) {
      assertThat(statusFrom("127.0.14.1", unwritable, "a guess")).isEqualTo(400);
      assertThat(HttpUser.nobody(port).tryLogin(unwritable, "a guess", "tasklist").statusCode()).isEqualTo(400);
      assertThat(choose(unwritable, "a guess", ANOTHER, ANOTHER)).startsWith("400");
    }
  }

  @Test
  void thePageForPasswordsIsInTwoLanguagesWithoutScriptsOrCookies() {
    HttpResponse<String> english = HttpUser.nobody(port).get("/password");
    HttpResponse<String> chinese = HttpUser.nobody(port).in("zh-CN").get("/password");

    assertThat(english.body()).contains("Choose your password", "At least 15 characters")
        .doesNotContain("<script", "??", "th:text");
    assertThat(chinese.body()).contains("设置您的密码", "至少 15 个字符").doesNotContain("??");
    assertThat(english.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(english.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
  }

  @Test
  void withoutAKeyForSecondFactorsAdministratorsAreNotAskedForACode() {
    HttpUser administrator = HttpUser.loggedIn(port, ADMIN, "admin");

    assertThat(administrator.get("/second-factor").body()).contains("Nothing more is asked").doesNotContain("<form");
    assertThat(administrator.get("/api/access-limits").statusCode()).isEqualTo(200);
    assertThat(HttpUser.withPassword(port, ADMIN).get("/api/access-limits").statusCode()).isEqualTo(200);
  }

  @Test
  void anotherPasswordFromAnAdministratorEndsTheLoginsAndIsOwed() {
    user("forgetful");
    HttpUser session = HttpUser.loggedIn(port, "forgetful", PASSWORD, "tasklist");
    HttpUser program = HttpUser.withPassword(port, "forgetful", PASSWORD);
    assertThat(program.get("/api/me").statusCode()).isEqualTo(200);

    HttpUser administrator = HttpUser.loggedIn(port, ADMIN, "admin");
    assertThat(administrator.put(USERS + "forgetful/credentials", credentials(ANOTHER, "admin")).statusCode())
        .isEqualTo(204);

    assertThat(session.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(session.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(program.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(HttpUser.withPassword(port, "forgetful", ANOTHER).get("/api/me").statusCode()).isEqualTo(403);
  }

  @Test
  void whoChangesHisOwnPasswordGoesOnAndHisOtherLoginsEnd() {
    user("careful");
    HttpUser here = HttpUser.loggedIn(port, "careful", PASSWORD, "tasklist");
    HttpUser elsewhere = HttpUser.loggedIn(port, "careful", PASSWORD, "tasklist");

    assertThat(here.put(USERS + "careful/credentials", credentials(ANOTHER, PASSWORD)).statusCode()).isEqualTo(204);

    assertThat(here.get(TASKS).statusCode()).isEqualTo(200);
    assertThat(elsewhere.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(HttpUser.withPassword(port, "careful", ANOTHER).get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aRemovedUserIsOutWithHisNextRequest() {
    user("leaver");
    HttpUser session = HttpUser.loggedIn(port, "leaver", PASSWORD, "tasklist");
    HttpUser onlyReading = HttpUser.loggedIn(port, "leaver", PASSWORD, "tasklist");
    HttpUser program = HttpUser.withPassword(port, "leaver", PASSWORD);
    assertThat(program.get("/api/me").statusCode()).isEqualTo(200);
    assertThat(onlyReading.get("/api/me").statusCode()).isEqualTo(200);

    identities.deleteUser("leaver");

    assertThat(session.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(onlyReading.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(program.get("/api/me").statusCode()).isEqualTo(401);
    user("leaver");
    assertThat(session.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(onlyReading.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void whoIsInOtherGroupsLogsInAnewAndHasTheRightsOfThose() {
    user("mover");
    identities.createMembership("mover", StaffGroup.MANAGERS.id());
    HttpUser session = HttpUser.loggedIn(port, "mover", PASSWORD, "cockpit");
    HttpUser program = HttpUser.withPassword(port, "mover", PASSWORD);
    assertThat(session.get("/api/portfolio").statusCode()).isEqualTo(200);
    assertThat(program.get("/api/portfolio").statusCode()).isEqualTo(200);

    identities.deleteMembership("mover", StaffGroup.MANAGERS.id());

    assertThat(program.get("/api/portfolio").statusCode()).isEqualTo(403);
    assertThat(session.get("/api/portfolio").statusCode()).isEqualTo(401);
    assertThat(session.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(HttpUser.nobody(port).tryLogin("mover", PASSWORD, "cockpit").statusCode()).isEqualTo(403);
    assertThat(HttpUser.loggedIn(port, "mover", PASSWORD, "tasklist").get("/api/portfolio").statusCode())
        .isEqualTo(403);
  }

  /** A collector who chose his password himself. */
  private void user(String userId) {
    if (identities.createUserQuery().userId(userId).count() == 0) {
      User user = identities.newUser(userId);
      user.setFirstName("Test");
      user.setLastName("Person");
      user.setPassword(PASSWORD);
      identities.saveUser(user);
      identities.createMembership(userId, StaffGroup.COLLECTORS.id());
    }
  }

  private static String newUser(String userId, String password) {
    return """
        {"profile": {"id": "%s", "firstName": "New", "lastName": "Comer"}, "credentials": {"password": "%s"}}
        """.formatted(userId, password);
  }

  private static String credentials(String password, String own) {
    return "{\"password\": \"%s\", \"authenticatedUserPassword\": \"%s\"}".formatted(password, own);
  }

  private String choose(String userId, String old, String chosen, String again) {
    HttpResponse<String> answer = HttpUser.nobody(port).postForm("/password",
        Map.of("user", userId, "old", old, "chosen", chosen, "again", again));
    return answer.statusCode() + " " + answer.body();
  }

  private void guess(String userId, String address, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(statusFrom(address, userId, "a guess " + i)).isIn(401, 429);
    }
  }

  private List<Integer> atOnce(int times, String userId, String password) {
    List<CompletableFuture<Integer>> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
        () -> HttpUser.withPassword(port, userId, password).get("/api/me").statusCode())).limit(times).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private int statusFrom(String address, String userId, String password) {
    return Integer.parseInt(requestFrom(address, userId, password).split(" ", 3)[1]);
  }

  /** What is answered to somebody at another address of this machine. */
  private String requestFrom(String address, String userId, String password) {
    String basic = Base64.getEncoder().encodeToString((userId + ":" + password).getBytes(StandardCharsets.UTF_8));
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.getOutputStream().write(("GET /api/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
          + "Authorization: Basic " + basic + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** So that the next right password is looked at as the first one is. */
  private void forgetRightPasswords(String userId) {
    String hash = hashOf(userId);
    User user = identities.createUserQuery().userId(userId).singleResult();
    user.setPassword(PASSWORD);
    identities.saveUser(user);
    assertThat(hashOf(userId)).isNotEqualTo(hash);
  }

  private void aMinuteLater() {
    String later = clock.instant().plusSeconds(61).toString();
    HttpUser administrator = HttpUser.withPassword(port, ADMIN);
    assertThat(administrator.post("/api/clock/advance", "{\"to\": \"" + later + "\"}").statusCode()).isEqualTo(200);
  }

  private String hashOf(String userId) {
    return database.sql("select pwd_ from act_id_user where id_ = :user").param("user", userId).query(String.class)
        .single();
  }

  /** Who and what of the newest entry of this kind in the audit trail. */
  private String newest(String kind) {
    return database.sql("select user_id, detail from audit_entry where kind = :kind order by event_id desc limit 1")
        .param("kind", kind).query((row, number) -> row.getString(1) + " " + row.getString(2)).single();
  }
}
