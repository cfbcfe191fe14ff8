package io.remit.casefile;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * What the variables of views have for forms to show: the records that {@link PaymentView} and its like write, and
 * those of all parts of a case's file.
 */
public final class ShownFields {

  private static final String CASE_VIEW = "caseView";
  private static final Map<String, Class<?>> VIEWS = Map.of("paymentView", viewOf(PaymentView.class),
      "differenceView", viewOf(DifferenceView.class), "closingView", viewOf(ClosingView.class),
      "proofView", viewOf(ProofView.class), "partnerView", viewOf(PartnerView.class));
  private static final Map<String, Type> CASE_FILE = caseFile();

  private ShownFields() {
  }

  /** Whether there is such a field, given by the view's variable and its names from the view down. */
  public static boolean has(String view, String... path) {
    return view.equals(CASE_VIEW)
        ? CASE_FILE.containsKey(path[0]) && typeOf(typeOf(CASE_FILE.get(path[0])), path, 1).isPresent()
        : VIEWS.containsKey(view) && typeOf(VIEWS.get(view), path, 0).isPresent();
  }

  /** The names of what a view has; empty if there is no such view. */
  public static Set<String> of(String view) {
    return view.equals(CASE_VIEW) ? new TreeSet<>(CASE_FILE.keySet())
        : Optional.ofNullable(VIEWS.get(view)).map(type -> Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new))).orElseGet(TreeSet::new);
  }

  /** The variables of the views. */
  public static Set<String> views() {
    Set<String> views = new TreeSet<>(VIEWS.keySet());
    views.add(CASE_VIEW);
    return views;
  }

  /** What each part of a case's file gives; two of one name would be one too few in the view, and are refused here. */
  private static Map<String, Type> caseFile() {
    String home = CaseFilePart.class.getPackageName();
    ClassPathScanningCandidateComponentProvider parts = new ClassPathScanningCandidateComponentProvider(false);
    parts.addIncludeFilter(new AssignableTypeFilter(CaseFilePart.class));
    return parts.findCandidateComponents(home).stream()
        .map(part -> ClassUtils.resolveClassName(part.getBeanClassName(), null))
        .flatMap(part -> Arrays.stream(part.getDeclaredMethods()))
        .filter(method -> method.getName().equals("of") && !method.isBridge())
        .flatMap(method -> Arrays.stream(method.getReturnType().getRecordComponents()))
        .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getGenericType));
  }

  private static Class<?> viewOf(Class<?> writer) {
    return ClassUtils.resolveClassName(writer.getName() + "$View", null);
  }

  private static Optional<Class<?>> typeOf(Class<?> type, String[] path, int from) {
    if (from == path.length) {
      return Optional.of(type);
    }
    return type.isRecord() ? Arrays.stream(type.getRecordComponents())
        .filter(component -> component.getName().equals(path[from])).findFirst()
        .flatMap(component -> typeOf(typeOf(component.getGenericType()), path, from + 1)) : Optional.empty();
  }

  /** Of a list the type of its rows. */
  private static Class<?> typeOf(Type type) {
    return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : (Class<?>) type;
  }
}
