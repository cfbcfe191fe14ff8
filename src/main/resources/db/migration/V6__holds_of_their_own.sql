-- Several holds on one case, each with its own reason, end and reach.

alter table hold add column whole_debtor boolean default false not null;
alter table hold add column stops varchar(100) default 'ALL' not null;
alter table hold add column until_on date;
alter table hold add column keeps_time boolean default false not null;
alter table hold alter column review_on drop not null;
comment on column hold.whole_debtor is 'it is about the debtor: it is on each of his cases';
comment on column hold.stops is 'ALL, or the channels that it stops, such as VISIT,ROBOT_CALL';
comment on column hold.until_on is 'the first day on which it is over by itself';
comment on column hold.keeps_time is 'the case does not grow older by the days of the hold';

alter table collection_case add column held_channels varchar(100);
alter table collection_case add column paused_days integer default 0 not null;
comment on column collection_case.held_channels is 'channels that holds stop while the case goes on';
comment on column collection_case.paused_days is 'days that do not count for the case''s stage: those of holds that keep the time';
