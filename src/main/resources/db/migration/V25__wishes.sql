-- What debtors want: hours in which they do not want to be contacted, beside those in which alone they do.
create table unsuitable_hours (
  debtor_id             varchar(64)  primary key references debtor,
  from_time             time         not null,
  to_time               time         not null,
  told_at               timestamp with time zone not null,
  recorded_by           varchar(64)  not null
);
comment on table unsuitable_hours is 'hours in which a debtor does not want to be contacted, in his own time zone';
comment on table agreed_hours is 'hours in which alone a debtor wants to be contacted, in his own time zone';
comment on column address_mark.mark is 'INVALID, WRONG (somebody else''s) or UNWANTED (the debtor does not want it to be used)';

alter table contact_attempt add column instead_name varchar(200);
alter table contact_attempt add column instead_phone varchar(20);
comment on column contact_attempt.instead_name is 'who is to be asked in the debtor''s place, as this conversation brought it';
