/**
 * E-mails by SMTP, what bounces, and the link by which a debtor wants no more.
 *
 * <p>May know: {@code cases}, {@code contact}, {@code contact.channel}, {@code contact.dispatch},
 * {@code contact.text}, {@code files}, {@code gate}, {@code gateway.page}, {@code sql}.
 */
@NullMarked
package io.remit.gateway.mail;

import org.jspecify.annotations.NullMarked;
