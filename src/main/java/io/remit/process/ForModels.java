package io.remit.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose beans models may name: the delegates and listeners that a configuration declares, or the
 * component itself. A component that is neither may be asked by its public methods that take the execution first. No
 * other bean can be reached from a model.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForModels {
}
