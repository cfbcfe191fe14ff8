package io.remit.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How large the demo is.
 *
 * @param debtors how many debtors the portfolio of the first start has; 0 for none
 */
@ConfigurationProperties("remit.demo")
record DemoSettings(@DefaultValue("500") int debtors) {
}
