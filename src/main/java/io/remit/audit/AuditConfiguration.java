package io.remit.audit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which routes are written down: all but those that show nothing of anybody. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration implements WebMvcConfigurer {

  private final ObjectProvider<RestAudit> audit;

  AuditConfiguration(ObjectProvider<RestAudit> audit) {
    this.audit = audit;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(audit.getObject()).addPathPatterns("/api/**")
        .excludePathPatterns("/api/docs/**", "/api/docs.yaml", "/api/clock/**");
  }
}
