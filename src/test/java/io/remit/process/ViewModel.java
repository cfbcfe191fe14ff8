package io.remit.process;

import io.remit.casefile.CaseView;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.util.ClassUtils;

/** What the variable {@code caseView} has for forms to show: the records that {@link CaseView} writes. */
final class ViewModel {

  private static final Class<?> VIEW = ClassUtils.resolveClassName(CaseView.class.getName() + "$View", null);

  private ViewModel() {
  }

  /** Whether there is such a field, given by its names from the view down. */
  static boolean has(String... path) {
    return typeOf(VIEW, path, 0).isPresent();
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
