/**
 * What Cockpit shows beside Camunda's own, for managers: {@link io.remit.cockpit.ProcessHeat} and
 * {@link io.remit.cockpit.CaseStanding} tell it over REST. The pages' side is in {@code app/cockpit/scripts/remit}
 * below {@code src/main/resources/META-INF/resources/webjars/camunda}.
 */
@NullMarked
package io.remit.cockpit;

import org.jspecify.annotations.NullMarked;
