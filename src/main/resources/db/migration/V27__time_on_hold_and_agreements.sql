alter table hold add column begins_on date;
update hold set begins_on = cast(raised_at as date);
alter table hold alter column begins_on set not null;
comment on column hold.begins_on is 'the day on which its reason began: that on which it was raised, or an earlier one';

create table agreed_account (
  matter                varchar(60)  not null,
  case_number           varchar(40)  not null references collection_case,
  account_number        varchar(64)  not null references account,
  in_force              boolean      not null,
  primary key (matter, account_number)
);
create index agreed_account_case on agreed_account (case_number);
create index agreed_account_account on agreed_account (account_number);
comment on table agreed_account is 'the accounts that a plan, a promise or an offer is about';

-- Until now they were about all that the case had, or the debtor in its currency.
insert into agreed_account (matter, case_number, account_number, in_force)
select c.case_number || '-L' || cast(p.plan_id as varchar(20)), c.case_number, a.account_number, p.status = 'IN_FORCE'
  from plan p join collection_case c on c.case_number = p.case_number
              join account a on a.case_number = c.case_number;
insert into agreed_account (matter, case_number, account_number, in_force)
select c.case_number || '-P' || cast(p.promise_id as varchar(20)), c.case_number, a.account_number,
       p.status in ('OPEN', 'PROPOSED')
  from promise p join collection_case c on c.case_number = p.case_number
                 join account a on a.account_number = c.account_number
                                or c.account_number is null and a.debtor_id = c.debtor_id and a.currency = c.currency;
insert into agreed_account (matter, case_number, account_number, in_force)
select c.case_number || '-S' || cast(o.offer_id as varchar(20)), c.case_number, a.account_number, o.status = 'SENT'
  from offer o join collection_case c on c.case_number = o.case_number
               join account a on a.account_number = c.account_number
                              or c.account_number is null and a.debtor_id = c.debtor_id and a.currency = c.currency;

alter table collection_case add column reviewed boolean default false not null;
comment on column collection_case.reviewed is 'somebody decided on the review of the stage since the case entered it';
update collection_case set reviewed = true where stage = 'LEGAL' and treatments_in_stage > 1;
