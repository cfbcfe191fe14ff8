-- What is done once a day, by one node.
create table daily_work (
  work                  varchar(40)  primary key,
  done_for              date
);
comment on table daily_work is 'a row for each work, locked by the node that is at it';
comment on column daily_work.done_for is 'the last day for which it was done to its end';
