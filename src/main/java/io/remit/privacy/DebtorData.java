package io.remit.privacy;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.DebtorRepository;
import io.remit.cases.Timeline;
import io.remit.files.DocumentPrinter;
import io.remit.privacy.HeldColumn.Content;
import io.remit.privacy.HeldSection.Fact;
import io.remit.translation.Translations;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers all that is held of a debtor and says it in words, for the debtor who asks for it. */
@Component
public class DebtorData {

  private static final List<String> FIRST = List.of("debtor", "corrected_value", "told_address", "known_number",
      "collection_case", "account", "ledger_entry", "contact_attempt", "incoming_text", "case_event");

  private final Inventory inventory;
  private final HeldDataRepository held;
  private final DebtorRepository debtors;
  private final Translations translations;
  private final DocumentPrinter printer;
  private final BusinessCalendar calendar;
  private final String creditorName;
  private final String creditorAddress;
  private final ZoneId zone;

  DebtorData(Inventory inventory, HeldDataRepository held, DebtorRepository debtors, Translations translations,
      DocumentPrinter printer, BusinessCalendar calendar, @Value("${remit.creditor.name}") String creditorName,
      @Value("${remit.creditor.address}") String creditorAddress, @Value("${remit.zone}") ZoneId zone) {
    this.inventory = inventory;
    this.held = held;
    this.debtors = debtors;
    this.translations = translations;
    this.printer = printer;
    this.calendar = calendar;
    this.creditorName = creditorName;
    this.creditorAddress = creditorAddress;
    this.zone = zone;
  }

  /**
   * All that is held of a debtor, table by table.
   *
   * @param language BCP 47; null for the debtor's
   * @throws org.springframework.dao.EmptyResultDataAccessException if there is no such debtor
   */
  @Transactional(readOnly = true)
  public HeldData of(String debtorId, @Nullable String language) {
    String spoken = Objects.requireNonNullElse(language,
        Objects.requireNonNullElse(debtors.get(debtorId).language(), Locale.ENGLISH.getLanguage()));
    Map<String, String> partners = held.partnerNames();
    DebtorKeys keys = held.keysOf(debtorId);
    Map<HeldTable, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    inOrder().forEach(table -> rows.put(table, held.of(table, keys)));
    HeldWords words = new HeldWords(translations.into(Locale.forLanguageTag(spoken)), inventory.chineseLabels(),
        partners, zone, valuesOf(Content.STAFF, rows));
    List<HeldSection> sections = new ArrayList<>();
    rows.forEach((table, found) -> {
      List<List<Fact>> entries = found.stream().map(row -> facts(table, row, words)).filter(facts -> !facts.isEmpty())
          .toList();
      if (!entries.isEmpty()) {
        sections.add(new HeldSection(table.headingIn(words.language()), entries));
      }
    });
    List<String> recipients = valuesOf(Content.PARTNER, rows).stream()
        .map(partner -> partners.getOrDefault(partner, partner)).sorted().distinct().toList();
    return new HeldData(debtorId, words.language().toLanguageTag(), calendar.now(), recipients, sections);
  }

  /** All values of one kind in some rows; what the program did by itself nobody of ours did. */
  private static Set<String> valuesOf(Content content, Map<HeldTable, List<Map<String, Object>>> rows) {
    Set<String> values = new TreeSet<>();
    rows.forEach((table, found) -> table.columns().stream().filter(column -> column.content() == content)
        .forEach(column -> found.stream().map(row -> row.get(column.name())).filter(Objects::nonNull)
            .map(Object::toString).forEach(values::add)));
    values.remove(Timeline.SYSTEM);
    return values;
  }

  /** The same as a PDF that is handed to the debtor. */
  public byte[] print(String debtorId, @Nullable String language) {
    HeldData data = of(debtorId, language);
    HeldWords words = new HeldWords(translations.into(Locale.forLanguageTag(data.language())),
        inventory.chineseLabels(), Map.of(), zone, Set.of());
    return printer.print("privacy/debtor-data", Map.of("data", data, "words", new PageWords(words),
        "name", debtors.get(debtorId).name(), "creditor", creditorName, "address", creditorAddress,
        "madeAt", words.moment(data.madeAt()) + " " + zone.getId()), data.madeAt()).content();
  }

  private List<HeldTable> inOrder() {
    List<HeldTable> tables = new ArrayList<>(FIRST.stream().map(inventory::table).toList());
    inventory.tablesAboutDebtors().stream().filter(table -> !FIRST.contains(table.name())).forEach(tables::add);
    return tables;
  }

  private static List<Fact> facts(HeldTable table, Map<String, Object> row, HeldWords words) {
    List<Fact> facts = new ArrayList<>();
    table.columns().stream().filter(HeldColumn::isTold).forEach(column -> {
      Object value = row.get(column.name());
      if (value != null && !value.toString().isEmpty()) {
        facts.add(new Fact(words.label(column.label()), words.value(column, value)));
      }
    });
    return facts;
  }

  /** The words of the page itself. */
  public static final class PageWords {

    private final HeldWords words;

    PageWords(HeldWords words) {
      this.words = words;
    }

    /** A text of the page. */
    public String say(String english) {
      return words.label(english);
    }
  }
}
