package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.remit.access.ProviderAccounts.Outcome;
import io.remit.access.ProviderAccounts.Refusal;
import io.remit.access.ProviderUsers.Subject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.transaction.support.TransactionTemplate;

/** Logins at the creditor's own provider, which is a real one, and may lie. */
@Tag("own-application")
class ProviderLoginTest {

  private static final String WHO = "/camunda/api/admin/auth/user/default";
  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String COME_BACK = "/login/oauth2/code/remit";

  private static String remit;
  private static OpenIdProvider provider;
  private static StartedDemo demo;

  @BeforeAll
  static void start(@TempDir Path folder) {
    int port = OpenIdProvider.freePort();
    remit = "http://localhost:" + port;
    provider = new OpenIdProvider(remit);
    demo = new StartedDemo(port, folder, "2026-03-02T08:00:00Z", Stream.concat(provider.settings().stream(),
        Stream.of("--remit.login.provider.machines=operator")).toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    demo.close();
    provider.close();
  }

  @AfterEach
  void beHonest() {
    provider.beHonest();
  }

  @Test
  void aPageOfAWebAppLeadsToTheProviderAndBackAndTheUserIsMade() {
    provider.knows("sub-maria", "maria", "Debt Callers", "Board", "camunda-admin");
    WebBrowser browser = new WebBrowser();

    HttpResponse<String> page = loggedIn(browser, "sub-maria", TASKLIST);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri()).hasToString(remit + TASKLIST);
    assertThat(browser.get(remit + WHO).body()).contains("\"userId\":\"maria\"", "tasklist");
    assertThat(browser.get(remit + "/api/me").body()).as("REST by the session").contains("maria", "collectors");
    User maria = identities().createUserQuery().userId("maria").singleResult();
    assertThat(List.of(maria.getFirstName(), maria.getLastName(), maria.getEmail()))
        .containsExactly("Given sub-maria", "Family", "sub-maria@bank.example");
    assertThat(groupsOf("maria")).as("of the claim's what is named in the settings").containsExactly("collectors");
    assertThat(changesOf("maria")).containsExactly("CREATED login-provider", "JOINED_GROUP login-provider");
    assertThat(demo.get("admin", "/api/audit?user=maria").body()).contains("\"LOGIN\"", "provider");
  }

