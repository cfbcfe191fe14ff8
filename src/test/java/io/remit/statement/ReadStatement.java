package io.remit.statement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.unit.DataSize;

/** What came of reading a statement: its movements, and why it was refused if it was. */
record ReadStatement(List<BankEntry> entries, List<BankTransaction> movements, String refusal) {

  static final StatementLimits LIMITS = new StatementLimits(DataSize.ofMegabytes(1), 1000, 20, 1000);

  static ReadStatement of(Path file) {
    try {
      return of(Files.readAllBytes(file), LIMITS);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static ReadStatement of(String content) {
    return of(content.getBytes(StandardCharsets.UTF_8), LIMITS);
  }

  static ReadStatement of(byte[] content, StatementLimits limits) {
    List<BankEntry> entries = new ArrayList<>();
    List<BankTransaction> movements = new ArrayList<>();
    try {
      BankStatements statements = new BankStatements(limits);
      BankStatements.Checked checked = new BankStatements.Checked(1, List.of());
      statements.read(new ByteArrayInputStream(content), content.length, checked, entry -> {
        entries.add(entry);
        movements.addAll(entry.parts());
      });
      return new ReadStatement(entries, movements, null);
    } catch (StatementRefused refused) {
      return new ReadStatement(entries, movements, refused.line() + " " + refused.element() + " " + refused.rule()
          + ": "
          + refused.getMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  BankTransaction only() {
    if (refusal != null || movements.size() != 1) {
      throw new AssertionError("not one movement: " + this);
    }
    return movements.get(0);
  }

  /** How many movements there are of each kind, and their sum: {@code PAYMENT CHF} to {@code 2: 30.00}. */
  Map<String, String> sums() {
    Map<String, List<BankTransaction>> byKind = new TreeMap<>();
    movements.forEach(each -> byKind.computeIfAbsent(each.kind() + " " + each.currency(), key -> new ArrayList<>())
        .add(each));
    Map<String, String> sums = new TreeMap<>();
    byKind.forEach((kind, all) -> sums.put(kind, all.size() + ": " + all.stream().map(BankTransaction::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString()));
    return sums;
  }
}
