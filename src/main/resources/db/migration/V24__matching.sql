-- Numbers are looked up by their digits: how people write the letters, marks and zeros around them is compared afterwards.
-- What is no digit becomes a space, which is taken out; not every database's translate() leaves out letters.

update account set match_number =
  replace(translate(account_number, replace(translate(account_number, '0123456789', '          '), ' ', ''), repeat(' ', 64)), ' ', '')
 where replace(translate(account_number, '0123456789', '          '), ' ', '') <> replace(account_number, ' ', '');
update account set match_number = case when trim(leading '0' from match_number) = '' then '0'
                                       else trim(leading '0' from match_number) end
 where match_number like '0%';
comment on column account.match_number is 'the digits of the account number without leading zeros; letters in capitals if it has no digits';

alter table debtor add column match_number varchar(64) default '' not null;
update debtor set match_number =
  replace(translate(debtor_id, replace(translate(debtor_id, '0123456789', '          '), ' ', ''), repeat(' ', 64)), ' ', '');
update debtor set match_number = case when trim(leading '0' from match_number) = '' then '0'
                                      else trim(leading '0' from match_number) end
 where match_number like '0%';
comment on column debtor.match_number is 'the same of the debtor''s id';
create index debtor_match on debtor (match_number);

alter table debtor add column match_name varchar(200) default '' not null;
update debtor set match_name = replace(replace(replace(replace(replace(
  translate(lower(name), 'äáàâãåöóòôõøüúùûéèêëíìîïñçł', 'aaaaaaoooooouuuueeeeiiiincl'), 'ß', 'ss'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'), 'aa', 'a');
update debtor set match_name =
  least(substring(match_name from 1 for position(' ' in match_name) - 1), substring(match_name from position(' ' in match_name) + 1))
  || ' ' ||
  greatest(substring(match_name from 1 for position(' ' in match_name) - 1), substring(match_name from position(' ' in match_name) + 1))
 where match_name like '% %' and match_name not like '% % %';
comment on column debtor.match_name is 'the words of the name as they are compared, in the order of the alphabet; of a debtor who was known before this column, only names of two words are so until the creditor tells something new of him';
create index debtor_match_name on debtor (match_name);
drop index debtor_name;
