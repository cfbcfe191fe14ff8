package io.remit.figures;

import static io.remit.figures.Figure.Needs.NO_SNAPSHOT;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures of what happened in a period, from what is only ever added to. */
@Configuration(proxyBeanMethods = false)
class FlowFigures {

  private static final int WEEKS = 26;
  /** Whatever else a promise may be (running, cancelled, not approved), it says nothing of how it was kept. */
  private static final String JUDGED = "status in ('KEPT', 'PARTLY_KEPT', 'BROKEN')";

  @Bean
  Figure cureCurveFigure() {
    return new Figure("cure-curve", "Cure curve by weeks since entry",
        "cases opened in the period that closed as cured or paid within so many weeks, and by the end of the period",
        "cases opened in the period so many weeks or more before its end", "collection_case", NO_SNAPSHOT,
        List.of("week"), List.of(Measure.count("entered"), Measure.count("cured")),
        List.of(new Ratio("cure_rate", "cured", "entered", List.of("week"))), false, scope -> """
            select c.case_number, c.currency, w.week, 1 as entered,
                   case when c.close_reason in ('CURED', 'PAID') and c.closed_at < :ends
                         and c.closed_at < c.opened_at + w.week * interval '7' day then 1 else 0 end as cured
              from collection_case c
              join (values %s) as w(week) on c.opened_at + w.week * interval '7' day <= :ends
             where c.opened_at >= :begins and c.opened_at < :ends
            """.formatted(IntStream.rangeClosed(1, WEEKS).mapToObj(week -> "(" + week + ")")
                .collect(Collectors.joining(", "))));
  }

  @Bean
  Figure promisesFigure() {
    return new Figure("promises", "Promises made, due and kept",
        "made: promises taken in the period; kept: promises whose day lies in the period and that were kept",
        "due: promises whose day lies in the period and that were judged: kept, kept in part or broken", "promise",
        NO_SNAPSHOT, List.of("channel", "currency"),
        List.of(Measure.cases(), Measure.count("made"), Measure.money("made_amount"), Measure.count("due"),
            Measure.money("due_amount"), Measure.count("kept"), Measure.count("not_kept"),
            Measure.count("other")),
        List.of(new Ratio("kept_rate", "kept", "due", List.of("channel", "currency"))), false, scope -> """
            select case_number, currency, channel, 1 as made, amount as made_amount, 0 as due, 0 as due_amount,
                   0 as kept, 0 as not_kept, 0 as other
              from promise where taken_at >= :begins and taken_at < :ends
            union all
            select case_number, currency, channel, 0, 0, case when %1$s then 1 else 0 end,
                   case when %1$s then amount else 0 end, case when status = 'KEPT' then 1 else 0 end,
                   case when %1$s and status <> 'KEPT' then 1 else 0 end, case when %1$s then 0 else 1 end
              from promise where promised_for >= :from and promised_for <= :to
            """.formatted(JUDGED));
  }

  @Bean
  Figure contactFunnelFigure() {
    return new Figure("contact-funnel", "From attempt to promise kept",
        "right-party rate: attempts that reached the debtor; promise rate: those that brought a promise; kept rate: "
            + "promises of the period that were kept",
        "right-party rate: attempts made in the period, without those that the debtor began; promise rate: "
            + "right-party contacts; kept rate: promises of the period that were judged",
        "contact_attempt, promise", NO_SNAPSHOT, List.of("channel"),
        List.of(Measure.cases(), Measure.count("attempts"), Measure.count("right_party"), Measure.count("promises"),
            Measure.count("due"), Measure.count("kept")),
        List.of(new Ratio("right_party_rate", "right_party", "attempts", List.of("channel")),
            new Ratio("promise_rate", "promises", "right_party", List.of("channel")),
            new Ratio("kept_rate", "kept", "due", List.of("channel"))),
        false, scope -> """
            select t.case_number, c.currency, t.channel, 1 as attempts,
                   case when t.right_party then 1 else 0 end as right_party,
                   case when t.outcome = 'PROMISED' then 1 else 0 end as promises, 0 as due, 0 as kept
              from contact_attempt t join collection_case c on c.case_number = t.case_number
             where t.sent_at >= :begins and t.sent_at < :ends and (t.rule is null or t.rule <> 'debtor-called')
            union all
            select case_number, currency, channel, 0, 0, 0, 1, case when status = 'KEPT' then 1 else 0 end
              from promise where taken_at >= :begins and taken_at < :ends and %s
            """.formatted(JUDGED));
  }