  @Test
  void groupsAreWhatTheProviderSaysAtEachLoginAndASessionFromBeforeEnds() {
    provider.knows("sub-noor", "noor", "Debt Callers");
    WebBrowser browser = new WebBrowser();
    loggedIn(browser, "sub-noor", TASKLIST);

    provider.knows("sub-noor", "noor", "Debt Leads", "Debt Managers");
    loggedIn(new WebBrowser(), "sub-noor", "/camunda/app/cockpit/default/");

    assertThat(groupsOf("noor")).containsExactlyInAnyOrder("managers", "supervisors");
    assertThat(browser.get(remit + "/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
  }

  @Test
  void whoIsInNoneOfOurGroupsIsToldSoAndLosesWhatTheyHad() {
    provider.knows("sub-otto", "otto", "Canteen");
    HttpResponse<String> refused = loggedIn(new WebBrowser(), "sub-otto", TASKLIST);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("none of the groups").doesNotContain("Canteen");
    assertThat(identities().createUserQuery().userId("otto").count()).isZero();

    provider.knows("sub-otto", "otto", "Debt Callers");
    WebBrowser browser = new WebBrowser();
    loggedIn(browser, "sub-otto", TASKLIST);
    provider.knows("sub-otto", "otto");
    assertThat(loggedIn(new WebBrowser(), "sub-otto", TASKLIST).statusCode()).isEqualTo(403);
    assertThat(groupsOf("otto")).isEmpty();
    assertThat(browser.get(remit + "/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void anotherSubjectOfTheSameNameIsNotLetInAndASubjectKeepsItsUserUnderAnotherName() {
    provider.knows("sub-1", "pia", "Debt Callers");
    loggedIn(new WebBrowser(), "sub-1", TASKLIST);

    provider.knows("sub-2", "pia", "Debt Leads");
    assertThat(loggedIn(new WebBrowser(), "sub-2", TASKLIST).statusCode()).isEqualTo(403);
    provider.knows("sub-2", "PIA", "Debt Leads");
    assertThat(loggedIn(new WebBrowser(), "sub-2", TASKLIST).statusCode()).isEqualTo(403);
    assertThat(groupsOf("pia")).containsExactly("collectors");

    provider.knows("sub-1", "piamarried", "Debt Callers");
    WebBrowser browser = new WebBrowser();
    loggedIn(browser, "sub-1", TASKLIST);
    assertThat(browser.get(remit + WHO).body()).contains("\"userId\":\"pia\"");
    provider.knows("sub-1", "admin", "Debt Callers");
    loggedIn(new WebBrowser(), "sub-1", TASKLIST);
    assertThat(groupsOf("admin")).containsExactly("camunda-admin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "Admin", "operator", "supervisor1", "m.lopez", "a b", "", "x'--", "../admin", "管理",
      "admin\u0000", "<b>x</b>"})
  void aNameThatIsAnothersOrCannotBeOneIsRefused(String name) {
    provider.knows("sub-odd", name, "Debt Callers", "Debt Leads");
    Map<String, List<String>> before = allGroups();

    HttpResponse<String> refused = loggedIn(new WebBrowser(), "sub-odd", TASKLIST);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).doesNotContain("<b>x").contains("administrator");
    assertThat(allGroups()).isEqualTo(before);
  }

  @Test
  void aTokenThatIsNotTheProvidersForThisLoginLetsNobodyIn() throws JOSEException {
    provider.knows("sub-eve", "eve", "Debt Callers");
    refusesToken("of another issuer", claims -> claims.issuer("https://elsewhere.example"));
    refusesToken("for another client", claims -> claims.audience(List.of("another")));
    refusesToken("for several, and another asked", claims -> claims.audience(List.of("remit-at-the-bank", "another"))
        .claim("azp", "another"));
    refusesToken("of yesterday", claims -> claims.issuedAt(Instant.now().minus(Duration.ofDays(1)))
        .expiresAt(Instant.now().minus(Duration.ofHours(23))));
    refusesToken("of another login", claims -> claims.claim("nonce", "of-another"));
    refusesToken("of no login", claims -> claims.claims(all -> all.remove("nonce")));
    provider.beHonest();
    provider.forge(token -> new PlainJWT(claimsOf(token)).serialize());
    refuses("signed by nobody");
    var strange = new RSAKeyGenerator(2048).generate();
    provider.forge(token -> {
      try {
        SignedJWT other = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claimsOf(token));
        other.sign(new RSASSASigner(strange));
        return other.serialize();
      } catch (JOSEException impossible) {
        throw new AssertionError(impossible);
      }
    });
    refuses("signed by a stranger");
    assertThat(identities().createUserQuery().userId("eve").count()).isZero();
    provider.beHonest();
    assertThat(loggedIn(new WebBrowser(), "sub-eve", TASKLIST).statusCode()).as("honest").isEqualTo(200);
  }

  private void refusesToken(String what, Consumer<JwtClaimsSet.Builder> lie) {
    provider.lie(lie);
    refuses(what);
  }

  private static void refuses(String what) {
    WebBrowser browser = new WebBrowser();
    HttpResponse<String> answer = loggedIn(browser, "sub-eve", TASKLIST);
    assertThat(answer.statusCode()).as(what).isEqualTo(401);
    assertThat(answer.body()).as(what).contains("did not succeed").doesNotContain("nonce");
    assertThat(browser.cookie(remit, "JSESSIONID")).as(what).isEmpty();
  }

  @Test
  void anAnswerCountsOnceAndOnlyInTheBrowserThatAsked() {
    provider.knows("sub-quinn", "quinn", "Debt Callers");
    WebBrowser browser = new WebBrowser();
    String answer = WebBrowser.locationOf(atProvider(browser, "sub-quinn", TASKLIST));
    assertThat(answer).startsWith(remit + COME_BACK + "?code=");

    WebBrowser victim = new WebBrowser();
    assertThat(victim.get(answer).statusCode()).as("a link that somebody else sends").isEqualTo(401);
    victim.get(remit + "/oauth2/authorization/remit");
    assertThat(victim.get(answer).statusCode()).as("while they log in themselves").isEqualTo(401);
    assertThat(victim.cookie(remit, "JSESSIONID")).isEmpty();

    String begun = browser.cookie(remit, "remit-login").orElseThrow();
    assertThat(browser.get(answer.replaceAll("state=[^&]+", "state=forged")).statusCode()).isEqualTo(401);
    browser.setCookie(remit, "remit-login", begun);
    assertThat(browser.get(answer).statusCode()).isEqualTo(302);
    assertThat(browser.get(remit + WHO).body()).contains("quinn");
    browser.setCookie(remit, "remit-login", begun);
    assertThat(browser.get(answer).statusCode()).as("the code once more").isEqualTo(401);
    browser.setCookie(remit, "remit-login", begun.substring(0, begun.length() - 2) + "AA");
    assertThat(browser.get(answer).statusCode()).as("a cookie of one's own making").isEqualTo(401);
  }

  @Test
  void theWayThereProvesItselfAndGoesByThePublicAddress() {
    WebBrowser browser = new WebBrowser();
    String there = WebBrowser.locationOf(browser.get(remit.replace("localhost", "127.0.0.1")
        + "/oauth2/authorization/remit"));

    assertThat(there).startsWith(provider.issuer() + "/oauth2/authorize?").contains("code_challenge_method=S256",
        "state=", "nonce=", "redirect_uri=" + remit + COME_BACK);
    assertThat(browser.cookie(remit, "JSESSIONID")).as("who asks leaves nothing behind").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example",
      "/camunda/app/tasklist/default/x",
      "/api/audit", "javascript:alert(1)", "/camunda/app/tasklist/default/\r\nX: y"})
  void nobodyIsLedElsewhereAfterTheLogin(String to) {
    provider.knows("sub-rosa", "rosa", "Debt Callers");
    WebBrowser browser = new WebBrowser();
    HttpResponse<String> begun = browser.get(remit + "/oauth2/authorization/remit?to=" + WebBrowser.encoded(to));
    if (begun.statusCode() == 400) {
      return;
    }
    HttpResponse<String> back = browser.followed(signIn(browser, begun, "sub-rosa"), remit + COME_BACK);
    assertThat(browser.get(WebBrowser.locationOf(back)).headers().firstValue("Location"))
        .hasValue("/camunda/app/welcome/default/");
  }

  @Test
  void whoLogsOutOfAWebAppIsLoggedOutAtTheProviderToo() {
    provider.knows("sub-sam", "sam", "Debt Callers");
    WebBrowser browser = new WebBrowser();
    loggedIn(browser, "sub-sam", TASKLIST);

    assertThat(new WebBrowser().post(remit + WHO + "/logout", null).statusCode()).as("of nobody").isNotEqualTo(302);
    assertThat(browser.get(remit + WHO + "/logout").statusCode()).as("by a link of another site").isNotEqualTo(200);
    assertThat(browser.get(remit + WHO).body()).contains("sam");
    assertThat(browser.post(remit + WHO + "/logout", null).statusCode()).isEqualTo(200);
    assertThat(browser.get(remit + "/api/me").statusCode()).isEqualTo(401);
    HttpResponse<String> page = browser.get(remit + TASKLIST);
    assertThat(WebBrowser.locationOf(page)).startsWith(provider.issuer() + "/connect/logout?id_token_hint=")
        .endsWith("post_logout_redirect_uri=" + WebBrowser.encoded(remit + "/signed-out"));
    HttpResponse<String> out = browser.followed(page);

    assertThat(out.uri()).hasToString(remit + "/signed-out");
    assertThat(out.body()).contains("You are logged out");
    HttpResponse<String> next = browser.followed(browser.get(remit + TASKLIST));
    assertThat(next.uri()).as("the provider asks anew").hasToString(provider.issuer() + "/login");
  }

  @Test
  void whoLogsOutAtTheProviderIsLoggedOutHere() {
    provider.knows("sub-tim", "tim", "Debt Callers");
    WebBrowser one = new WebBrowser();
    loggedIn(one, "sub-tim", TASKLIST);
    WebBrowser other = new WebBrowser();
    loggedIn(other, "sub-tim", TASKLIST);

    for (Consumer<JwtClaimsSet.Builder> lie : List.<Consumer<JwtClaimsSet.Builder>>of(
        claims -> claims.subject("sub-tim").issuer("https://elsewhere.example"),
        claims -> claims.subject("sub-tim").audience(List.of("another")),
        claims -> claims.subject("sub-tim").claim("events", Map.of()),
        claims -> claims.subject("sub-tim").claim("nonce", "x"), claims -> { })) {
      assertThat(told(provider.logoutToken(lie))).isEqualTo(400);
    }
    assertThat(told("no token")).isEqualTo(400);
    assertThat(one.get(remit + "/api/me").statusCode()).isEqualTo(200);

    assertThat(told(provider.logoutToken(claims -> claims.subject("sub-tim")))).isEqualTo(200);

    assertThat(one.get(remit + "/api/me").statusCode()).isEqualTo(401);
    assertThat(other.get(remit + "/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
    assertThat(loggedIn(one, "sub-tim", TASKLIST).statusCode()).as("a new login").isEqualTo(200);
  }

  private static int told(String token) {
    return new WebBrowser().post(remit + "/logout/connect/back-channel/remit", "logout_token=" + token).statusCode();
  }

  @Test
  void passwordsOpenNothingButToThoseWhoAreNamed() {
    assertThat(tryPassword("supervisor1")).as("right password").isEqualTo(403);
    assertThat(tryPassword("operator")).as("a machine at a web app").isEqualTo(403);
    assertThat(tryPassword("admin")).as("for emergencies").isEqualTo(200);
    assertThat(new WebBrowser().get(remit + "/camunda/app/admin/default/?password").statusCode()).isEqualTo(200);
    assertThat(demo.get("supervisor1", "/api/me").statusCode()).isEqualTo(403);
    assertThat(demo.get("operator", "/api/me").statusCode()).isEqualTo(200);
    assertThat(demo.get("admin", "/api/me").statusCode()).isEqualTo(200);
  }

  private static int tryPassword(String user) {
    return new WebBrowser().post(remit + WHO + "/login/welcome", "username=" + user + "&password=" + user)
        .statusCode();
  }

  @Test
  void aLoginLastsTwelveHours() {
    provider.knows("sub-uma", "uma", "Debt Callers");
    WebBrowser browser = new WebBrowser();
    loggedIn(browser, "sub-uma", TASKLIST);
    demo.moveTo(Instant.parse(HttpUser.read(demo.get("admin", "/api/clock")).path("now").asText())
        .plus(Duration.ofHours(12)).toString());

    assertThat(browser.get(remit + "/api/me").statusCode()).isEqualTo(401);
    assertThat(browser.followed(browser.get(remit + TASKLIST)).uri()).as("the provider still knows them")
        .hasToString(remit + TASKLIST);
  }

  @Test
  void whoMayNotWorkFromHereIsNotLetIn() {
    provider.knows("sub-wim", "wim", "Debt Callers");
    WebBrowser browser = new WebBrowser();
    loggedIn(browser, "sub-wim", TASKLIST);
    assertThat(HttpUser.withPassword(demo.port(), "admin", "admin")
        .put("/api/access-limits/users/wim", "{\"networks\": [\"192.0.2.0/24\"]}").statusCode()).isEqualTo(200);

    assertThat(browser.get(remit + "/api/cases").statusCode()).as("a session from before").isEqualTo(403);
    HttpResponse<String> refused = loggedIn(new WebBrowser(), "sub-wim", TASKLIST);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("may not work from here");
  }

  @Test
  void aUserWithAPasswordBelongsToTheSubjectOnlyWhereThatIsSetAndLosesThePassword() {
    ProviderSettings with = demo.bean(ProviderSettings.class);
    ProviderPerson person = new ProviderPerson(new Subject(provider.issuer(), "sub-owner"), "owner1", "O", "W",
        "o@bank.example", Set.of("collectors"));
    assertThat(accounts(with).bring(person).refusal()).isEqualTo(Refusal.TAKEN);
    assertThat(identities().checkPassword("owner1", "owner1")).isTrue();

    ProviderSettings takingOver = new ProviderSettings(with.issuer(), with.clientId(), with.clientSecret(),
        with.scopes(), with.userClaim(), with.groupsClaim(), with.groups(), with.emergencyUser(), with.machines(),
        true, with.lasts());
    assertThat(accounts(takingOver).bring(person)).isEqualTo(new Outcome("owner1", null));
    assertThat(groupsOf("owner1")).containsExactly("collectors");
    assertThat(identities().checkPassword("owner1", "owner1")).isFalse();
    assertThat(accounts(takingOver).bring(new ProviderPerson(new Subject(provider.issuer(), "sub-a"), "admin", "", "",
        "", Set.of("collectors"))).refusal()).as("never the one for emergencies").isEqualTo(Refusal.TAKEN);

    identities().deleteUser("owner1");
    assertThat(accounts(with).bring(new ProviderPerson(new Subject(provider.issuer(), "sub-new"), "owner1", "", "", "",
        Set.of("collectors")))).as("the name is free").isEqualTo(new Outcome("owner1", null));
  }

  private static ProviderAccounts accounts(ProviderSettings settings) {
    return new ProviderAccounts(settings, demo.bean(ProviderUsers.class), demo.bean(PasswordLogins.class),
        identities(), demo.bean(EngineUsers.class), demo.bean(TransactionTemplate.class));
  }

  private static HttpResponse<String> loggedIn(WebBrowser browser, String subject, String page) {
    return browser.followed(atProvider(browser, subject, page));
  }

  /** Up to the answer that leads back to Remit. */
  private static HttpResponse<String> atProvider(WebBrowser browser, String subject, String page) {
    return browser.followed(signIn(browser, browser.get(remit + page), subject), remit + COME_BACK);
  }

  private static HttpResponse<String> signIn(WebBrowser browser, HttpResponse<String> begun, String subject) {
    HttpResponse<String> form = browser.followed(begun, remit + COME_BACK);
    return form.statusCode() == 302 ? form
        : browser.post(provider.issuer() + "/login", "username=" + subject + "&password=" + subject);
  }

  private static JWTClaimsSet claimsOf(String token) {
    try {
      return JWTParser.parse(token).getJWTClaimsSet();
    } catch (ParseException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static IdentityService identities() {
    return demo.bean(IdentityService.class);
  }

  private static List<String> groupsOf(String userId) {
    return identities().createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
  }

  private static Map<String, List<String>> allGroups() {
    return identities().createUserQuery().list().stream().map(User::getId)
        .collect(Collectors.toMap(id -> id, ProviderLoginTest::groupsOf));
  }

  private static List<String> changesOf(String userId) {
    return demo.bean(JdbcClient.class).sql("""
        select what || ' ' || changed_by from user_change where user_id = :user order by change_id
        """).param("user", userId).query(String.class).list();
  }
}
