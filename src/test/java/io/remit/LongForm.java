package io.remit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What {@code mvn verify} leaves to {@code mvn -Plong verify}: it asks on the second database, or of more, what another
 * test asks in each build.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "remit.test.long", matches = "true", disabledReason = "mvn -Plong verify runs it")
public @interface LongForm {
}
