package io.remit.gate;

import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.cases.EntryKind;
import io.remit.cases.News;
import io.remit.cases.Timeline;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The channels through which a debtor does not want to be contacted. */
@Component
public class OptOuts {

  private final JdbcClient jdbc;
  private final Timeline timeline;
  private final BusinessCalendar calendar;
  private final News news;

  OptOuts(JdbcClient jdbc, Timeline timeline, BusinessCalendar calendar, News news) {
    this.jdbc = jdbc;
    this.timeline = timeline;
    this.calendar = calendar;
    this.news = news;
  }

  /**
   * The debtor wants nothing more through this channel, in none of their cases.
   *
   * @param source how we know, in a word: {@code sms-stop}, {@code mail-link}, a user id
   * @return false if that was known already
   */
  @Transactional
  public boolean optOut(String debtorId, Channel channel, String source) {
    if (of(debtorId).contains(channel)) {
      return false;
    }
    jdbc.sql("delete from contact_consent where debtor_id = :debtor and channel = :channel").param("debtor", debtorId)
        .param("channel", channel.name()).update();
    jdbc.sql("insert into opt_out (debtor_id, channel, since, source) values (:debtor, :channel, :since, :source)")
        .param("debtor", debtorId).param("channel", channel.name())
        .param("since", utc(calendar.now())).param("source", source).update();
    timeline.addToOpenCases(debtorId, EntryKind.OPT_OUT, channel, Timeline.SYSTEM,
        "The debtor opted out of this channel", source);
    news.ofDebtor(debtorId);
    return true;
  }

  /** The debtor has agreed to this channel again. */
  @Transactional
  public boolean optIn(String debtorId, Channel channel, String source) {
    boolean optedOut = jdbc.sql("delete from opt_out where debtor_id = :debtor and channel = :channel")
        .param("debtor", debtorId).param("channel", channel.name()).update() > 0;
    if (optedOut) {
      timeline.addToOpenCases(debtorId, EntryKind.OPT_OUT, channel, Timeline.SYSTEM,
          "The debtor agreed to this channel again", source);
      news.ofDebtor(debtorId);
    }
    return optedOut;
  }

  /** The channels that a debtor opted out of. */
  public Set<Channel> of(String debtorId) {
    return jdbc.sql("select channel from opt_out where debtor_id = :debtor").param("debtor", debtorId)
        .query(String.class).list().stream().map(Channel::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Channel.class)));
  }
}
