package io.remit.process.story;

import io.remit.WithoutMocks;
import io.remit.partner.PartnersForTests;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of the models as they are deployed: the whole application on an empty database in memory, no job executor, and
 * a clock that only {@link CaseWorld} moves. The work of a day is done as the clock moves, and by nobody beside it. All
 * these tests share one application; each has debtors of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"remit.work-folder=target/process-tests-${remit.test.fork:0}", "remit.inbox.poll=1d",
    "remit.channels.sms=scripted"})
@WithoutMocks
@ActiveProfiles("test")
@Import({CaseWorld.class, PartnersForTests.class, ScriptedChannel.class, ProcessEngineCoverageConfiguration.class})
@ExtendWith(FreshWorld.class)
@Tag("models")
public @interface ProcessTest {
}
