package io.remit.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.remit.cases.InvalidInputException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whatever JSON is sent to a route of REST, its body is read, or refused with a sentence: never by a fault of ours. */
@Tag("faults")
class JsonBodiesFuzzTest {

  /** As Spring makes it by the settings that are shipped; it is made without them, since Jazzer changes classes. */
  private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
      .featuresToEnable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** What each route takes that takes JSON. */
  private static final List<ObjectReader> BODIES = bodies().map(JSON::constructType).map(JSON::readerFor).toList();

  @FuzzTest(maxDuration = "10m")
  void body(byte[] content) throws IOException {
    byte[] checked;
    try {
      MockHttpServletRequest request = new MockHttpServletRequest();
      request.setContent(content);
      checked = new CheckedJson(request, false).getInputStream().readAllBytes();
    } catch (RefusedText refused) {
      assertThat(refused.why().field()).isNotBlank();
      return;
    } catch (JsonProcessingException noJson) {
      assertThat(noJson.getOriginalMessage()).isNotBlank();
      return;
    }
    for (ObjectReader body : BODIES) {
      read(body, checked);
    }
  }

  private static void read(ObjectReader body, byte[] content) throws IOException {
    try {
      body.readValue(content);
    } catch (ValueInstantiationException refused) {
      assertThat(refused.getCause()).isInstanceOfAny(InvalidInputException.class, IllegalArgumentException.class)
          .message().isNotBlank();
    } catch (JsonProcessingException refused) {
      assertThat(refused.getOriginalMessage()).isNotBlank();
    }
  }

  private static Stream<Type> bodies() {
    ClassPathScanningCandidateComponentProvider controllers = new ClassPathScanningCandidateComponentProvider(false);
    controllers.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    List<Type> found = controllers.findCandidateComponents("io.remit").stream()
        .map(each -> ClassUtils.resolveClassName(String.valueOf(each.getBeanClassName()), null))
        .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods())).map(Method::getParameters)
        .flatMap(Arrays::stream).filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
        .map(parameter -> parameter.getParameterizedType()).filter(type -> type != byte[].class).distinct()
        .sorted(Comparator.comparing(Type::getTypeName)).toList();
    assertThat(found).hasSizeGreaterThan(40);
    return found.stream();
  }
}
