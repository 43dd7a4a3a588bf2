-- What a letter that goes out was made from, until its step is done: one that is given back after it reached somebody is kept as they got it.
alter table dispatch add column document text;
