package io.remit.figures;

import io.remit.figures.FigureDatabase.State;
import io.remit.figures.FigureDatabase.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Where a standby is set, each answer with figures says in its headers whether it comes from there, and as of when. */
@ControllerAdvice(assignableTypes = FigureController.class)
class ReadFrom implements ResponseBodyAdvice<Object> {

  private final FigureDatabase database;

  ReadFrom(FigureDatabase database) {
    this.database = database;
  }

  @Override
  public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter answer, MediaType type,
      Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request, ServerHttpResponse response) {
    database.answered().filter(state -> state.status() != Status.NOT_SET)
        .ifPresent(state -> tell(response.getHeaders(), state));
    return body;
  }

  private static void tell(HttpHeaders headers, State state) {
    if (state.status() == Status.READ) {
      headers.set("Remit-Read-From", "standby");
      headers.set("Remit-As-Of", String.valueOf(state.asOf()));
    } else {
      headers.set("Remit-Read-From", "database");
    }
  }
}
