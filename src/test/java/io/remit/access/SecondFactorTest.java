package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.access.EngineUsers.Found;
import io.remit.audit.UserChanges;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

/** Administrators, supervisors and process owners give a code beside their password. */
@Tag("own-application")
class SecondFactorTest {

  private static final String PASSWORD = "four words make one";
  private static final String PAGE = "/second-factor";
  private static final String WHO = "/camunda/api/admin/auth/user/default";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String TASKS = ENGINE + "/task";
  private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">([A-Z2-7]{32})</code>");
  private static final Pattern RECOVERY = Pattern.compile("<li><code>([A-Z2-7-]+)</code></li>");
  private static final TimeCodes CODES = new TimeCodes(Clock.systemUTC());

  private static StartedDemo demo;

  /** Somebody who has set it up, and is logged in. */
  private record Enrolled(String userId, HttpUser browser, byte[] secret, List<String> recovery) {

    /** @param stepsAhead which may be 1 for the code that the phone shows next: it counts already */
    String code(int stepsAhead) {
      return CODES.at(secret, CODES.step() + stepsAhead);
    }
  }

  @BeforeAll
  static void start(@TempDir Path folder) {
    demo = new StartedDemo(folder, "2026-03-02T08:00:00Z", "--remit.login.second-factor.key="
        + Base64.getEncoder().encodeToString("a key of thirty-two bytes, really".substring(0, 32).getBytes(
            StandardCharsets.US_ASCII)));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void whoGaveThePasswordAloneGetsNothingButThePageForTheCodeAndOut() {
    for (StaffGroup group : List.of(StaffGroup.SUPERVISORS, StaffGroup.ADMINISTRATORS, StaffGroup.PROCESS_OWNERS)) {
      String userId = user("halfway" + group.ordinal(), group);
      HttpUser browser = HttpUser.nobody(demo.port());

      String app = group == StaffGroup.PROCESS_OWNERS ? "cockpit" : "tasklist";
      HttpResponse<String> login = browser.tryLogin(userId, PASSWORD, app);

      assertThat(login.statusCode()).isEqualTo(403);
      assertThat(login.body()).contains("Give a code of your second factor, on the page /second-factor");
      assertThat(refusalsOf(userId)).containsExactly("web apps: owes a code");
      assertThat(Stream.concat(ApiRoutes.ALL.stream(), EngineRoutes.FOR_USERS.stream())).hasSizeGreaterThan(200)
          .allSatisfy(route -> assertThat(asked(browser, route).statusCode()).as("%s", route).isIn(401, 403));
      assertThat(browser.get(WHO).statusCode()).isEqualTo(403);
      assertThat(browser.get(ENGINE + "/user/" + userId + "/profile").statusCode()).isEqualTo(403);
      for (String each : List.of("tasklist", "cockpit", "admin", "welcome")) {
        HttpResponse<String> page = browser.get("/camunda/app/" + each + "/default/");
        assertThat(page.headers().firstValue("Location")).as(each).hasValue(PAGE);
      }
      assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);

      assertThat(browser.call("POST", WHO + "/logout").statusCode()).isEqualTo(204);
      assertThat(browser.get(PAGE).statusCode()).isEqualTo(401);
    }
  }

  private static HttpResponse<String> asked(HttpUser browser, ApiRoute route) {
    String path = route.pattern().replace("/**", "/x").replaceAll("\\*|\\{[a-z]+}", "x");
    return List.of("POST", "PUT").contains(route.method().name()) ? browser.send(route.method().name(), path, "{}")
        : browser.call(route.method().name(), path);
  }

  @Test
  void thePageHasAButtonToLogOut() {
    HttpUser browser = halfway(user("leaving", StaffGroup.SUPERVISORS));

    HttpResponse<String> out = browser.postForm(PAGE + "/logout", Map.of());

    assertThat(out.headers().firstValue("Location")).hasValue("/camunda/app/welcome/default/");
    assertThat(browser.get(PAGE).body()).contains("Log in with your password first.");
    assertThat(browser.postForm(PAGE, Map.of("code", "123456")).statusCode()).isEqualTo(401);
  }

  @Test
  void theFirstRightCodeSetsItUpAndOpensASessionOfAnotherId() {
    HttpUser browser = halfway(user("first", StaffGroup.SUPERVISORS));
    String before = browser.session().get("Cookie");
    byte[] secret = secretOn(browser.get(PAGE));
    assertThat(secretOn(browser.get(PAGE))).as("the same while it is not proved").isEqualTo(secret);

    HttpResponse<String> wrong = browser.postForm(PAGE, Map.of("code", CODES.at(secret, CODES.step() - 5)));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).contains("The code is wrong");
    assertThat(count("second_factor", "first")).isZero();
    HttpResponse<String> right = browser.postForm(PAGE, Map.of("code", CODES.at(secret, CODES.step())));

    assertThat(right.statusCode()).isEqualTo(200);
    assertThat(recoveryOn(right)).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.length() == 32);
    assertThat(right.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(browser.session().get("Cookie")).isNotEqualTo(before);
    assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
    assertThat(browser.get("/api/cases").statusCode()).isEqualTo(200);
    assertThat(browser.get(PAGE).body()).contains("Nothing more is asked").doesNotContain("<svg");
    assertThat(changesOf("first")).endsWith("SECOND_FACTOR first");
    assertThat(trailOf("first")).containsSubsequence("LOGIN_REFUSED web apps: owes a code",
        "LOGIN_REFUSED second factor: wrong code", "LOGIN second factor");
  }

  @Test
  void aCodeCountsOnceAndNoOlderOneAfterIt() {
    Enrolled user = enrolled("once");
    String used = user.code(0);

    HttpUser again = halfway("once");
    assertThat(again.get(PAGE).body()).doesNotContain("<svg", "id=\"secret\"");
    assertThat(again.postForm(PAGE, Map.of("code", used)).statusCode()).as("the same").isEqualTo(401);
    assertThat(again.get(TASKS).statusCode()).isEqualTo(403);
    assertThat(again.postForm(PAGE, Map.of("code", user.code(1))).statusCode()).as("the next").isEqualTo(303);
    assertThat(again.get(TASKS).statusCode()).isEqualTo(200);
    assertThat(halfway("once").postForm(PAGE, Map.of("code", user.code(0))).statusCode()).as("older").isEqualTo(401);
    forgetUsedCodes("once");
    for (int steps : List.of(-4, 3, 100)) {
      assertThat(halfway("once").postForm(PAGE, Map.of("code", user.code(steps))).statusCode()).isEqualTo(401);
    }
    assertThat(user.browser().get(TASKS).statusCode()).as("the first login").isEqualTo(200);
  }

  @Test
  void ofManyWhoSendTheSameCodeAtOnceOneGetsIn() {
    Enrolled user = enrolled("many");
    List<HttpUser> browsers = Stream.generate(() -> halfway("many")).limit(5).toList();
    String code = user.code(1);

    List<Integer> answers = browsers.stream().map(browser -> CompletableFuture.supplyAsync(
        () -> browser.postForm(PAGE, Map.of("code", code)).statusCode())).toList().stream()
        .map(CompletableFuture::join).toList();

    assertThat(answers).containsOnlyOnce(303).allMatch(status -> status == 303 || status == 401);
  }

  @Test
  void whoGuessesHasToWaitEvenWithTheRightCode() {
    Enrolled user = enrolled("guessing");
    HttpUser browser = halfway("guessing");

    List<Integer> guesses = IntStream.range(0, 6).mapToObj(each ->
        browser.postForm(PAGE, Map.of("code", user.code(10 + each))).statusCode()).toList();
    HttpResponse<String> right = browser.postForm(PAGE, Map.of("code", user.code(1)));

    assertThat(guesses).containsExactly(401, 401, 401, 401, 401, 429);
    assertThat(right.statusCode()).isEqualTo(429);
    assertThat(right.body()).contains("Too many wrong codes");
    assertThat(right.headers().firstValue("Retry-After")).isPresent();
    HttpResponse<String> rest = overRest("guessing").withCode(user.code(1)).get("/api/me");
    assertThat(rest.statusCode()).isEqualTo(429);
    assertThat(rest.body()).contains("Too many wrong codes");
    assertThat(overRest(user("bystander", StaffGroup.COLLECTORS)).get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aCodeForAnEmergencyLetsInOnceHoweverItIsTyped() {
    Enrolled user = enrolled("phoneless");
    String typed = user.recovery().get(3).replace("-", " ").toLowerCase(Locale.ROOT);
    HttpUser browser = halfway("phoneless");

    assertThat(browser.postForm(PAGE, Map.of("code", typed)).statusCode()).isEqualTo(303);
    assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
    assertThat(halfway("phoneless").postForm(PAGE, Map.of("code", user.recovery().get(3))).statusCode()).isEqualTo(401);
    assertThat(count("second_factor_recovery", "phoneless")).isEqualTo(9);
    assertThat(overRest("phoneless").withCode(user.recovery().get(4)).get("/api/me").statusCode())
        .as("not over REST").isEqualTo(401);
    String others = enrolled("another").recovery().get(0);
    assertThat(halfway("phoneless").postForm(PAGE, Map.of("code", others)).statusCode()).isEqualTo(401);
  }

  @Test
  void overRestTheCodeIsInAHeader() {
    Enrolled user = enrolled("caller");

    HttpResponse<String> without = overRest("caller").get("/api/cases");
    assertThat(without.statusCode()).isEqualTo(401);
    assertThat(without.body()).contains("in the header X-Remit-Code");
    assertThat(overRest("caller").withCode(user.code(0)).get("/api/cases").statusCode()).as("used").isEqualTo(401);
    assertThat(overRest("caller").withCode(user.code(-4)).get("/api/cases").statusCode()).isEqualTo(401);
    assertThat(overRest("caller").withCode(user.code(1)).get("/api/cases").statusCode()).isEqualTo(200);
    assertThat(overRest("caller").withCode(user.code(1)).get("/api/cases").statusCode()).as("again").isEqualTo(401);
    assertThat(refusalsOf("caller")).contains("REST: owes a code", "REST: wrong code");
    forgetUsedCodes("caller");
    assertThat(HttpUser.withPassword(demo.port(), "caller", "not the password").withCode(user.code(0))
        .get("/api/cases").statusCode()).isEqualTo(401);
    assertThat(overRest("caller").withCode(user.code(0)).get("/api/cases").statusCode())
        .as("a wrong password uses no code up").isEqualTo(200);
    assertThat(overRest(user("unset", StaffGroup.ADMINISTRATORS)).withCode("123456").get("/api/me").statusCode())
        .as("none set up").isEqualTo(401);
  }

  @Test
  void othersAreNotAsked() {
    for (StaffGroup group : List.of(StaffGroup.COLLECTORS, StaffGroup.OPERATORS, StaffGroup.MANAGERS)) {
      String userId = user("plain" + group.ordinal(), group);
      HttpUser browser = HttpUser.nobody(demo.port());
      String app = group == StaffGroup.MANAGERS ? "cockpit" : "tasklist";
      assertThat(browser.tryLogin(userId, PASSWORD, app).statusCode()).isEqualTo(200);
      assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
      assertThat(overRest(userId).get("/api/me").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoBecomesASupervisorOwesACodeWithTheNextRequest() {
    String userId = user("risen", StaffGroup.COLLECTORS);
    HttpUser browser = HttpUser.loggedIn(demo.port(), userId, PASSWORD, "tasklist");
    identities().createMembership(userId, StaffGroup.SUPERVISORS.id());

    assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    assertThat(overRest(userId).get("/api/me").statusCode()).isEqualTo(401);
    assertThat(HttpUser.nobody(demo.port()).tryLogin(userId, PASSWORD, "tasklist").statusCode()).isEqualTo(403);
  }

  @Test
  void anotherAdministratorTakesItAwayAndNobodyTheirOwn() {
    user("chief", StaffGroup.ADMINISTRATORS);
    Enrolled chief = enrolledFrom("chief");
    Enrolled unlucky = enrolled("unlucky");
    String reset = "/api/users/unlucky/second-factor";
    Instant before = demo.bean(Clock.class).instant();

    forgetUsedCodes("unlucky");
    assertThat(overRest("unlucky").withCode(unlucky.code(0)).call("DELETE", reset).statusCode()).isEqualTo(403);
    assertThat(chief.browser().call("DELETE", reset).statusCode()).as("by the session").isEqualTo(401);
    assertThat(asChief(chief).call("DELETE", "/api/users/chief/second-factor").statusCode()).isEqualTo(409);
    assertThat(asChief(chief).call("DELETE", "/api/users/nosuchuser/second-factor").statusCode()).isEqualTo(404);
    assertThat(unlucky.browser().get(TASKS).statusCode()).isEqualTo(200);

    assertThat(asChief(chief).call("DELETE", reset).statusCode()).isEqualTo(204);

    assertThat(asChief(chief).call("DELETE", reset).statusCode()).isEqualTo(404);
    assertThat(changesOf("unlucky")).endsWith("SECOND_FACTOR_RESET chief");
    assertThat(demo.bean(UserChanges.class).since("unlucky", before)).as("no second person meanwhile").isPresent();
    assertThat(unlucky.browser().get(TASKS).statusCode()).as("a login from before").isEqualTo(403);
    assertThat(secretOn(unlucky.browser().get(PAGE))).isNotEqualTo(unlucky.secret());
    assertThat(halfway("unlucky").postForm(PAGE, Map.of("code", unlucky.recovery().get(0))).statusCode())
        .isNotEqualTo(303);
    Enrolled anew = enrolledFrom("unlucky");
    assertThat(anew.browser().get(TASKS).statusCode()).isEqualTo(200);
    assertThat(unlucky.browser().get(TASKS).statusCode()).as("it owes a code of the new one").isEqualTo(403);
  }

  private HttpUser asChief(Enrolled chief) {
    forgetUsedCodes("chief");
    return overRest("chief").withCode(chief.code(0));
  }

  @Test
  void nothingOfItIsLeftWithARemovedUser() {
    enrolled("gone");
    identities().deleteUser("gone");

    assertThat(count("second_factor", "gone") + count("second_factor_recovery", "gone")).isZero();
    user("gone", StaffGroup.SUPERVISORS);
    assertThat(halfway("gone").get(PAGE).body()).contains("<svg");
  }

  @Test
  void theDatabaseHasNoSecretInPlainText() {
    Enrolled user = enrolled("kept");

    List<String> kept = Stream.concat(
        jdbc().sql("select secret from second_factor").query(String.class).list().stream(),
        jdbc().sql("select code_hash from second_factor_recovery").query(String.class).list().stream()).toList();

    String secret = Base32.of(user.secret());
    List<String> plain = Stream.concat(user.recovery().stream().flatMap(code -> Stream.of(code, code.replace("-", ""))),
        Stream.of(secret, HexFormat.of().formatHex(user.secret()),
            Base64.getEncoder().withoutPadding().encodeToString(user.secret()).substring(0, 20))).toList();
    assertThat(kept).hasSizeGreaterThan(10).allSatisfy(value -> assertThat(value).doesNotContain(plain));
    byte[] encrypted = Base64.getDecoder().decode(
        jdbc().sql("select secret from second_factor where user_id = 'kept'").query(String.class).single());
    assertThat(HexFormat.of().formatHex(encrypted)).doesNotContain(HexFormat.of().formatHex(user.secret()));

    user("borrower", StaffGroup.SUPERVISORS);
    enrolledFrom("borrower");
    jdbc().sql("update second_factor set last_step = 0, secret = (select secret from second_factor where "
        + "user_id = 'kept') where user_id = 'borrower'").update();
    assertThat(halfway("borrower").postForm(PAGE, Map.of("code", user.code(0))).statusCode())
        .as("of another user's row").isEqualTo(401);
  }

  @Test
  void thePageIsInTwoLanguagesWithoutScripts() {
    HttpUser browser = halfway(user("reader", StaffGroup.SUPERVISORS));
    HttpResponse<String> english = browser.get(PAGE);
    HttpResponse<String> chinese = browser.in("zh-CN").get(PAGE);

    assertThat(english.body()).contains("Your second factor", "<svg", "viewBox=\"0 0 ")
        .doesNotContain("<script", "??", "th:text");
    assertThat(chinese.body()).contains("您的第二重验证", "密钥").doesNotContain("??");
    assertThat(english.headers().firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'");
    assertThat(HttpUser.nobody(demo.port()).get(PAGE).headers().allValues("Set-Cookie")).isEmpty();
    assertThat(browser.postFromOtherSite(PAGE).statusCode()).isEqualTo(403);
    assertThat(browser.call("DELETE", PAGE).statusCode()).isEqualTo(403);
    assertThat(browser.postForm(PAGE, Map.of("code", "9".repeat(5_000))).statusCode()).isEqualTo(401);
    assertThat(browser.postForm(PAGE, Map.of("other", "1")).statusCode()).isEqualTo(400);
  }

  @Test
  void whoLoggedInAtAProviderIsNotAskedHere() {
    Found supervisor = demo.bean(EngineUsers.class).withId(user("provided", StaffGroup.SUPERVISORS)).orElseThrow();
    WebAppLogin login = demo.bean(WebAppLogin.class);
    MockHttpServletRequest request = new MockHttpServletRequest();

    login.begin(supervisor, new ProviderSession("token", "subject", null, demo.bean(Clock.class).instant()), request);

    assertThat(login.halfway(request)).isEmpty();
    assertThat(login.goodFor(request)).isPresent();
    request.getSession().removeAttribute(ProviderSession.ATTRIBUTE);
    assertThat(login.halfway(request)).as("with a password, for emergencies").isPresent();
    assertThat(login.goodFor(request)).isEmpty();
  }

  @Test
  void theStatusSaysWhetherItIsRequiredAndWarnsWhereAPasswordIsAll() {
    ProviderSettings none = demo.bean(ProviderSettings.class);
    SecondFactorHealth off = new SecondFactorHealth(new SecondFactorDuty(new SecondFactorSettings(null, ""), none));

    assertThat(demo.bean(SecondFactorHealth.class).health().getDetails()).containsOnly(Map.entry("required", true));
    assertThat(off.health().getStatus()).isEqualTo(Status.UP);
    assertThat(off.health().getDetails()).containsEntry("required", false).containsKey("warning");
  }

  /** A supervisor who has set it up. */
  private Enrolled enrolled(String userId) {
    user(userId, StaffGroup.SUPERVISORS);
    return enrolledFrom(userId);
  }

  private static Enrolled enrolledFrom(String userId) {
    HttpUser browser = halfway(userId);
    byte[] secret = secretOn(browser.get(PAGE));
    HttpResponse<String> page = browser.postForm(PAGE, Map.of("code", CODES.at(secret, CODES.step())));
    return new Enrolled(userId, browser, secret, recoveryOn(page));
  }

  private static HttpUser halfway(String userId) {
    HttpUser browser = HttpUser.nobody(demo.port());
    assertThat(browser.tryLogin(userId, PASSWORD, "tasklist").statusCode()).isEqualTo(403);
    return browser;
  }

  private static HttpUser overRest(String userId) {
    return HttpUser.withPassword(demo.port(), userId, PASSWORD);
  }

  private static byte[] secretOn(HttpResponse<String> page) {
    Matcher shown = SECRET.matcher(page.body());
    assertThat(shown.find()).as(page.body()).isTrue();
    BigInteger number = shown.group(1).chars().mapToObj(sign ->
        BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign)))
        .reduce(BigInteger.ZERO, (sum, next) -> sum.shiftLeft(5).or(next));
    byte[] bytes = number.setBit(160).toByteArray();
    return Arrays.copyOfRange(bytes, bytes.length - 20, bytes.length);
  }

  private static List<String> recoveryOn(HttpResponse<String> page) {
    return RECOVERY.matcher(page.body()).results().map(found -> found.group(1)).toList();
  }

  /** One who chose the password. */
  private static String user(String userId, StaffGroup group) {
    User user = identities().newUser(userId);
    user.setFirstName("Test");
    user.setLastName("Person");
    user.setPassword(PASSWORD);
    identities().saveUser(user);
    identities().createMembership(userId, group.id());
    return userId;
  }

  /** As after some minutes. */
  private static void forgetUsedCodes(String userId) {
    jdbc().sql("update second_factor set last_step = 0 where user_id = :user").param("user", userId).update();
  }

  private static long count(String table, String userId) {
    return jdbc().sql("select count(*) from " + table + " where user_id = :user").param("user", userId)
        .query(Long.class).single();
  }

  private static List<String> changesOf(String userId) {
    return jdbc().sql("select what || ' ' || coalesce(changed_by, '') from user_change where user_id = :user "
        + "order by change_id").param("user", userId).query(String.class).list();
  }

  private static List<String> refusalsOf(String userId) {
    return trailOf(userId).stream().filter(entry -> entry.startsWith("LOGIN_REFUSED "))
        .map(entry -> entry.substring("LOGIN_REFUSED ".length())).toList();
  }

  private static List<String> trailOf(String userId) {
    return jdbc().sql("select kind || ' ' || detail from audit_entry where user_id = :user order by event_id")
        .param("user", userId).query(String.class).list();
  }

  private static IdentityService identities() {
    return demo.bean(IdentityService.class);
  }

  private static JdbcClient jdbc() {
    return demo.bean(JdbcClient.class);
  }
}
