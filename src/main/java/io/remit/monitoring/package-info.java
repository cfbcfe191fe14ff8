/**
 * The portfolio as it is now, as samples for operators. It reads; nothing depends on it.
 */
@NullMarked
package io.remit.monitoring;

import org.jspecify.annotations.NullMarked;
