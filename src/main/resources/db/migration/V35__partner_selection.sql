-- Which partner is proposed for a case that waits to be placed, and why a placed one went to its partner.

create table partner_choice (
  case_number           varchar(40)  primary key references collection_case,
  partner_id            varchar(40),
  why                   varchar(300) not null,
  chosen_at             timestamp with time zone not null
);
comment on table partner_choice is 'one row for a case that waits for an approval; partner_id is null if none suits';
create index choice_partner on partner_choice (partner_id);

alter table placement add column why varchar(300);
create index placement_partner_status on placement (partner_id, status);
