/**
 * What Cockpit shows beside Camunda's own, for managers: {@link io.remit.cockpit.ProcessHeat} and
 * {@link io.remit.cockpit.CaseStanding} tell it over REST. The pages' side is in {@code app/cockpit/scripts/remit}
 * below {@code src/main/resources/META-INF/resources/webjars/camunda}.
 *
 * <p>May know: {@code casefile}, {@code cases}, {@code contact}, {@code contact.conversation}, {@code files},
 * {@code gate}, {@code hold}, {@code legal}, {@code offer}, {@code plan}, {@code promise}, {@code sql}.
 */
@NullMarked
package io.remit.cockpit;

import org.jspecify.annotations.NullMarked;
