/**
 * The work folder, and what is printed or written into it: PDF, letters with a code, spreadsheets. It knows no case.
 *
 * <p>May know: {@code cases}, {@code sql}.
 */
@NullMarked
package io.remit.files;

import org.jspecify.annotations.NullMarked;
