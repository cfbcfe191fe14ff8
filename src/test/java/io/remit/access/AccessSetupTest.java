package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoTest
class AccessSetupTest {

  private static final List<String> TABLES = List.of("act_id_user", "act_id_group", "act_id_membership", "act_id_info",
      "act_id_tenant", "act_id_tenant_member", "act_ru_authorization", "act_ru_filter");

  @LocalServerPort
  private int port;
  @Autowired
  private AccessSetup setup;
  @Autowired
  private IdentityService identities;
  @Autowired
  private AuthorizationService authorizations;
  @Autowired
  private FilterService filters;
  @Autowired
  private JdbcClient database;

  @Test
  void aSecondStartChangesNothing() {
    Map<String, List<Map<String, Object>>> before = content();

    setup.afterSingletonsInstantiated();

    assertThat(content()).isEqualTo(before);
  }

  @Test
  void aStartRepairsAGrantAndAFilterThatSomebodyChanged() {
    Map<String, List<Map<String, Object>>> before = withoutRevisions(content());
    Filter filter = filters.createFilterQuery().filterName("My calls").singleResult();
    filter.setProperties(Map.of("priority", 99));
    filters.saveFilter(filter);
    var grant = authorizations.createAuthorizationQuery().groupIdIn("collectors")
        .resourceType(Resources.PROCESS_DEFINITION).resourceId("call-debtor").singleResult();
    grant.addPermission(Permissions.DELETE);
    authorizations.saveAuthorization(grant);

    setup.afterSingletonsInstantiated();

    assertThat(withoutRevisions(content())).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(DemoUser.class)
  void everyDemoUserLogsInWithHisIdAsPassword(DemoUser user) {
    assertThat(identities.checkPassword(user.id(), user.id())).isTrue();
    assertThat(identities.createGroupQuery().groupMember(user.id()).list())
        .extracting(Group::getId).containsExactly(user.groupId());
  }

  @ParameterizedTest
  @CsvSource({
      "COLLECTOR_1,   true,  false, false",
      "FIELD_1,       true,  false, false",
      "LEGAL_1,       true,  false, false",
      "OUTSOURCING_1, true,  false, false",
      "SUPERVISOR_1,  true,  false, false",
      "PARTNER_1,     true,  false, false",
      "MANAGER_1,     false, true,  false",
      "OPERATOR,      true,  true,  false",
      "OWNER_1,       false, true,  false",
      "ADMIN,         true,  true,  true"})
  void everyGroupOpensItsWebAppsAndNoOther(DemoUser user, boolean tasklist, boolean cockpit, boolean admin) {
    assertThat(HttpUser.nobody(port).tryLogin(user, "tasklist").statusCode()).isEqualTo(tasklist ? 200 : 403);
    assertThat(HttpUser.nobody(port).tryLogin(user, "cockpit").statusCode()).isEqualTo(cockpit ? 200 : 403);
    assertThat(HttpUser.nobody(port).tryLogin(user, "admin").statusCode()).isEqualTo(admin ? 200 : 403);
  }

  @ParameterizedTest
  @CsvSource({
      "COLLECTOR_1,   Calls due now",
      "FIELD_1,       Visits",
      "LEGAL_1,       Cases to review",
      "OUTSOURCING_1, Placements to approve",
      "SUPERVISOR_1,  Holds to review",
      "PARTNER_1,     Placed with us"})
  void tasklistOpensOnTheListOfTheGroup(DemoUser user, String expected) {
    String first = asUser(user, () -> filters.createFilterQuery().list().stream()
        .min((one, other) -> Integer.compare(priority(one), priority(other))).orElseThrow().getName());

    assertThat(first).isEqualTo(expected);
  }

  @Test
  void aPartnerThatAnAdministratorCreatesSeesItsList() {
    Group group = identities.newGroup("partnerlawfirm7");
    group.setName("Law firm seven");
    identities.saveGroup(group);

    try {
      assertThat(authorizations.isUserAuthorized(null, List.of("partnerlawfirm7"), Permissions.ACCESS,
          Resources.APPLICATION, "tasklist")).isTrue();
      String filter = filters.createFilterQuery().filterName("Placed with us").singleResult().getId();
      assertThat(authorizations.isUserAuthorized(null, List.of("partnerlawfirm7"), Permissions.READ,
          Resources.FILTER, filter)).isTrue();
    } finally {
      identities.deleteGroup("partnerlawfirm7");
    }
  }

  @Test
  void theAdministratorsHaveEveryPermissionOnEverything() {
    // the engine does not check the other two: they are for permissions by historic instance, which are off
    for (Resources resource : EnumSet.complementOf(
        EnumSet.of(Resources.HISTORIC_TASK, Resources.HISTORIC_PROCESS_INSTANCE))) {
      assertThat(authorizations.isUserAuthorized("admin", List.of("camunda-admin"), Permissions.ALL, resource))
          .as(resource.name()).isTrue();
    }
  }

  private <T> T asUser(DemoUser user, Supplier<T> question) {
    identities.setAuthentication(user.id(), List.of(user.groupId()));
    try {
      return question.get();
    } finally {
      identities.clearAuthentication();
    }
  }

  private static int priority(Filter filter) {
    return ((Number) filter.getProperties().get("priority")).intValue();
  }

  private Map<String, List<Map<String, Object>>> content() {
    Map<String, List<Map<String, Object>>> content = new TreeMap<>();
    for (String table : TABLES) {
      content.put(table, database.sql("select * from " + table + " order by 1, 2").query().listOfRows());
    }
    return content;
  }

  private static Map<String, List<Map<String, Object>>> withoutRevisions(
      Map<String, List<Map<String, Object>>> content) {
    content.values().forEach(rows -> rows.forEach(row -> row.remove("REV_")));
    return content;
  }
}
