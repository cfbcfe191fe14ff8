package io.remit.visit.day;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.cases.DebtorDetails;
import io.remit.visit.tour.Coordinates;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds places without asking anybody outside: by what the creditor's file tells, else by a postcode or a name in a
 * file of the lender, else by the name of a city of 50,000 people and more. Of cities with the same name in a country
 * the largest is meant.
 */
@Component
class Geocoder {

  private static final String CITIES = "/visit/cities.csv";
  private static final double NORTH_POLE = 90;
  private static final double DATE_LINE = 180;

  private final Map<String, Coordinates> places = new HashMap<>();

  /**
   * @param more a CSV file of the lender: country (ISO 3166-1), name (a city or a postcode), latitude, longitude; empty
   *     if there is none
   * @throws IllegalStateException that names the line if a line of it makes no sense
   */
  Geocoder(@Value("${remit.visits.places:}") String more) {
    try (InputStream shipped = Geocoder.class.getResourceAsStream(CITIES)) {
      if (shipped == null) {
        throw new IllegalStateException(CITIES + " is missing");
      }
      read(new InputStreamReader(shipped, StandardCharsets.UTF_8), CITIES);
      if (!more.isBlank()) {
        read(Files.newBufferedReader(Path.of(more), StandardCharsets.UTF_8), more);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("remit.visits.places cannot be read", e);
    }
  }

  private void read(Reader source, String file) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(source)) {
      for (NamedCsvRecord row : rows) {
        places.put(key(row.getField("country"), row.getField("name")), coordinates(row, file));
      }
    }
  }

  private static Coordinates coordinates(NamedCsvRecord row, String file) {
    String where = file + ", line " + row.getStartingLineNumber() + ": ";
    try {
      Coordinates read = new Coordinates(Double.parseDouble(row.getField("latitude")),
          Double.parseDouble(row.getField("longitude")));
      if (Math.abs(read.latitude()) > NORTH_POLE || Math.abs(read.longitude()) > DATE_LINE) {
        throw new IllegalStateException(where + "no such place on the earth");
      }
      return read;
    } catch (NumberFormatException noNumber) {
      throw new IllegalStateException(where + "latitude and longitude must be numbers such as 51.5085", noNumber);
    }
  }

  private static String key(String country, String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return country.toUpperCase(Locale.ROOT) + ";" + plain;
  }

  /** Where a debtor lives; empty if that is not known. */
  Optional<Coordinates> placeOf(DebtorDetails debtor) {
    if (debtor.coordinates() != null) {
      return Optional.of(new Coordinates(debtor.coordinates().latitude().doubleValue(),
          debtor.coordinates().longitude().doubleValue()));
    }
    if (debtor.country() == null) {
      return Optional.empty();
    }
    String address = debtor.address() == null ? "" : debtor.address();
    return Stream.concat(postcodesIn(address), Stream.ofNullable(debtor.city()))
        .map(name -> places.get(key(debtor.country(), name))).filter(found -> found != null).findFirst();
  }

  /** Words with a digit in them, and pairs as British postcodes are; the number of a house is in no file. */
  private static Stream<String> postcodesIn(String address) {
    String[] words = address.split("[\\s,]+");
    return Stream.iterate(words.length - 1, i -> i >= 0, i -> i - 1).filter(i -> words[i].matches(".*\\d.*"))
        .flatMap(i -> i > 0 ? Stream.of(words[i - 1] + " " + words[i], words[i]) : Stream.of(words[i]));
  }
}
