package io.remit.trial;

import static io.remit.sql.Moments.instant;
import static io.remit.sql.Moments.instantOrNull;
import static io.remit.sql.Moments.utc;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The trials and their reports. */
@Repository
@Profile("!trial")
class ModelTrialRepository {

  private final JdbcClient jdbc;

  ModelTrialRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return its number
   * @throws org.springframework.dao.DuplicateKeyException if another one is being made
   */
  long begin(int release, int days, String by, Instant at) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
        insert into model_trial (release_number, days, started_by, started_at, under_way, alive_at)
        values (:release, :days, :by, :at, 'YES', :at)
        """).param("release", release).param("days", days).param("by", by).param("at", utc(at))
        .update(key, "trial_id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** The node that makes it is there. */
  void lives(long trialId, Instant at) {
    jdbc.sql("update model_trial set alive_at = :at where trial_id = :trial and under_way is not null")
        .param("at", utc(at)).param("trial", trialId).update();
  }

  /** Ends what a node left that has not been there since a moment. */
  void endThoseLeft(Instant since, Instant at, String failure) {
    jdbc.sql("""
        update model_trial set under_way = null, ended_at = :at, failure = :failure
         where under_way is not null and alive_at < :since
        """).param("at", utc(at)).param("failure", failure).param("since", utc(since)).update();
  }

  void done(long trialId, TrialReport report, Instant at) {
    jdbc.sql("""
        update model_trial set under_way = null, ended_at = :at, report_json = :json, report_en = :en, report_zh = :zh
         where trial_id = :trial and under_way is not null
        """).param("at", utc(at)).param("json", report.json()).param("en", report.text(Locale.ENGLISH))
        .param("zh", report.text(Locale.CHINESE)).param("trial", trialId).update();
  }

  /** @param failure why there is no report, up to 500 characters */
  void failed(long trialId, String failure, Instant at) {
    jdbc.sql("""
        update model_trial set under_way = null, ended_at = :at, failure = :failure
         where trial_id = :trial and under_way is not null
        """).param("at", utc(at)).param("failure", failure).param("trial", trialId).update();
  }

  /** The newest of a release. */
  Optional<ModelTrial> newestOf(int release) {
    return jdbc.sql("""
        select trial_id, release_number, days, started_by, started_at, ended_at, failure from model_trial
         where release_number = :release order by trial_id desc limit 1
        """).param("release", release).query((row, number) -> new ModelTrial(row.getLong("trial_id"),
            row.getInt("release_number"), row.getInt("days"), row.getString("started_by"), instant(row, "started_at"),
            instantOrNull(row, "ended_at"), row.getString("failure"))).optional();
  }

  /** The report of a trial as JSON, empty as long as there is none. */
  Optional<String> json(long trialId) {
    return jdbc.sql("select report_json from model_trial where trial_id = :trial and report_json is not null")
        .param("trial", trialId).query(String.class).optional();
  }

  /** The report of a trial in words, empty as long as there is none. */
  Optional<String> text(long trialId, Locale language) {
    return jdbc.sql("""
        select case when :chinese then report_zh else report_en end from model_trial
         where trial_id = :trial and report_en is not null
        """).param("chinese", language.getLanguage().equals(Locale.CHINESE.getLanguage())).param("trial", trialId)
        .query(String.class).optional();
  }
}
