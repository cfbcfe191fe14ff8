/**
 * What Remit keeps and decides in English, said in the language of whoever reads it. {@code bpmn/words} has the
 * words; what is stored stays as it was written.
 *
 * <p>May know: {@code model}.
 */
@NullMarked
package io.remit.translation;

import org.jspecify.annotations.NullMarked;
