package io.remit.trial;

import io.remit.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whose cases live in a trial, where not all do. Whole people are drawn, with all debtor ids and cases that they have,
 * since the gate counts contacts of a person; by the hash of their ids, so that the same people live in each trial.
 *
 * @param leftBehind the ids of all other debtors
 * @param living how many open cases live
 * @param open how many open cases there are
 */
public record Draw(Set<String> leftBehind, long living, long open) {

  /** Where all cases are to live. */
  public static final int ALL = Integer.MAX_VALUE;

  private static final String OPEN_CASES = """
      select coalesce(p.person_id, d.debtor_id) as person, d.debtor_id,
             sum(case when c.status <> 'CLOSED' then 1 else 0 end) as open_cases
        from debtor d left join debtor_person p on p.debtor_id = d.debtor_id
             left join collection_case c on c.debtor_id = d.debtor_id
       group by coalesce(p.person_id, d.debtor_id), d.debtor_id
      """;

  private record Person(List<String> debtorIds, long openCases) {

    private Person with(Person other) {
      return new Person(Stream.concat(debtorIds.stream(), other.debtorIds.stream()).toList(),
          openCases + other.openCases);
    }
  }

  /** Whether all open cases live. */
  boolean isAll() {
    return living == open;
  }

  /**
   * By how many a number of cases may be wrong in 95 of 100 draws, since it was reckoned up from those that live: two
   * standard deviations of a Poisson count, reckoned up as the count is.
   */
  long margin(long ofCases) {
    return Math.round(2 * Math.sqrt(ofCases * (double) open / living));
  }

  /** @param openCases how many have to live at least; or {@link #ALL} */
  static Draw from(Connection running, int openCases) throws SQLException {
    Map<String, Person> people = new TreeMap<>();
    try (Statement statement = running.createStatement(); ResultSet rows = statement.executeQuery(OPEN_CASES)) {
      while (rows.next()) {
        String hash = Sha256.of(rows.getString(1).getBytes(StandardCharsets.UTF_8));
        people.merge(hash, new Person(List.of(rows.getString(2)), rows.getLong(3)), Person::with);
      }
    }
    long open = people.values().stream().mapToLong(Person::openCases).sum();
    if (openCases >= open) {
      return new Draw(Set.of(), open, open);
    }
    Set<String> leftBehind = new HashSet<>();
    long living = 0;
    for (Person person : people.values()) {
      if (living < openCases && person.openCases() > 0) {
        living += person.openCases();
      } else {
        leftBehind.addAll(person.debtorIds());
      }
    }
    return new Draw(leftBehind, living, open);
  }
}
