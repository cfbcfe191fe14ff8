/**
 * Moves running processes from one version of their model to another, and tells which can.
 *
 * <p>May know: {@code model}, {@code release.migration}.
 */
package io.remit.process.migration;
