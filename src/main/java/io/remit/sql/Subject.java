package io.remit.sql;

/** What the rows of other tables are about, and refer to by a foreign key. */
public enum Subject {
  DEBTOR("debtor", "debtor_id"), CASE("collection_case", "case_number");

  private final String table;
  private final String key;

  Subject(String table, String key) {
    this.table = table;
    this.key = key;
  }

  /** The table whose rows they are. */
  public String table() {
    return table;
  }

  /** The column by which they are known, here and in the tables that refer to them. */
  public String key() {
    return key;
  }
}
