package io.remit.access;

import static io.remit.access.ApiRoute.delete;
import static io.remit.access.ApiRoute.get;
import static io.remit.access.ApiRoute.options;
import static io.remit.access.ApiRoute.post;
import static io.remit.access.ApiRoute.put;
import static io.remit.access.StaffGroup.ADMINISTRATORS;
import static io.remit.access.StaffGroup.COLLECTORS;
import static io.remit.access.StaffGroup.FIELD_AGENTS;
import static io.remit.access.StaffGroup.LEGAL_OFFICERS;
import static io.remit.access.StaffGroup.MANAGERS;
import static io.remit.access.StaffGroup.OPERATORS;
import static io.remit.access.StaffGroup.OUTSOURCING_OFFICERS;
import static io.remit.access.StaffGroup.PROCESS_OWNERS;
import static io.remit.access.StaffGroup.SUPERVISORS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What the web apps under {@code /camunda} are asked for, and by whom it may be asked; what no line names is refused.
 * Which of it somebody then sees or changes is up to their grants (see {@link GrantTable}).
 *
 * <p>The lines are what Tasklist, Cockpit, Admin and Welcome need for the work that each group has, and no more: nobody
 * deploys, starts or ends a process, changes a variable, moves a token, sends a message, saves a filter or writes a
 * comment here, and nobody asks whether a password is right but by logging in. A test reads the routes that the engine
 * serves and those that the pages name, and wants a decision about each; {@code docs/engine-routes.md} shows them all.
 */
final class EngineRoutes {

  static final String DATA = "/camunda/api/";

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String COCKPIT_DATA = "/camunda/api/cockpit/plugin/base/default";
  private static final String LOGIN = "/camunda/api/admin/auth/user/default";
  private static final String APP = "/camunda/app/{app:admin|cockpit|tasklist|welcome}";

  private static final List<StaffGroup> WHO_WORK_ON_TASKS =
      List.of(COLLECTORS, FIELD_AGENTS, LEGAL_OFFICERS, OUTSOURCING_OFFICERS, SUPERVISORS, OPERATORS,
          ADMINISTRATORS);
  private static final List<StaffGroup> SUPERVISING = List.of(SUPERVISORS, ADMINISTRATORS);
  /** Who sees the deployed models and rules. */
  private static final List<StaffGroup> AT_COCKPIT = List.of(MANAGERS, OPERATORS, PROCESS_OWNERS, ADMINISTRATORS);
  /** Who sees the cases in them. */
  private static final List<StaffGroup> WATCHING = List.of(MANAGERS, OPERATORS, ADMINISTRATORS);
  private static final List<StaffGroup> OPERATING = List.of(OPERATORS, ADMINISTRATORS);
  private static final List<StaffGroup> ADMINISTERING = List.of(ADMINISTRATORS);
  private static final List<StaffGroup> EVERY_USER = List.of();

  static final ApiRoute LOGGING_IN = post(LOGIN + "/login/{app:admin|cockpit|tasklist|welcome}", EVERY_USER);

  /** What has to be there before somebody has logged in: pages, scripts, pictures, and the login. */
  static final List<ApiRoute> FOR_ANYONE = List.of(
      get("/", EVERY_USER),
      get("/favicon.ico", EVERY_USER),
      get("/camunda", EVERY_USER),
      get("/camunda/", EVERY_USER),
      get("/camunda/favicon.ico", EVERY_USER),
      get("/camunda/lib/*", EVERY_USER),
      get("/camunda/assets/**", EVERY_USER),
      get("/camunda/app", EVERY_USER),
      get("/camunda/app/", EVERY_USER),
      get("/camunda/app/remit/**", EVERY_USER),
      get(APP, EVERY_USER),
      get(APP + "/", EVERY_USER),
      get(APP + "/default/", EVERY_USER),
      get(APP + "/{file:camunda-[a-z]+-bootstrap\\.(?:js|css|js\\.LICENSE\\.txt)}", EVERY_USER),
      get(APP + "/{folder:locales|scripts|styles}/**", EVERY_USER),
      get("/camunda/api/{app:admin|cockpit|tasklist|welcome}/plugin/*/static/app/{file:plugin\\.(?:js|css)}",
          EVERY_USER),
      // the pages ask for the engines with the slash
      get("/camunda/api/engine/engine/", EVERY_USER),
      get("/camunda/api/engine/engine", EVERY_USER),
      get(LOGIN, EVERY_USER),
      LOGGING_IN,
      post(LOGIN + "/logout", EVERY_USER));

