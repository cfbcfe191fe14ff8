package io.remit.casefile;

import io.remit.cases.CaseLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets log lines of a request for one case name that case. */
@Configuration(proxyBeanMethods = false)
class CaseLogInterceptor implements WebMvcConfigurer, HandlerInterceptor {

  /** Whatever else a caller writes into the address stays out of the log. */
  private static final Pattern CASE_NUMBER = Pattern.compile("[A-Za-z0-9]{1,40}");

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/cases/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
        && path.get("caseNumber") instanceof String caseNumber && CASE_NUMBER.matcher(caseNumber).matches()) {
      MDC.put(CaseLog.FIELD, caseNumber);
    }
    return true;
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
      Exception failed) {
    MDC.remove(CaseLog.FIELD);
  }
}
