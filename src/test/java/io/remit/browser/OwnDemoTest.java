package io.remit.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A {@link DemoSite} of a test's own, whose clock it may move. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = "remit.demo.debtors=30")
@EnabledIf(value = "io.remit.browser.Chromium#mustStart", disabledReason = Chromium.MISSING)
@DirtiesContext
@Tag("own-application")
@interface OwnDemoTest {
}
