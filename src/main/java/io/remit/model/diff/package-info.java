/**
 * What changed between two folders of models, for who owns the process: in words, as data and as two pictures. Nothing
 * of a model is evaluated here, and every name is taken as written by anybody.
 *
 * <p>May know: {@code model}.
 */
@NullMarked
package io.remit.model.diff;

import org.jspecify.annotations.NullMarked;
