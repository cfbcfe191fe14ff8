package io.remit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTextTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "insert into hold (a) values (?)|hold",
      "update only public.hold set a = 1|hold",
      "UPDATE \"hold\" SET a = 1|hold",
      "with old as (select 1) update hold set a = 1|hold",
      "with gone as (delete from hold returning *) insert into told select * from gone|hold",
      "insert into ACT_RE_PROCDEF (ID_) values (?)|act_re_procdef"})
  void theTableIsFound(String sql, String table) {
    StatementText text = StatementText.of(sql);

    assertThat(text.written()).contains(table);
    assertThat(text.onlyReads()).isFalse();
    assertThat(text.changesAll()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"select a from hold for update", "select a from hold for update skip locked",
      "select a from hold for no key update", "SELECT a FROM hold FOR SHARE", "select pg_advisory_xact_lock(1)",
      "select a from hold for key share"})
  void aLockIsSeen(String sql) {
    assertThat(StatementText.of(sql).locks()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"truncate hold", "alter table hold add a int", "call tidy_up()", "{call tidy_up()}", "",
      "copy hold from stdin", "set schema other", "do $$ begin end $$", "select 1; drop table hold", "insert hold",
      "/* select */ truncate hold", "-- select\ntruncate hold", "insert /* a */ into hold values (1)"})
  void whatIsNotUnderstoodMayChangeAnything(String sql) {
    assertThat(StatementText.of(sql).changesAll()).isTrue();
  }

  @Test
  void theColumnsOfAPlainUpdateAreAmongItsWords() {
    assertThat(StatementText.of("update hold h set h.a = '-- where', \"B\" = (select max(c) from told where d = 1),"
        + " e = ? where f = 2").columns()).contains("a", "b", "e").doesNotContain("f");
    assertThat(StatementText.of("update hold set a = 1").columns()).containsExactlyInAnyOrder("a", "1");
    assertThat(StatementText.of("merge into hold using told on a = b when matched then update set a = 1").columns())
        .isEmpty();
    assertThat(StatementText.of("with old as (select 1) update hold set a = 1").columns()).isEmpty();
  }

  @Test
  void whatOnlyReadsNamesItsTables() {
    StatementText text = StatementText.of("(select h.a from hold h join \"Told\" t on t.a = h.a) union values (1);");

    assertThat(text.onlyReads()).isTrue();
    assertThat(text.words()).contains("hold", "told");
  }
}
