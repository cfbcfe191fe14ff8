-- What a partner earns of a case, as it was agreed when the case was placed; a schedule that changes later changes no
-- placement. What was placed before has no terms: nothing is known to be owed for it.
create table placement_terms (
  placement_id          bigint       primary key references placement,
  days_past_due         integer      not null,
  amount                numeric(19, 4) not null,
  currency              varchar(3)   not null,
  percent               numeric(5, 2)
);
comment on column placement_terms.amount is 'what was owed when the case was placed';
comment on column placement_terms.percent is 'of what comes in, by the schedule of the register; null if no row of it fits';
