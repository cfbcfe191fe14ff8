package io.remit.privacy;

import io.remit.privacy.HeldColumn.Content;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which columns of Remit's tables tell who somebody is, for who copies them: what the inventory says. */
public final class PersonalColumns {

  private final Map<String, Kind> kinds = new HashMap<>();

  /** Reads the inventory. */
  public PersonalColumns() {
    new Inventory().tables().forEach(table -> table.columns().forEach(column ->
        kindOf(column.content()).ifPresent(kind -> kinds.put(table.name() + "." + column.name(), kind))));
  }

  /** How a column tells it. */
  public enum Kind {
    /** A name, or a number by which rows belong together. */
    KEY,
    /** A phone number, an e-mail address or a postal address, or whose they are. */
    WAY,
    /** What people wrote. */
    WORDS
  }

  /** Empty for a column that tells nothing of anybody. */
  public Optional<Kind> of(String table, String column) {
    return Optional.ofNullable(kinds.get((table + "." + column).toLowerCase(Locale.ROOT)));
  }

  private static Optional<Kind> kindOf(Content content) {
    return switch (content) {
      case IDENTITY -> Optional.of(Kind.KEY);
      case WAY, THIRD_PERSON -> Optional.of(Kind.WAY);
      case TEXT, STAFF_TRACE -> Optional.of(Kind.WORDS);
      case PLACE, REFERENCE, MONEY, DATE, STATE, STAFF, PARTNER, TECHNICAL -> Optional.empty();
    };
  }
}
