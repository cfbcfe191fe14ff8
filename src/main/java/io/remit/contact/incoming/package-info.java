/**
 * What debtors write by SMS: put together, understood, answered, or read by a person.
 *
 * <p>May know: {@code card}, {@code cases}, {@code contact}, {@code contact.channel}, {@code contact.conversation},
 * {@code contact.treatment}, {@code files}, {@code gate}, {@code hold}, {@code model}, {@code person}, {@code sql}.
 */
@NullMarked
package io.remit.contact.incoming;

import org.jspecify.annotations.NullMarked;
