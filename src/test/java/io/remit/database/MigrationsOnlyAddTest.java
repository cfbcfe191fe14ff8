package io.remit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In a rolling restart an older program goes on with the tables of a newer one: from V62 on a migration only adds, or
 * says in its name which one a program has to know to run behind it, as {@code V70__needs_66_drop_old_phone.sql}.
 */
class MigrationsOnlyAddTest {

  private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");
  private static final int SINCE = 62;
  private static final Pattern NAME = Pattern.compile("V(\\d+)__(?:needs_(\\d+)_)?[A-Za-z0-9_]+\\.sql");
  private static final Pattern MADE_HERE = Pattern.compile("create table (?:if not exists )?([a-z0-9_]+)");

  /** What an older program would stumble over: what it reads is gone, or what it writes is refused. */
  private static final List<Pattern> TAKES_AWAY = Stream.of(
      "\\bdrop (table|view|column|sequence|type|default)\\b", "\\bdrop (?!constraint|index|not null|identity)\\w+",
      "\\brename\\b", "\\btruncate\\b", "\\bset not null\\b", "\\balter column \\w+ (set data )?type\\b",
      "\\badd (column )?(if not exists )?(?!constraint)\\w+ .*\\bnot null\\b(?!.*\\bdefault\\b)(?<!default .{1,200})",
      "\\badd (constraint \\w+ )?(primary key|unique|check|foreign key)\\b", "\\badd column .*\\b(unique|check)\\b",
      "\\bcreate unique index\\b", "\\bcreate (or replace )?(trigger|rule)\\b").map(Pattern::compile).toList();

  @Test
  void fromV62OnEachAddsOnlyOrSaysWhatItNeeds() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        MatchResult name = NAME.matcher(file.getFileName().toString()).results().findFirst().orElseThrow();
        if (Integer.parseInt(name.group(1)) >= SINCE) {
          if (name.group(2) == null) {
            assertThat(takingAway(Files.readString(file))).as("%s", file).isEmpty();
          } else {
            assertThat(Integer.parseInt(name.group(2))).as("%s", file).isLessThan(Integer.parseInt(name.group(1)));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      false | alter table hold add column why varchar(10);
      false | alter table hold add column why integer default 1 not null;
      false | alter table hold add why integer not null default 1;
      false | create table new_one (a integer not null unique); create unique index on new_one (a);
      false | create table new_one (a integer); alter table new_one add constraint only_one check (a = 1);
      false | create index hold_why on hold (why);
      false | alter table hold alter column why drop not null; alter table hold drop constraint some;
      false | comment on column hold.why is 'whether to drop table hold or rename it';
      true  | alter table hold add column why varchar(10) not null;
      true  | ALTER TABLE hold ADD why varchar(10) NOT NULL;
      true  | alter table hold drop column why;
      true  | alter table hold drop why;
      true  | drop table hold;
      true  | alter table hold rename column why to because;
      true  | alter table hold rename to pause;
      true  | alter table hold alter column why set not null;
      true  | alter table hold alter column why type integer;
      true  | alter table hold alter column why drop default;
      true  | alter table hold add constraint only_one check (why = 1);
      true  | alter table hold add unique (why);
      true  | create unique index on hold (why);
      """)
  void whatTakesAwayIsSeen(boolean seen, String statements) {
    assertThat(!takingAway(statements).isEmpty()).isEqualTo(seen);
  }

  /** The statements by which a program that does not know the migration is harmed; tables that it makes are its own. */
  private static List<String> takingAway(String migration) {
    String plain = migration.toLowerCase(Locale.ROOT).replaceAll("--.*", "").replaceAll("'(?:[^']|'')*'", "''")
        .replaceAll("\\s+", " ");
    Set<String> own = MADE_HERE.matcher(plain).results().map(made -> made.group(1)).collect(Collectors.toSet());
    return Stream.of(plain.split(";")).map(String::trim)
        .filter(statement -> !statement.startsWith("create table ") && own.stream().noneMatch(table ->
            statement.matches("(alter table (if exists )?|create unique index (\\w+ )?on )" + table + "\\b.*")))
        .filter(statement -> TAKES_AWAY.stream().anyMatch(pattern -> pattern.matcher(statement).find())).toList();
  }
}
