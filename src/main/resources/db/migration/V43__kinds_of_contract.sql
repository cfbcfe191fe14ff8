-- Whether a partner collects for the creditor or buys the debts; a sale needs its legal basis and two signatures.

alter table partner add column contract_kind varchar(10) not null default 'SERVICE';
comment on column partner.contract_kind is 'SERVICE or SALE';

create table partner_sale (
  partner_id            varchar(40)  not null primary key references partner,
  basis                 varchar(60)  not null,
  document              varchar(200) not null,
  entered_by            varchar(64)  not null,
  entered_at            timestamp with time zone not null,
  legal_signed_by       varchar(64),
  legal_signed_at       timestamp with time zone,
  supervisor_signed_by  varchar(64),
  supervisor_signed_at  timestamp with time zone
);
comment on table partner_sale is 'the legal basis on which debts are sold to a partner, and who signed it';
comment on column partner_sale.basis is 'one of sale-basis for each country where the partner works';
comment on column partner_sale.document is 'where the paper is';
