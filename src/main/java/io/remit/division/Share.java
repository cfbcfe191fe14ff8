package io.remit.division;

/**
 * What a run changes for one collector.
 *
 * @param capacityMinutes of work in a week; 0 for somebody who is not known as a collector
 * @param minutesBefore of work in a week
 * @param minutesAfter of work in a week
 */
record Share(String userId, int capacityMinutes, int casesBefore, long minutesBefore, int casesAfter,
    long minutesAfter) {
}
