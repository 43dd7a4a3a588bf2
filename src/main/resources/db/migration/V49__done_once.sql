-- What is done once to a database of an earlier version, at the first start that finds it not done, before anybody is let in.
create table done_once (
    name varchar(40) not null primary key,
    done boolean     not null
);

-- who has or had a part in which case (identity/PartsFromBefore)
insert into done_once (name, done) values ('parts-from-before', false);
