package io.remit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.cases.CaseLog;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

class CaseLogInterceptorTest {

  private final CaseLogInterceptor interceptor = new CaseLogInterceptor();
  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @AfterEach
  void forget() {
    MDC.remove(CaseLog.FIELD);
  }

  @Test
  void whileARequestForACaseIsAnsweredTheLogNamesTheCase() {
    ask("C100001");

    assertThat(MDC.get(CaseLog.FIELD)).isEqualTo("C100001");
    interceptor.afterCompletion(request, response, this, null);
    assertThat(MDC.get(CaseLog.FIELD)).isNull();
  }

  @Test
  void whatCannotBeACaseNumberStaysOutOfTheLog() {
    ask("ada@example.com");

    assertThat(MDC.get(CaseLog.FIELD)).isNull();
  }

  private void ask(String caseNumber) {
    request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("caseNumber", caseNumber));
    assertThat(interceptor.preHandle(request, response, this)).isTrue();
  }
}
