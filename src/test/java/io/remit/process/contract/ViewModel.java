package io.remit.process.contract;

import io.remit.casefile.CaseView;
import io.remit.casefile.ClosingView;
import io.remit.casefile.DifferenceView;
import io.remit.casefile.PaymentView;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.ClassUtils;

/**
 * What the variables of views have for forms to show: the records that {@link CaseView} and {@link PaymentView} write.
 */
final class ViewModel {

  private static final Map<String, Class<?>> VIEWS =
      Map.of("caseView", viewOf(CaseView.class), "paymentView", viewOf(PaymentView.class),
          "differenceView", viewOf(DifferenceView.class), "closingView", viewOf(ClosingView.class));

  private ViewModel() {
  }

  /** Whether there is such a field, given by the view's variable and its names from the view down. */
  static boolean has(String view, String... path) {
    return VIEWS.containsKey(view) && typeOf(VIEWS.get(view), path, 0).isPresent();
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
        .flatMap(component -> typeOf(typeOf(component), path, from + 1)) : Optional.empty();
  }

  /** Of a list the type of its rows. */
  private static Class<?> typeOf(RecordComponent component) {
    Type type = component.getGenericType();
    return type instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0]
        : component.getType();
  }
}
