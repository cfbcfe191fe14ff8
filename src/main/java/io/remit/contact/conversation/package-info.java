/**
 * What came of calls, visits and letters, whoever reports it, and who may make a contact now.
 *
 * <p>May know: {@code card}, {@code cases}, {@code contact}, {@code contact.channel}, {@code contact.dispatch},
 * {@code contact.text}, {@code contact.treatment}, {@code gate}, {@code hold}, {@code person}, {@code promise},
 * {@code safety}, {@code translation}, {@code visit}.
 */
@NullMarked
package io.remit.contact.conversation;

import org.jspecify.annotations.NullMarked;
