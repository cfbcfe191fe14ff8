/**
 * Who may do what: the engine's users and groups, their grants and task lists, and the guards before REST and start.
 *
 * <p>The engine holds the users; Remit has no table of its own for them. What a group may see in the web apps is
 * written in {@link io.remit.access.GrantTable} and {@link io.remit.access.FilterTable}, what it may call over REST
 * in {@link io.remit.access.ApiRoutes}.
 *
 * <p>May know: {@code audit}, {@code cases}, {@code complaint}, {@code contact.treatment}, {@code dispute},
 * {@code division}, {@code files}, {@code ledger}, {@code node}, {@code partner}, {@code process.engine},
 * {@code sql}, {@code translation}, {@code visit}.
 */
@NullMarked
package io.remit.access;

import org.jspecify.annotations.NullMarked;
