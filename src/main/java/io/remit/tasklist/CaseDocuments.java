package io.remit.tasklist;

import static io.remit.sql.Moments.instant;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which documents were written in a case: court dossiers, hand-over files, letters. */
@Repository
class CaseDocuments {

  private final JdbcClient jdbc;

  CaseDocuments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param name of the file in the work folder, or of a letter's template */
  record Document(String name, Instant at) {
  }

  /** The newest first. */
  List<Document> of(String caseNumber) {
    return jdbc.sql("""
        select dossier as name, filed_at as written_at from court_filing
         where case_number = :case and dossier is not null
        union all
        select file_name, placed_at from placement where case_number = :case and file_name is not null
        union all
        select template, sent_at from contact_attempt
         where case_number = :case and channel = 'LETTER' and template is not null and sent_at is not null
        order by written_at desc
        """).param("case", caseNumber).query((row, number) -> new Document(row.getString("name"),
            instant(row, "written_at"))).list();
  }
}
