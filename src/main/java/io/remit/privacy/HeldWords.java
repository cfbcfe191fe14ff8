package io.remit.privacy;

import io.remit.cases.Timeline;
import io.remit.privacy.HeldColumn.Content;
import io.remit.translation.Translation;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what stands in a row to the debtor whom it is about, in one language. */
final class HeldWords {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]*|[a-z]+(-[a-z]+)*");

  private final Translation translation;
  private final Map<String, String> chinese;
  private final Map<String, String> partners;
  private final ZoneId zone;
  private final List<Pattern> staff;

  /**
   * @param chinese the Chinese of labels, by the English
   * @param partners names of partners, by id
   * @param zone the creditor's, in which moments are told
   * @param staff user ids of our people, who may be named in texts, too
   */
  HeldWords(Translation translation, Map<String, String> chinese, Map<String, String> partners, ZoneId zone,
      Set<String> staff) {
    this.translation = translation;
    this.chinese = chinese;
    this.partners = partners;
    this.zone = zone;
    this.staff = staff.stream().map(id -> Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(id) + "(?![A-Za-z0-9])"))
        .toList();
  }

  Locale language() {
    return translation.language();
  }

  /** A label of the inventory, or another text of this package. */
  String label(String english) {
    return isChinese() ? chinese.getOrDefault(english, english) : english;
  }

  /** What stands in a column; of our people the role alone, and of others no more than that it is held. */
  String value(HeldColumn column, Object value) {
    return switch (column.content()) {
      case STAFF -> label(Timeline.SYSTEM.equals(value) ? "The program by itself" : "One of our people");
      case THIRD_PERSON -> label("Held; it is about somebody else");
      case PARTNER -> partners.getOrDefault(String.valueOf(value), String.valueOf(value));
      default -> value(column.content(), value);
    };
  }

  private String value(Content content, Object value) {
    if (value instanceof Boolean yes) {
      return label(yes ? "yes" : "no");
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().scale() < 0 ? number.toBigInteger().toString()
          : number.stripTrailingZeros().toPlainString();
    }
    if (value instanceof OffsetDateTime moment) {
      return moment(moment.toInstant());
    }
    if (value instanceof Timestamp moment) {
      return moment(moment.toInstant());
    }
    if (value instanceof Date day) {
      return day.toLocalDate().toString();
    }
    if (value instanceof LocalTime || value instanceof java.sql.Time) {
      return value.toString();
    }
    String text = String.valueOf(value);
    return switch (content) {
      case STATE -> CODE.matcher(text).matches() ? translation.word(text) : withoutStaff(translation.sentence(text));
      case TEXT -> withoutStaff(translation.sentence(text));
      default -> text;
    };
  }

  private String withoutStaff(String text) {
    String told = text;
    for (Pattern id : staff) {
      told = id.matcher(told).replaceAll(Matcher.quoteReplacement(label("One of our people")));
    }
    return told;
  }

  /** A moment, to the minute, in the creditor's zone. */
  String moment(Instant at) {
    return MINUTES.format(at.atZone(zone));
  }

  private boolean isChinese() {
    return language().getLanguage().equals(Locale.CHINESE.getLanguage());
  }
}
