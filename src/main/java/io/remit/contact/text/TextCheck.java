package io.remit.contact.text;

import io.remit.contact.MalformedMessageException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks message texts without sending or approving any: what a start would refuse, before there is one. */
public final class TextCheck {

  /** The beginning of the placeholders that only texts about one matter can have filled in, by that of their names. */
  private static final Map<String, String> OF_A_MATTER =
      Map.of("promise-", "PROMISE_", "plan-", "PLAN_", "settlement-offer-", "OFFER_", "before-court-", "COURT_");

  private TextCheck() {
  }

  /** What is wrong with a text, and in which line of it. */
  public record Problem(int line, String detail) {
  }

  /**
   * Why a file is no message text.
   *
   * @param fileName without its folder
   */
  public static Optional<Problem> problemOf(String fileName, byte[] content) {
    try {
      MessageTextFile.read(fileName, content);
      return Optional.empty();
    } catch (MalformedMessageException malformed) {
      return Optional.of(problem(malformed));
    }
  }

  /** Why a register cannot be used. */
  public static Optional<Problem> problemOfRegister(byte[] content) {
    try {
      new ApprovalRegister(content);
      return Optional.empty();
    } catch (MalformedMessageException malformed) {
      return Optional.of(problem(malformed));
    }
  }

  /** The names that a text of this template may put in braces: about the case, and about its own matter. */
  public static Set<String> placesFor(String template) {
    return Arrays.stream(Placeholder.values()).filter(place -> mayUse(template, place)).map(Placeholder::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean mayUse(String template, Placeholder place) {
    boolean kind = Arrays.stream(TextKind.values())
        .filter(each -> template.endsWith("-" + each.name().toLowerCase(Locale.ROOT)))
        .allMatch(each -> each.mayUse(place));
    return kind && OF_A_MATTER.entrySet().stream().filter(matter -> place.name().startsWith(matter.getValue()))
        .allMatch(matter -> template.startsWith(matter.getKey()));
  }

  private static Problem problem(MalformedMessageException malformed) {
    return new Problem(Math.toIntExact(malformed.line()), malformed.problem());
  }
}
