package io.remit.process.contract;

import io.remit.contact.treatment.StepText;
import io.remit.hold.Hold;
import io.remit.model.ModelExpression;
import io.remit.model.ModelRule;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.springframework.core.ResolvableType;

/** How tasks of people and of the system are set up. */
final class TaskRules implements ModelRules {

  /** Delegates whose work cannot be rolled back with the transaction. */
  private static final Set<String> LEAVE_THE_TRANSACTION = Set.of("writeDossier", "writeHandOver", "bringChanges",
      "printAgreement", "tellFirm", "approveEach");
  private static final Set<String> STAY_IN_THE_TRANSACTION =
      Set.of("sendMessage", "restCase", "checkCourtEligibility", "markNumberWrong", "raiseHold", "releaseHold",
          "upholdObjection", "raiseReportedHold", "confirmPromise", "remindOfPromise", "judgePromise", "brokenPromise",
          "answerDispute", "correctAccount", "markDisputeLate", "refuseForged", "stopInterest", "waivePart",
          "goOnWithInstalments", "endRelief", "answerComplaint", "pauseRegion", "resumeRegion",
          "offerPlan", "lapsePlan", "beginPlan", "judgePlan", "endPlan", "tellPlanEnd", "sendOffer", "waiveAtOnce",
          "judgeOffer", "endOffer", "divideCasesAnew", "withdrawCase", "closeMissing", "giveCaseBack",
          "recallPlacement", "decideAfterPlacement", "bringToCourt", "proposeWriteOff",
          "recallAllCases", "composeBatch", "askForChangesAcknowledged");
  /** Whom a partner's own task is given to; its process is granted to nobody, as partners must not see each other's. */
  static final Set<String> PARTNERS_GROUPS =
      Set.of("${placementFacts.partnerGroup(execution)}", "${firmFacts.group(execution)}",
          "${placementFacts.nearByGroup(execution)}");
  /** To whom each process with human work is granted, as {@code access} does it. */
  static final Map<String, String> GROUPS = groups();
  private static final String RETRY_CYCLE = "R[1-9]\\d*/P\\w+|P\\w+(,\\s*P\\w+)*";

  /** What sends a text of its own, or if it has none what was decided. */
  private static final String SEND = "sendMessage";
  private static final Set<String> HOLD_REASONS =
      Arrays.stream(Hold.Reason.values()).map(Enum::name).collect(Collectors.toSet());
  /** What a delegate wants to be told by its element. */
  private static final Map<String, Map<String, Predicate<String>>> PARAMETERS = Map.of(
      "restCase", Map.of("days", days -> days.matches("[1-9]\\d{0,2}")),
      "raiseHold", Map.of("reason", HOLD_REASONS::contains),
      SEND, Map.of("days", days -> days.matches("[1-9]\\d{0,2}"), "text", text -> StepText.of(text).isPresent()));

  @Override
  public void check(Models models, Findings found) {
    models.eachProcess(found, (file, model) -> {
      model.getModelElementsByType(ServiceTask.class).forEach(task -> checkService(file, task, found));
      model.getModelElementsByType(UserTask.class).forEach(task -> checkListeners(file, task, found));
      model.getModelElementsByType(CallActivity.class).forEach(call -> checkCall(file, call, found));
      checkGroup(file, model, found);
    });
  }

  private static Map<String, String> groups() {
    Map<String, String> groups = new TreeMap<>();
    Lists.of("work-groups.txt").forEach((group, processes) -> processes.forEach(each -> groups.put(each, group)));
    return groups;
  }

  private static void checkService(String file, ServiceTask task, Findings found) {
    String delegate = String.valueOf(task.getCamundaDelegateExpression());
    if (!(ModelExpression.of(delegate) instanceof ModelExpression.Bean bean)) {
      found.add(file, task.getId(), ModelRule.BEAN_FITS_ITS_PLACE, task.getCamundaDelegateExpression() == null
          ? "nothing says what it does" : "its delegate is " + delegate);
      return;
    }
    if (LEAVE_THE_TRANSACTION.contains(bean.name())) {
      String cycle = extensions(task, CamundaFailedJobRetryTimeCycle.class).map(each -> each.getTextContent().strip())
          .findFirst().orElse("");
      found.unless(task.isCamundaAsyncBefore() && cycle.matches(RETRY_CYCLE), file, task.getId(),
          ModelRule.LEAVING_IS_ASYNCHRONOUS,
          "asyncBefore is " + task.isCamundaAsyncBefore() + ", its retry cycle '" + cycle + "'");
    }
    if (bean.name().equals(SEND) && extensions(task, CamundaInputOutput.class).findAny().isEmpty()) {
      return;
    }
    checkParameters(file, task, PARAMETERS.getOrDefault(bean.name(), Map.of()), found);
  }

