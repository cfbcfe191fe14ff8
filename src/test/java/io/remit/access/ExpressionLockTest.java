package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No expression that comes from outside is evaluated: the two locks, each asked in the running application. */
@OnBothDatabases
class ExpressionLockTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final List<String> PARAMETERS = Arrays.stream(TaskQueryDto.class.getMethods())
      .map(method -> method.getAnnotation(CamundaQueryParam.class)).filter(Objects::nonNull)
      .map(CamundaQueryParam::value).filter(name -> name.endsWith("Expression")).sorted().toList();

  @LocalServerPort
  private int port;
  @Autowired
  private FilterService filters;
  @Autowired
  private TaskService tasks;
  @Autowired
  private ProcessEngine engine;

  private HttpUser person(DemoUser user) {
    boolean worksInCockpit = List.of(DemoUser.OPERATOR, DemoUser.MANAGER_1, DemoUser.OWNER_1).contains(user);
    return HttpUser.loggedIn(port, user, worksInCockpit ? "cockpit" : "tasklist");
  }

  @ParameterizedTest
  @EnumSource(DemoUser.class)
  void eachCriterionThatIsAnExpressionIsRefusedToEverybodyInEachQuery(DemoUser user) {
    HttpUser person = person(user);
    String list = filters.createFilterQuery().filterName("Calls due now").singleResult().getId();
    List<String> ways = List.of("/task", "/task/count", "/filter/" + list + "/list", "/filter/" + list + "/count",
        "/filter/" + list + "/singleResult", "/filter/create");
    int before = Intruder.entered();
    int asked = 0;

    assertThat(PARAMETERS).hasSize(20);
    for (String parameter : PARAMETERS) {
      for (String way : ways) {
        assertThat(person.post(ENGINE + way, inOr(parameter)).statusCode()).as("%s %s", way, parameter).isEqualTo(403);
        asked++;
      }
      assertThat(person.get(ENGINE + "/task?" + parameter + "=x").statusCode()).as(parameter).isEqualTo(403);
    }

    assertThat(asked).isEqualTo(120);
    assertThat(Intruder.entered()).isEqualTo(before);
  }

  @Test
  void soIsEverySpellingOfIt() {
    HttpUser person = person(DemoUser.PARTNER_1);
    String value = "\"" + Intruder.EXPRESSION + "\"";
    Map<String, String> spellings = new LinkedHashMap<>();
    spellings.put("at the top", "{\"assigneeExpression\": " + value + "}");
    spellings.put("in or", inOr("assigneeExpression"));
    spellings.put("in or of or", "{\"orQueries\": [{\"orQueries\": [{\"assigneeExpression\": " + value + "}]}]}");
    spellings.put("escaped", "{\"orQueries\": [{\"assignee\\u0045xpressio\\u006e\": " + value + "}]}");
    spellings.put("escaped key of or", "{\"or\\u0051ueries\": [{\"assigneeExpression\": " + value + "}]}");
    spellings.put("another case", "{\"orQueries\": [{\"assigneeEXPRESSION\": " + value + "}]}");
    spellings.put("a space behind", "{\"orQueries\": [{\"assigneeExpression \": " + value + "}]}");
    spellings.put("twice", "{\"orQueries\": [], \"orQueries\": [{\"assigneeExpression\": " + value + "}]}");
    spellings.put("twice, the other way", "{\"orQueries\": [{\"assigneeExpression\": " + value
        + "}], \"orQueries\": []}");
    spellings.put("null", "{\"orQueries\": [{\"assigneeExpression\": null}]}");
    spellings.put("behind another", "{} " + inOr("assigneeExpression"));
    spellings.put("with a comment", "/* */" + inOr("assigneeExpression"));
    spellings.put("deep", "{\"a\":".repeat(60) + inOr("assigneeExpression") + "}".repeat(60));
    int before = Intruder.entered();

    spellings.forEach((name, body) -> {
      assertThat(person.post(ENGINE + "/task", body).statusCode()).as(name).isBetween(400, 403);
      for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, Charset.forName("UTF-32"))) {
        assertThat(person.postBytes(ENGINE + "/task", "application/json", body.getBytes(charset)).statusCode())
            .as("%s in %s", name, charset).isBetween(400, 415);
      }
      for (String type : List.of("application/json;charset=utf-7", "application/hal+json", "text/plain", "text/json",
          "application/xml", "multipart/form-data; boundary=x", "nothing", "*/*")) {
        assertThat(person.postBytes(ENGINE + "/task", type, body.getBytes(StandardCharsets.UTF_8)).statusCode())
            .as("%s as %s", name, type).isBetween(400, 415);
      }
    });
    assertThat(Intruder.entered()).isEqualTo(before);
  }

  @Test
  void soIsItInTheAddressInEverySpelling() {
    HttpUser person = person(DemoUser.COLLECTOR_1);
    for (String query : List.of("assigneeExpression=x", "assignee%45xpression=x", "assigneeexpression=x",
        "a=b&ownerExpression=x", "orQueries=%5B%7B%22assigneeExpression%22%3A%22x%22%7D%5D")) {
      assertThat(person.get(ENGINE + "/task?" + query).statusCode()).as(query).isEqualTo(403);
      assertThat(person.get(ENGINE + "/task/count?" + query).statusCode()).as(query).isEqualTo(403);
    }
  }

  @Test
  void whatIsNotAnExpressionGoesOn() {
    HttpUser person = person(DemoUser.COLLECTOR_1);
    String list = "/filter/" + filters.createFilterQuery().filterName("Calls due now").singleResult().getId() + "/list";

    assertThat(person.post(ENGINE + list, "{\"orQueries\": [{\"assignee\": \"collector1\", \"unassigned\": true}]}")
        .statusCode()).isEqualTo(200);
    assertThat(person.post(ENGINE + list, "{}").statusCode()).isEqualTo(200);
    assertThat(person.post(ENGINE + list, "{\"nameLike\": \"%" + "a".repeat(1_000_000) + "%\"}").statusCode())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {Intruder.EXPRESSION, "#{''.getClass()}", "${jdbcTemplate}", "${dataSource}",
      "${identityService}", "${aging}", "${sendMessage}", "${aging.inDays(execution, 3)}", "${aging.class}",
      "${aging.getClass()}", "${now().getClass()}", "${currentUser().getClass()}", "${ now() }", "${dateTime()}",
      "x${now()}", "${now()}${now()}", "${execution}", "${processEngineServices}", "${1 == 1}", "${'a'}", "${task}"})
  void theEngineItselfEvaluatesInAQueryNothingButTheTaskListsExpressions(String expression) {
    int before = Intruder.entered();

    assertThatThrownBy(() -> tasks.createTaskQuery().or().taskAssigneeExpression(expression).taskUnassigned().endOr()
        .list()).isInstanceOf(ProcessEngineException.class);
    assertThatThrownBy(() -> tasks.createTaskQuery().taskAssigneeExpression(expression).count())
        .isInstanceOf(ProcessEngineException.class);

    assertThat(Intruder.entered()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {Intruder.EXPRESSION, "#{''.getClass()}", "${jdbcTemplate}", "${dataSource}",
      "${identityService}", "${jdbcTemplate.execute('x')}", "${aging.class}", "${aging.getClass().getName()}",
      "${aging.inDays(execution, 3).getTime()}", "${execution}", "${execution.processEngineServices}",
      "${execution.getVariable('x')}", "${processEngineConfiguration}", "${outcome.class == 'x'}", "${empty outcome}",
      "${outcome == 'A' || outcome == 'B'}", "${aging['today']()}", "${aging.inDays(execution, 1 + 1)}",
      "${\u00a0now()}",
      "before ${sendMessage}", "${sendMessage} after", "${sendMessage}${restCase}", "${}", "${", "#{sendMessage}"})
  void theEngineEvaluatesNoExpressionThatModelsMayNotUse(String expression) {
    ProcessEngineConfigurationImpl settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

    assertThatThrownBy(() -> settings.getCommandExecutorTxRequired().execute(command ->
        settings.getExpressionManager().createExpression(expression).getValue(new ExecutionEntity())))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageNotContaining(expression.length() > 3 ? expression : "\n");
  }

  private static String inOr(String parameter) {
    return "{\"orQueries\": [{\"" + parameter + "\": \"" + Intruder.EXPRESSION + "\"}]}";
  }
}
