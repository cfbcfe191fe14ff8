/**
 * The commands about models at the command line. Knows the rules; starts nothing.
 *
 * <p>May know: {@code model}, {@code model.diff}, {@code process.contract}, {@code process.trial}, {@code release},
 * {@code release.migration}.
 */
package io.remit.process.models;