  private static void checkParameters(String file, ServiceTask task, Map<String, Predicate<String>> wanted,
      Findings found) {
    Map<String, String> given = extensions(task, CamundaInputOutput.class)
        .map(CamundaInputOutput::getCamundaInputParameters).flatMap(Collection::stream)
        .collect(Collectors.toMap(CamundaInputParameter::getCamundaName, each -> each.getTextContent().strip(),
            (one, other) -> other, TreeMap::new));
    boolean understood = given.keySet().equals(wanted.keySet())
        && wanted.entrySet().stream().allMatch(each -> each.getValue().test(given.get(each.getKey())));
    found.unless(understood, file, task.getId(), ModelRule.PARAMETER_IS_UNDERSTOOD,
        "the step is given " + given + " and understands " + wanted.keySet());
  }

  private static void checkListeners(String file, UserTask task, Findings found) {
    List<String> onCreate = listeners(task, "create");
    List<String> onComplete = listeners(task, "complete");
    found.unless(onCreate.size() == 1 && onCreate.get(0).startsWith("${prepare") && onComplete.size() == 1
            && onComplete.get(0).startsWith("${record") && "latest".equals(task.getCamundaFormRefBinding()),
        file, task.getId(), ModelRule.TASK_IS_PREPARED_AND_RECORDED, "on create %s, on complete %s, form %s bound to %s"
            .formatted(onCreate, onComplete, orNone(task.getCamundaFormRef()),
                orNone(task.getCamundaFormRefBinding())));
  }

  private static String orNone(String value) {
    return value == null ? "none" : value;
  }

  private static List<String> listeners(UserTask task, String event) {
    return extensions(task, CamundaTaskListener.class).filter(listener -> event.equals(listener.getCamundaEvent()))
        .map(CamundaTaskListener::getCamundaDelegateExpression).map(String::valueOf).toList();
  }

  private static void checkCall(String file, CallActivity call, Findings found) {
    List<CamundaIn> given = extensions(call, CamundaIn.class).toList();
    boolean caseNumberAlone = given.size() == 1 && given.get(0).getCamundaBusinessKey() != null
        && extensions(call, CamundaOut.class).findAny().isEmpty();
    found.unless(caseNumberAlone, file, call.getId(), ModelRule.CALL_PASSES_THE_CASE,
        "it needs one mapping, of the business key, and has others or none");
  }

  private static void checkGroup(String file, BpmnModelInstance model, Findings found) {
    String process = file.replace(".bpmn", "");
    String granted = GROUPS.get(process);
    Collection<UserTask> tasks = model.getModelElementsByType(UserTask.class);
    found.unless(granted == null || !tasks.isEmpty(), file, process, ModelRule.WORK_BELONGS_TO_A_GROUP,
        "it is the work of " + granted + ", but it has no user task");
    for (UserTask task : tasks) {
      Set<String> wanted = granted == null ? PARTNERS_GROUPS : Set.of(granted);
      String given = orNone(task.getCamundaCandidateGroups());
      found.unless(wanted.contains(given), file, task.getId(), ModelRule.WORK_BELONGS_TO_A_GROUP,
          "it is given to " + given + ", its process is granted to "
              + (granted == null ? "partners" : granted));
    }
  }

  /** The delegates of which nobody has said whether their work can be rolled back. */
  static Set<String> undecidedDelegates() {
    return ModelBeans.names().stream().filter(TaskRules::isDelegate)
        .filter(bean -> !LEAVE_THE_TRANSACTION.contains(bean) && !STAY_IN_THE_TRANSACTION.contains(bean))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isDelegate(String bean) {
    return ModelBeans.typeOf(bean).map(ResolvableType::toClass).filter(JavaDelegate.class::isAssignableFrom)
        .isPresent();
  }

  private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Stream<T> extensions(
      BaseElement element, Class<T> type) {
    return element.getExtensionElements() == null ? Stream.empty()
        : element.getExtensionElements().getElementsQuery().filterByType(type).list().stream();
  }
}