  /** What needs a login. Of several lines that match the first counts. */
  static final List<ApiRoute> FOR_USERS = all(tasks(), models(), watching(), operating(), oneself(), administering());

  private EngineRoutes() {
  }

  /** The line that says who may call a path, as it is sent; empty if nobody may. */
  static Optional<ApiRoute> decision(String method, String path, String userId) {
    return FOR_USERS.stream().filter(route -> route.matches(method, path) && route.isOwn(userId, path)).findFirst();
  }

  private static List<ApiRoute> tasks() {
    return List.of(
        get(ENGINE + "/filter", WHO_WORK_ON_TASKS).orPartners(),
        options(ENGINE + "/filter", WHO_WORK_ON_TASKS).orPartners(),
        get(ENGINE + "/filter/count", WHO_WORK_ON_TASKS).orPartners(),
        get(ENGINE + "/filter/*", WHO_WORK_ON_TASKS).orPartners(),
        post(ENGINE + "/filter/*/list", WHO_WORK_ON_TASKS).orPartners(),
        post(ENGINE + "/filter/*/count", WHO_WORK_ON_TASKS).orPartners(),
        get(ENGINE + "/task", all(WHO_WORK_ON_TASKS, AT_COCKPIT)).orPartners(),
        get(ENGINE + "/task/count", AT_COCKPIT),
        get(ENGINE + "/task/report/candidate-group-count", WATCHING),
        get(ENGINE + "/task/*", all(WHO_WORK_ON_TASKS, WATCHING)).orPartners(),
        get(ENGINE + "/task/*/identity-links", all(WHO_WORK_ON_TASKS, WATCHING)).orPartners(),
        get(ENGINE + "/task/*/form", WHO_WORK_ON_TASKS).orPartners(),
        get(ENGINE + "/task/*/deployed-form", WHO_WORK_ON_TASKS).orPartners(),
        get(ENGINE + "/task/*/form-variables", WHO_WORK_ON_TASKS).orPartners(),
        get(ENGINE + "/task/*/comment", WHO_WORK_ON_TASKS).orPartners(),
        get(ENGINE + "/history/user-operation", all(WHO_WORK_ON_TASKS, WATCHING)).orPartners(),
        get(ENGINE + "/history/user-operation/count", all(WHO_WORK_ON_TASKS, WATCHING)).orPartners(),
        post(ENGINE + "/task/*/claim", WHO_WORK_ON_TASKS).orPartners(),
        post(ENGINE + "/task/*/submit-form", WHO_WORK_ON_TASKS).orPartners(),
        // to give a task back, to hand it over or to move its due date
        post(ENGINE + "/task/*/unclaim", SUPERVISING),
        post(ENGINE + "/task/*/assignee", SUPERVISING),
        put(ENGINE + "/task/*", SUPERVISING));
  }

  private static List<ApiRoute> models() {
    return List.of(
        get(ENGINE + "/process-definition", all(WHO_WORK_ON_TASKS, AT_COCKPIT)).orPartners(),
        get(ENGINE + "/process-definition/count", all(WHO_WORK_ON_TASKS, AT_COCKPIT)).orPartners(),
        get(ENGINE + "/process-definition/statistics", AT_COCKPIT),
        get(ENGINE + "/process-definition/*", all(WHO_WORK_ON_TASKS, AT_COCKPIT)).orPartners(),
        get(ENGINE + "/process-definition/*/xml", all(WHO_WORK_ON_TASKS, AT_COCKPIT)).orPartners(),
        get(ENGINE + "/process-definition/key/*", AT_COCKPIT),
        get(ENGINE + "/process-definition/*/statistics", AT_COCKPIT),
        get(ENGINE + "/process-definition/*/static-called-process-definitions", AT_COCKPIT),
        get(COCKPIT_DATA + "/process-definition/statistics", AT_COCKPIT),
        get(COCKPIT_DATA + "/process-definition/statistics-count", AT_COCKPIT),
        post(COCKPIT_DATA + "/process-definition/*/called-process-definitions", AT_COCKPIT),
        get(ENGINE + "/decision-definition", AT_COCKPIT),
        get(ENGINE + "/decision-definition/count", AT_COCKPIT),
        get(ENGINE + "/decision-definition/*", AT_COCKPIT),
        get(ENGINE + "/decision-definition/*/xml", AT_COCKPIT),
        get(ENGINE + "/decision-requirements-definition", AT_COCKPIT),
        get(ENGINE + "/decision-requirements-definition/count", AT_COCKPIT),
        get(ENGINE + "/decision-requirements-definition/*", AT_COCKPIT),
        get(ENGINE + "/decision-requirements-definition/*/xml", AT_COCKPIT),
        // there are none, and Cockpit counts them
        get(ENGINE + "/case-definition", AT_COCKPIT),
        get(ENGINE + "/case-definition/count", AT_COCKPIT),
        get(ENGINE + "/deployment", AT_COCKPIT),
        get(ENGINE + "/deployment/count", AT_COCKPIT),
        get(ENGINE + "/deployment/*", AT_COCKPIT),
        get(ENGINE + "/deployment/*/resources", AT_COCKPIT),
        get(ENGINE + "/deployment/*/resources/*", AT_COCKPIT),
        get(ENGINE + "/deployment/*/resources/*/data", AT_COCKPIT));
  }

