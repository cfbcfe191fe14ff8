/**
 * What models, forms, message texts and translations may hold, in plain Java: nothing here knows the engine. The same
 * rules are asked at each start, before anything of a model reaches the engine, and by the engine itself.
 *
 * <p>May know: {@code model.table}.
 */
@NullMarked
package io.remit.model;

import org.jspecify.annotations.NullMarked;
