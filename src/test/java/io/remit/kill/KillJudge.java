package io.remit.kill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * Compares what an SMS gateway has with what Remit's ledger says, after a run in which nodes were killed. A program of
 * its own, which knows nothing but the gateway's own log and the database:
 *
 * <pre>{@code
 * java -cp ... io.remit.kill.KillJudge --log=taken.jsonl --url=jdbc:postgresql://... --user=postgres
 * [--unknown-at-most=160] }</pre>
 *
 * <p>Prints each fault with what it is about, and ends with 0 if there is none, else with 1.
 */
public final class KillJudge {

  private static final Set<String> UNFINISHED = Set.of("PLANNED", "CLAIMED");
  private static final Set<String> SAID_TO_BE_SENT = Set.of("SENT", "DELIVERED");
  private static final String UNKNOWN = "UNKNOWN";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A message in the gateway's log. */
  private record Taken(String id, String to) {
  }

  /** An attempt in the ledger. */
  private record Attempt(String reference, String caseNumber, String status, String recipient,
      String gatewayReference) {
  }

  private final Map<String, List<String>> faults = new LinkedHashMap<>();
  private final Map<String, Integer> statuses = new TreeMap<>();
  private final List<String> unknown = new ArrayList<>();
  private int unknownAtTheGateway;

  private KillJudge() {
    for (String fault : List.of("doubled", "lost", "unfinished", "phantom", "sent-against-the-ledger", "misdirected",
        "stranger", "not-listed-once", "unknown-above-the-limit")) {
      faults.put(fault, new ArrayList<>());
    }
  }

  /** @param arguments see the class */
  public static void main(String[] arguments) throws IOException, SQLException {
    SimpleCommandLinePropertySource given = new SimpleCommandLinePropertySource(arguments);
    KillJudge judge = new KillJudge();
    try (Connection database = DriverManager.getConnection(given.getProperty("url"), given.getProperty("user"),
        given.getProperty("password"))) {
      judge.compare(taken(Path.of(given.getProperty("log"))), attempts(database), asked(database));
    }
    if (given.containsProperty("unknown-at-most")) {
      judge.limit(Integer.parseInt(given.getProperty("unknown-at-most")));
    }
    judge.print();
    System.exit(judge.faults.values().stream().allMatch(List::isEmpty) ? 0 : 1);
  }

  private static Map<String, List<Taken>> taken(Path log) throws IOException {
    Map<String, List<Taken>> taken = new LinkedHashMap<>();
    for (String line : Files.readAllLines(log)) {
      JsonNode message = JSON.readTree(line);
      taken.computeIfAbsent(message.get("reference").asText(), reference -> new ArrayList<>())
          .add(new Taken(message.get("id").asText(), message.get("to").asText()));
    }
    return taken;
  }

  private static List<Attempt> attempts(Connection database) throws SQLException {
    List<Attempt> attempts = new ArrayList<>();
    try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery("""
        select attempt_id, case_number, status, recipient, gateway_reference from contact_attempt
         where channel = 'SMS' order by attempt_id
        """)) {
      while (row.next()) {
        attempts.add(new Attempt(row.getString("case_number") + "-" + row.getLong("attempt_id"),
            row.getString("case_number"), row.getString("status"), row.getString("recipient"),
            row.getString("gateway_reference")));
      }
    }
    return attempts;
  }

  /** For which cases a supervisor was asked. */
  private static List<String> asked(Connection database) throws SQLException {
    List<String> asked = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery("select case_number from asked_supervisor")) {
      while (row.next()) {
        asked.add(row.getString("case_number"));
      }
    }
    return asked;
  }

  private void compare(Map<String, List<Taken>> taken, List<Attempt> attempts, List<String> asked) {
    Set<String> strangers = new HashSet<>(taken.keySet());
    Map<String, Integer> unknownByCase = new HashMap<>();
    for (Attempt attempt : attempts) {
      strangers.remove(attempt.reference());
      statuses.merge(attempt.status(), 1, Integer::sum);
      List<Taken> atGateway = taken.getOrDefault(attempt.reference(), List.of());
      judge(attempt, atGateway);
      if (attempt.status().equals(UNKNOWN)) {
        unknown.add(attempt.reference());
        unknownAtTheGateway += atGateway.isEmpty() ? 0 : 1;
        unknownByCase.merge(attempt.caseNumber(), 1, Integer::sum);
      }
    }
    faults.get("stranger").addAll(strangers);
    Set<String> cases = new HashSet<>(asked);
    cases.addAll(unknownByCase.keySet());
    cases.stream().filter(one -> Collections.frequency(asked, one) != unknownByCase.getOrDefault(one, 0))
        .forEach(faults.get("not-listed-once")::add);
  }

  private void judge(Attempt attempt, List<Taken> atGateway) {
    boolean saidToBeSent = SAID_TO_BE_SENT.contains(attempt.status());
    if (atGateway.size() > 1) {
      fault("doubled", attempt);
    }
    if (UNFINISHED.contains(attempt.status())) {
      fault("unfinished", attempt);
    }
    if (atGateway.isEmpty() && (saidToBeSent || UNFINISHED.contains(attempt.status()))) {
      fault("lost", attempt);
    }
    if (saidToBeSent && atGateway.stream().noneMatch(message -> message.id().equals(attempt.gatewayReference()))) {
      fault("phantom", attempt);
    }
    if (!atGateway.isEmpty() && !saidToBeSent && !attempt.status().equals(UNKNOWN)) {
      fault("sent-against-the-ledger", attempt);
    }
    if (atGateway.stream().anyMatch(message -> !message.to().equals(attempt.recipient()))) {
      fault("misdirected", attempt);
    }
  }

  private void fault(String kind, Attempt attempt) {
    faults.get(kind).add(attempt.reference() + " " + attempt.status());
  }

  private void limit(int most) {
    if (unknown.size() > most) {
      faults.get("unknown-above-the-limit").add(unknown.size() + " > " + most);
    }
  }

  private void print() {
    System.out.println("ledger " + statuses);
    System.out.println("unknown " + unknown.size());
    System.out.println("unknown-but-at-the-gateway " + unknownAtTheGateway);
    System.out.println("unknown-references " + unknown);
    faults.forEach((fault, about) -> System.out.println(fault + " " + about.size()
        + (about.isEmpty() ? "" : " " + about)));
  }
}
