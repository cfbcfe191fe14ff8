package io.remit.gate;

import java.time.LocalTime;

/** Hours of a day, in somebody's own zone; they may go past midnight. */
public record Hours(LocalTime from, LocalTime to) {

  boolean contain(LocalTime time) {
    return from.isBefore(to) ? !time.isBefore(from) && time.isBefore(to) : !time.isBefore(from) || time.isBefore(to);
  }
}
