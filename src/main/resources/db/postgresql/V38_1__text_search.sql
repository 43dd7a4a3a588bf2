-- English words by their stems, none of them left out: what somebody types has to be in the case, word by word. Names are words as they are. The council comes
-- along as a word, so that one index answers for one council.
create text search dictionary redress_english (template = pg_catalog.snowball, language = english);
create text search configuration redress_english (copy = pg_catalog.english);
alter text search configuration redress_english alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part with redress_english;

alter table case_words add column found tsvector generated always as (
    to_tsvector('redress_english', words) || setweight(to_tsvector('simple', names), 'A') || array_to_tsvector(array['=' || council]::text[])) stored;

create index case_words_found on case_words using gin (found);
