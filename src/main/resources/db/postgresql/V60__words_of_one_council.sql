-- A search reads the words of one council only, however many cases the others have: each word stands in the index behind a mark of its council, those of texts by their stems
-- and those of names as they are. Without it a frequent word is read for all councils before those of one are taken out.
create function case_mark(council text) returns text language sql immutable strict parallel safe as
    'select left(md5(council), 6)';

create function case_marked(council text, kind text, words tsvector) returns tsvector language sql immutable strict parallel safe as
    'select array_to_tsvector(coalesce(array_agg(left(md5(council), 6) || kind || lexeme), ''{}'')) from unnest(words)';

drop index case_words_found;
alter table case_words drop column found;
alter table case_words add column found tsvector generated always as (
    case_marked(council, '/', to_tsvector('redress_english', words)) || case_marked(council, '=', to_tsvector('simple', names))) stored;

create index case_words_found on case_words using gin (found);

-- How many cases have a word is not known beforehand for one council, and what is guessed leads to reading all of its cases or all words; so the index
-- is read, up to so many.
create function case_words_found(question tsquery, most integer) returns setof bigint language sql stable strict rows 300 set enable_seqscan = off as
    'select complaint_id from case_words where found @@ question limit most';
