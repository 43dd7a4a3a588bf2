-- What a letter that was sent says, as data: copies in other forms are written from it. It leads to its case by the attachment, and goes with it. The
-- attachment's row, which is in the record of changes, has the digest of the letter itself.

create table attachment_source (
    attachment_id bigint primary key references attachment (id),
    content       text   not null
);