  @Bean
  Figure contactsDeniedFigure() {
    return new Figure("contacts-denied", "Contacts that the gate denied",
        "attempts planned in the period that the gate denied, by the rule that stood against them",
        "for the share: all attempts planned in the period that it denied", "contact_attempt", NO_SNAPSHOT,
        List.of("rule", "channel"), List.of(Measure.cases(), Measure.count("denied")),
        List.of(new Ratio("share", "denied", "denied", List.of())), false, scope -> """
            select t.case_number, c.currency, t.rule, t.channel, 1 as denied
              from contact_attempt t join collection_case c on c.case_number = t.case_number
             where t.planned_at >= :begins and t.planned_at < :ends and t.status = 'DENIED'
            """);
  }

  @Bean
  Figure timeInStageFigure() {
    return new Figure("time-in-stage", "Time in stage",
        "days from entering a stage until the next one, or the end of the case, for stays that ended in the period",
        "none: the median, and the days that nine of ten stays did not exceed", "stage_stay", NO_SNAPSHOT,
        List.of("stage"), List.of(Measure.cases(), Measure.count("stays"),
            Measure.percentileOfDays("median_days", "0.5"), Measure.percentileOfDays("p90_days", "0.9")),
        List.of(), false, scope -> """
            select s.case_number, c.currency, s.stage, 1 as stays,
                   extract(epoch from (s.left_at - s.entered_at)) / 86400.0 as days
              from stage_stay s join collection_case c on c.case_number = s.case_number
             where s.left_at >= :begins and s.left_at < :ends
            """);
  }

  @Bean
  Figure complaintsFigure() {
    return new Figure("complaints", "Complaints",
        "received: taken down in the period; decided: decided in it, upheld or not, and late if after the day on which "
            + "the debtor should have had his answer; open: without a decision at the end of the period, and overdue "
            + "if that day is over",
        "for the upheld rate: complaints decided in the period; days from taking down to deciding: the median of these",
        "complaint", NO_SNAPSHOT, List.of("about", "channel"),
        List.of(Measure.cases(), Measure.count("received"), Measure.count("decided"), Measure.count("upheld"),
            Measure.count("decided_late"), Measure.count("open"), Measure.count("overdue"),
            Measure.percentileOfDays("median_days", "0.5")),
        List.of(new Ratio("upheld_rate", "upheld", "decided", List.of("about", "channel"))), false, scope -> """
            select f.case_number, c.currency,
                   case when f.about_user is null then 'TREATMENT' else 'PERSON' end as about, f.channel,
                   case when f.taken_at >= :begins then 1 else 0 end as received,
                   case when f.decided then 1 else 0 end as decided,
                   case when f.decided and f.outcome = 'UPHELD' then 1 else 0 end as upheld,
                   case when f.decided and f.handled_at >= d.ends_at then 1 else 0 end as decided_late,
                   case when f.decided then 0 else 1 end as open,
                   case when not f.decided and f.answer_by <= :to then 1 else 0 end as overdue,
                   case when f.decided then extract(epoch from (f.handled_at - f.taken_at)) / 86400.0 end as days
              from (select case_number, about_user, coalesce(channel, 'NOT_TOLD') as channel, taken_at, answer_by,
                           outcome, handled_at, handled_at is not null and handled_at < :ends as decided
                      from complaint
                     where taken_at < :ends and (handled_at is null or handled_at >= :begins)) f
              join collection_case c on c.case_number = f.case_number
              left join snapshot_day d on d.business_day = f.answer_by
            """);
  }

  @Bean
  Figure eventsFigure() {
    return new Figure("events", "What happened",
        "entries of the cases' timelines in the period, by their type",
        "for the share: all entries of the period", "case_event", NO_SNAPSHOT, List.of("type"),
        List.of(Measure.cases(), Measure.count("entries")),
        List.of(new Ratio("share", "entries", "entries", List.of())), false, scope -> """
            select e.case_number, c.currency, e.type, 1 as entries
              from case_event e join collection_case c on c.case_number = e.case_number
             where e.at >= :begins and e.at < :ends
            """);
  }
}
