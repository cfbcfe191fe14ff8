package io.remit.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;

/** A program that dies while it writes a file: as if it were killed, nothing is closed or cleared away. */
public final class HalfExport {

  static final int KILLED = 137;

  private HalfExport() {
  }

  /** @param arguments the folder */
  public static void main(String[] arguments) throws IOException {
    ExportFolder folder = ExportFolder.open(Path.of(arguments[0]));
    LocalDate day = LocalDate.parse("2026-01-31");
    ExportFile.begin(folder.stage(ExportedTable.LEDGER, YearMonth.from(day)), ExportedTable.LEDGER,
        new FileFacts(day, day, "none"));
    Runtime.getRuntime().halt(KILLED);
  }
}
