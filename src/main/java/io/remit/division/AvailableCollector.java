package io.remit.division;

/**
 * A collector who can be given work today.
 *
 * @param minutes of work in a week that are there beside the cases that are being divided
 */
record AvailableCollector(Collector collector, long minutes) {

  String userId() {
    return collector.userId();
  }
}