  /** What Cockpit's pages show of the cases. A process owner opens the pages of a model too, and finds no case. */
  private static List<ApiRoute> watching() {
    return List.of(
        post(ENGINE + "/process-instance", AT_COCKPIT),
        post(ENGINE + "/process-instance/count", AT_COCKPIT),
        post(COCKPIT_DATA + "/process-instance", AT_COCKPIT),
        post(COCKPIT_DATA + "/process-instance/count", AT_COCKPIT),
        get(ENGINE + "/job-definition", AT_COCKPIT),
        post(ENGINE + "/job-definition", AT_COCKPIT),
        post(ENGINE + "/job-definition/count", AT_COCKPIT),
        post(ENGINE + "/job", AT_COCKPIT),
        post(ENGINE + "/job/count", AT_COCKPIT),
        get(ENGINE + "/history/decision-instance", AT_COCKPIT),
        get(ENGINE + "/history/decision-instance/count", AT_COCKPIT),
        get(ENGINE + "/history/decision-requirements-definition/*/statistics", AT_COCKPIT),
        post(ENGINE + "/history/task/count", AT_COCKPIT),
        get(ENGINE + "/incident/count", WATCHING),
        post(COCKPIT_DATA + "/incident", WATCHING),
        post(COCKPIT_DATA + "/incident/", WATCHING),
        post(COCKPIT_DATA + "/incident/count", WATCHING),
        get(COCKPIT_DATA + "/incident", WATCHING),
        get(COCKPIT_DATA + "/incident/count", WATCHING),
        get(ENGINE + "/process-instance", WATCHING),
        get(ENGINE + "/process-instance/count", WATCHING),
        get(ENGINE + "/process-instance/*", WATCHING),
        get(ENGINE + "/process-instance/*/activity-instances", WATCHING),
        post(COCKPIT_DATA + "/process-instance/*/called-process-instances", WATCHING),
        get(COCKPIT_DATA + "/process-instance/*/called-process-instances", WATCHING),
        post(ENGINE + "/task", WATCHING),
        post(ENGINE + "/task/count", WATCHING),
        post(ENGINE + "/variable-instance", WATCHING),
        post(ENGINE + "/variable-instance/count", WATCHING),
        get(ENGINE + "/job-definition/*", WATCHING),
        get(ENGINE + "/job/*", WATCHING),
        get(ENGINE + "/job/*/stacktrace", WATCHING),
        // there are none, and Cockpit asks for them
        post(ENGINE + "/external-task", WATCHING),
        post(ENGINE + "/external-task/", WATCHING),
        post(ENGINE + "/external-task/count", WATCHING),
        get(ENGINE + "/history/process-instance/*", WATCHING),
        post(ENGINE + "/history/process-instance", WATCHING),
        post(ENGINE + "/history/process-instance/count", WATCHING),
        get(ENGINE + "/history/activity-instance", WATCHING),
        get(ENGINE + "/history/incident", WATCHING),
        get(ENGINE + "/history/job-log", WATCHING),
        get(ENGINE + "/history/job-log/count", WATCHING),
        post(ENGINE + "/history/job-log", WATCHING),
        post(ENGINE + "/history/job-log/count", WATCHING),
        get(ENGINE + "/history/job-log/*/stacktrace", WATCHING),
        get(ENGINE + "/history/decision-instance/*", WATCHING),
        get(ENGINE + "/batch/statistics", WATCHING),
        get(ENGINE + "/batch/statistics/", WATCHING),
        get(ENGINE + "/batch/statistics/count", WATCHING),
        get(ENGINE + "/batch/*", WATCHING),
        get(ENGINE + "/history/batch", WATCHING),
        get(ENGINE + "/history/batch/count", WATCHING),
        get(ENGINE + "/history/batch/*", WATCHING));
  }

