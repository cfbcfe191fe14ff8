/**
 * Calls by a voice robot behind an HTTP interface, and what it tells of them.
 *
 * <p>May know: {@code contact}, {@code contact.channel}, {@code contact.conversation}, {@code gate},
 * {@code gateway.callback}, {@code gateway.http}.
 */
@NullMarked
package io.remit.gateway.robot;

import org.jspecify.annotations.NullMarked;
