/**
 * Which debtor ids are one person, as far as phone numbers and e-mail addresses tell.
 */
@NullMarked
package io.remit.person;

import org.jspecify.annotations.NullMarked;
