package io.remit.process.decision;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A decision table that code asks.
 *
 * @param key the id of the decision
 * @param facts a record whose components are named as what the table may ask for
 * @param row a record whose components are named as the outputs of the table: what is taken of a row
 */
public record DecisionTable<F extends Record, R extends Record>(String key, Class<F> facts, Class<R> row) {

  /** The facts by their names; constants by theirs. */
  Map<String, Object> given(F known) {
    Map<String, Object> given = new HashMap<>();
    for (RecordComponent fact : facts.getRecordComponents()) {
      ReflectionUtils.makeAccessible(fact.getAccessor());
      Object value = ReflectionUtils.invokeMethod(fact.getAccessor(), known);
      given.put(fact.getName(), value instanceof Enum<?> constant ? constant.name() : value);
    }
    return given;
  }

  /**
   * A row as its record. A text that is blank is none; constants that are parted by commas are a list.
   *
   * @throws RuntimeException if the row has not what the record needs, or has what it refuses
   */
  R taken(Map<String, Object> outputs) {
    try {
      return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(row), Arrays.stream(
          row.getRecordComponents()).map(output -> value(output, outputs.get(output.getName()))).toArray());
    } catch (BeanInstantiationException refused) {
      throw refused.getCause() instanceof RuntimeException cause ? cause : refused;
    }
  }

  private Object value(RecordComponent output, Object cell) {
    Class<?> type = output.getType();
    String text = cell == null || cell.toString().isBlank() ? null : cell.toString();
    if (type == boolean.class) {
      return Boolean.TRUE.equals(cell);
    }
    if (type == List.class) {
      return text == null ? List.of() : constants(output.getGenericType(), text);
    }
    if (type == int.class && text == null) {
      throw new IllegalStateException("the decision " + key + " answers without " + output.getName());
    }
    return text == null ? null : value(output, type, cell, text);
  }

  private Object value(RecordComponent output, Class<?> type, Object cell, String text) {
    if (type.isEnum()) {
      return constant(type, text);
    }
    if (type == int.class || type == Integer.class) {
      return ((Number) cell).intValue();
    }
    if (type == BigDecimal.class) {
      return new BigDecimal(text);
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(text);
    }
    if (type == LocalTime.class) {
      return LocalTime.parse(text);
    }
    return output.getType() == String.class ? text : type.cast(cell);
  }

  private static List<?> constants(Type list, String text) {
    Class<?> type = (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
    return Arrays.stream(text.split(",")).map(String::strip).map(each -> constant(type, each)).toList();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object constant(Class<?> type, String name) {
    return Enum.valueOf((Class) type, name);
  }
}
