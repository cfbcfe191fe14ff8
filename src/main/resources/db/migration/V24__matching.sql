-- Numbers are looked up by their digits: how people write the letters, marks and zeros around them is compared afterwards.

update account set match_number = translate(account_number, translate(account_number, '0123456789', ''), '')
 where translate(account_number, translate(account_number, '0123456789', ''), '') <> '';
update account set match_number = case when trim(leading '0' from match_number) = '' then '0'
                                       else trim(leading '0' from match_number) end
 where match_number like '0%';
comment on column account.match_number is 'the digits of the account number without leading zeros; letters in capitals if it has no digits';

alter table debtor add column match_number varchar(64) default '' not null;
update debtor set match_number = translate(debtor_id, translate(debtor_id, '0123456789', ''), '');
update debtor set match_number = case when trim(leading '0' from match_number) = '' then '0'
                                      else trim(leading '0' from match_number) end
 where match_number like '0%';
comment on column debtor.match_number is 'the same of the debtor''s id';
create index debtor_match on debtor (match_number);

alter table debtor add column match_name varchar(200) default '' not null;
update debtor set match_name = lower(name);
update debtor set match_name =
  least(substring(match_name from 1 for position(' ' in match_name) - 1), substring(match_name from position(' ' in match_name) + 1))
  || ' ' ||
  greatest(substring(match_name from 1 for position(' ' in match_name) - 1), substring(match_name from position(' ' in match_name) + 1))
 where match_name like '% %' and match_name not like '% % %';
comment on column debtor.match_name is 'the words of the name as they are compared, in the order of the alphabet; the creditor''s next word of the debtor writes it anew';
create index debtor_match_name on debtor (match_name);
drop index debtor_name;
