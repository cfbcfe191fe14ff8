package io.remit.process.contract;

import io.remit.contact.text.TextCheck;
import io.remit.model.ModelRule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message texts: their shape, and the places that are filled in for a text of their kind. */
final class PlaceRules implements FileRules {

  private static final Pattern TEXT = Pattern.compile("messages/(([a-z-]+)\\.[^/]+\\.txt)");
  private static final String REGISTER = "messages/register.csv";
  private static final Pattern BRACES = Pattern.compile("\\{(\\w+)}");

  @Override
  public void check(ReadModel read, Findings found) {
    if (!read.isSound()) {
      return;
    }
    String file = read.name();
    Matcher name = TEXT.matcher(file);
    if (name.matches()) {
      if (!checkPlaces(file, read.text(), TextCheck.placesFor(name.group(2)), found)) {
        report(file, TextCheck.problemOf(name.group(1), bytes(read.text())), found);
      }
    } else if (file.equals(REGISTER)) {
      report(file, TextCheck.problemOfRegister(bytes(read.text())), found);
    }
  }

  /** @return whether something was found */
  private static boolean checkPlaces(String file, String text, Set<String> known, Findings found) {
    List<String> lines = text.lines().toList();
    Set<String> told = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher place = BRACES.matcher(lines.get(i));
      while (place.find()) {
        String name = place.group(1);
        if (!known.contains(name) && told.add(name)) {
          found.add(file, i + 1, ModelRule.PLACE_IS_FILLED,
              "nothing is filled in for {" + name + "} in this text; it may have " + String.join(", ", known));
        }
      }
    }
    return !told.isEmpty();
  }

  private static void report(String file, Optional<TextCheck.Problem> problem, Findings found) {
    problem.ifPresent(each -> found.add(file, each.line(), ModelRule.PLACE_IS_FILLED, each.detail()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
