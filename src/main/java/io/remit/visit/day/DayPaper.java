package io.remit.visit.day;

import io.remit.files.DocumentPrinter;
import io.remit.visit.tour.Coordinates;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Prints a list of visits with a map of the tour. */
@Component
class DayPaper {

  private final DocumentPrinter printer;
  private final String creditorName;

  DayPaper(DocumentPrinter printer, @Value("${remit.creditor.name}") String creditorName) {
    this.printer = printer;
    this.creditorName = creditorName;
  }

  /**
   * The page as a PDF file.
   *
   * @throws java.io.UncheckedIOException if it could not be made
   */
  byte[] print(DayView.Day day) {
    TourMap map = new TourMap(new Coordinates(day.startLatitude(), day.startLongitude()), day.visits().stream()
        .map(visit -> new Coordinates(visit.latitude(), visit.longitude())).toList());
    Map<String, Object> facts = new HashMap<>();
    facts.put("creditor", creditorName);
    facts.put("day", day);
    facts.put("kilometres", String.format(Locale.ROOT, "%.1f", day.kilometres()));
    facts.put("map", map.asAddress());
    facts.put("labels", map.labels());
    return printer.print("visit/day", facts, day.madeAt()).content();
  }
}
