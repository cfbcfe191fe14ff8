/**
 * What Tasklist shows beside Camunda's own: {@link io.remit.tasklist.TaskDesk} tells it over REST. The pages' side is
 * in {@code app/tasklist/scripts/remit} below {@code src/main/resources/META-INF/resources/webjars/camunda}.
 *
 * <p>May know: {@code access}, {@code casefile}, {@code cases}, {@code contact.conversation}, {@code gate},
 * {@code ledger}, {@code process.task}, {@code promise}, {@code sql}, {@code translation}.
 */
@NullMarked
package io.remit.tasklist;

import org.jspecify.annotations.NullMarked;
