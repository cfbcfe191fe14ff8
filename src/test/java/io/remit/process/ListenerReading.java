package io.remit.process;

import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.when;

import io.remit.cases.InvalidInputException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mockito.Answers;
import org.mockito.invocation.Invocation;
import org.mockito.stubbing.Answer;
import org.springframework.beans.BeanUtils;

/**
 * What a task's listener makes of a form, found out by sending it one: the use cases behind it are mocks that tell what
 * they were called with.
 *
 * @param passedOn the fields that reached the use case
 * @param missing the names of texts that the use case takes and the form did not give
 * @param accepted the outcomes that the code accepts
 */
record ListenerReading(Set<String> passedOn, Set<String> missing, Set<String> accepted) {

  private static final String ONE_OF = "must be one of ";

  /** Sends a form with these fields. */
  static ListenerReading of(Class<?> listener, Collection<String> fields) {
    Map<String, Object> sent = new HashMap<>();
    fields.forEach(field -> sent.put(field, "text of " + field));
    sent.putIfAbsent(CaseModel.OUTCOME, "no outcome at all");

    Answer<?> textsAreGiven = call -> call.getMethod().getReturnType() == String.class ? "given"
        : Answers.RETURNS_DEFAULTS.answer(call);
    List<Object> useCases = new ArrayList<>();
    notify(listener, type -> remember(useCases, mock(type, textsAreGiven)), sent);
    Map<String, Object> taken = new HashMap<>();
    useCases.stream().flatMap(useCase -> mockingDetails(useCase).getInvocations().stream())
        .forEach(call -> taken.putAll(argumentsOf(call)));

    Set<String> passedOn = fields.stream().filter(field -> taken.containsValue(sent.get(field)))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> missing = taken.entrySet().stream().filter(each -> each.getValue() == null).map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
    return new ListenerReading(passedOn, missing, acceptedBy(listener, taken, sent));
  }

  /** Some listeners pass on what is possible; the others' use cases name it when they refuse. */
  private static Set<String> acceptedBy(Class<?> listener, Map<String, Object> taken, Map<String, Object> sent) {
    for (Map.Entry<String, Object> argument : taken.entrySet()) {
      if (!argument.getKey().contains(".") && argument.getValue() instanceof Set<?> possible) {
        return possible.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
      }
    }
    try {
      notify(listener, type -> mock(type, CALLS_REAL_METHODS), sent);
    } catch (InvalidInputException refused) {
      String message = refused.getMessage();
      if (message.contains(ONE_OF)) {
        return new TreeSet<>(List.of(message.substring(message.indexOf(ONE_OF) + ONE_OF.length()).split(", ")));
      }
    } catch (RuntimeException notRefused) {
      // A mock without fields can do no more than refuse.
    }
    return Set.of();
  }

  private static void notify(Class<?> listener, Function<Class<?>, Object> dependency, Map<String, Object> sent) {
    Constructor<?> constructor = listener.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Object[] arguments = Arrays.stream(constructor.getParameterTypes())
        .map(type -> type == CurrentUser.class ? someUser()
            : type == ReportsUnderWay.class ? new ReportsUnderWay() : dependency.apply(type)).toArray();
    ((TaskListener) BeanUtils.instantiateClass(constructor, arguments)).notify(task(sent));
  }

  private static Object remember(List<Object> all, Object useCase) {
    all.add(useCase);
    return useCase;
  }

  private static CurrentUser someUser() {
    CurrentUser user = mock(CurrentUser.class);
    when(user.id()).thenReturn("somebody");
    return user;
  }

  private static DelegateTask task(Map<String, Object> sent) {
    DelegateExecution execution = mock(DelegateExecution.class);
    when(execution.getProcessBusinessKey()).thenReturn("C1-H1");
    when(execution.getVariables()).thenReturn(sent);
    when(execution.getVariable(CaseModel.OUTCOME)).thenReturn(sent.get(CaseModel.OUTCOME));
    DelegateTask task = mock(DelegateTask.class);
    when(task.getExecution()).thenReturn(execution);
    return task;
  }

  /** Arguments by name; of a record its components. */
  private static Map<String, Object> argumentsOf(Invocation call) {
    Map<String, Object> arguments = new HashMap<>();
    Parameter[] parameters = call.getMethod().getParameters();
    for (int i = 0; i < parameters.length; i++) {
      Object argument = call.getArgument(i);
      if (argument instanceof Record record) {
        arguments.putAll(componentsOf(record));
      } else {
        arguments.put(parameters[i].getName(), argument);
      }
    }
    return arguments;
  }

  /** Those of records within it, too, that a form can fill. */
  private static Map<String, Object> componentsOf(Record record) {
    Map<String, Object> components = new HashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = read(component.getAccessor(), record);
      if (value instanceof Record inner && Modifier.isPublic(inner.getClass().getModifiers())) {
        componentsOf(inner).forEach((name, each) -> components.put(component.getName() + "." + name, each));
      } else {
        components.put(component.getName(), value);
      }
    }
    return components;
  }

  private static Object read(Method accessor, Record record) {
    return org.springframework.util.ReflectionUtils.invokeMethod(accessor, record);
  }
}
