/**
 * The commands about models at the command line. Knows the rules; starts nothing.
 *
 * <p>May know: {@code model}, {@code process.contract}.
 */
package io.remit.process.models;
