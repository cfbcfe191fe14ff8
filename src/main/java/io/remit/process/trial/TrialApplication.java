package io.remit.process.trial;

import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;

/**
 * Remit without what reaches people or is reached by them: no gateway, no page, no REST, nothing that runs by itself.
 * What is left out here is not made at all, whatever the settings say.
 */
@Configuration(proxyBeanMethods = false)
@Profile("trial")
@EnableAutoConfiguration
@ConfigurationPropertiesScan("io.remit")
@ComponentScan(basePackages = "io.remit", excludeFilters = {
    @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
    @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
    @Filter(type = FilterType.REGEX, pattern = {"io\\.remit\\.RemitApplication",
        "io\\.remit\\.(gateway|sandbox|demo|cockpit|tasklist)\\..*",
        "io\\.remit\\.access\\.(?!EngineWorkforce|EngineUsers|EngineSettings).*"}),
    @Filter(Controller.class)})
class TrialApplication {
}
