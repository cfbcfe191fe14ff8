package io.remit.translation;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Tells callers of Remit's own interface in their language why something was refused. */
@ControllerAdvice
class TranslatedProblems implements ResponseBodyAdvice<Object> {

  private final Translations translations;

  TranslatedProblems(Translations translations) {
    this.translations = translations;
  }

  @Override
  public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public Object beforeBodyWrite(Object body, MethodParameter returned, MediaType type,
      Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request, ServerHttpResponse response) {
    if (body instanceof ProblemDetail problem && problem.getDetail() != null) {
      problem.setDetail(translations.ofCaller().sentence(problem.getDetail()));
    }
    return body;
  }
}
