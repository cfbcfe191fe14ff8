package io.remit.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.context.TestPropertySource;

/**
 * A {@link DemoSite} of so many debtors that each of these tests finds cases that no other has touched. They run in one
 * JVM on one demo, in the order they say: first who needs the day as it begins, last who changes many cases. None moves
 * the clock.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = "remit.demo.debtors=240")
@EnabledIf(value = "io.remit.browser.Chromium#mustStart", disabledReason = Chromium.MISSING)
@Tag("shared-demo")
@interface SharedDemoTest {
}