  private static List<ApiRoute> operating() {
    return List.of(
        put(ENGINE + "/batch/*/suspended", WATCHING),
        put(ENGINE + "/job/*/retries", OPERATING),
        put(ENGINE + "/job-definition/*/retries", OPERATING));
  }

  private static List<ApiRoute> oneself() {
    return List.of(
        get(ENGINE + "/authorization/check", EVERY_USER),
        get(ENGINE + "/identity/password-policy", EVERY_USER),
        post(ENGINE + "/identity/password-policy", EVERY_USER),
        get(ENGINE + "/user", EVERY_USER),
        get(ENGINE + "/user/count", EVERY_USER),
        get(ENGINE + "/user/*/profile", EVERY_USER),
        put(ENGINE + "/user/{oneself}/profile", EVERY_USER),
        put(ENGINE + "/user/{oneself}/credentials", EVERY_USER),
        options(ENGINE + "/user/{oneself}", EVERY_USER),
        get(ENGINE + "/group", EVERY_USER),
        get(ENGINE + "/group/count", EVERY_USER),
        post(ENGINE + "/group", AT_COCKPIT));
  }

  private static List<ApiRoute> administering() {
    return List.of(
        options(ENGINE + "/user", ADMINISTERING),
        options(ENGINE + "/user/", ADMINISTERING),
        post(ENGINE + "/user/create", ADMINISTERING),
        options(ENGINE + "/user/*", ADMINISTERING),
        delete(ENGINE + "/user/*", ADMINISTERING),
        put(ENGINE + "/user/*/profile", ADMINISTERING),
        put(ENGINE + "/user/*/credentials", ADMINISTERING),
        post(ENGINE + "/user/*/unlock", ADMINISTERING),
        options(ENGINE + "/group", ADMINISTERING),
        options(ENGINE + "/group/", ADMINISTERING),
        post(ENGINE + "/group/create", ADMINISTERING),
        get(ENGINE + "/group/*", ADMINISTERING),
        options(ENGINE + "/group/*", ADMINISTERING),
        put(ENGINE + "/group/*", ADMINISTERING),
        delete(ENGINE + "/group/*", ADMINISTERING),
        options(ENGINE + "/group/*/members", ADMINISTERING),
        put(ENGINE + "/group/*/members/*", ADMINISTERING),
        delete(ENGINE + "/group/*/members/*", ADMINISTERING),
        get(ENGINE + "/authorization", ADMINISTERING),
        options(ENGINE + "/authorization", ADMINISTERING),
        options(ENGINE + "/authorization/", ADMINISTERING),
        get(ENGINE + "/authorization/count", ADMINISTERING),
        post(ENGINE + "/authorization/create", ADMINISTERING),
        get(ENGINE + "/authorization/*", ADMINISTERING),
        options(ENGINE + "/authorization/*", ADMINISTERING),
        put(ENGINE + "/authorization/*", ADMINISTERING),
        delete(ENGINE + "/authorization/*", ADMINISTERING),
        // there are none, and Admin asks for them
        get(ENGINE + "/tenant", ADMINISTERING),
        options(ENGINE + "/tenant", ADMINISTERING),
        options(ENGINE + "/tenant/", ADMINISTERING),
        get(ENGINE + "/tenant/count", ADMINISTERING),
        get(ENGINE + "/telemetry/data", ADMINISTERING),
        get(ENGINE + "/metrics/*/sum", ADMINISTERING),
        get("/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated", ADMINISTERING));
  }

  @SafeVarargs
  private static <T> List<T> all(List<T>... parts) {
    List<T> whole = new ArrayList<>();
    for (Collection<T> part : parts) {
      part.stream().filter(each -> !whole.contains(each)).forEach(whole::add);
    }
    return List.copyOf(whole);
  }
}
