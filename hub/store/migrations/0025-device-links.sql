-- A link by which somebody lets another browser of theirs in: one a person, so that the newest is the
-- good one. It goes with its use.
create table device_link (
  person text primary key references person (id),
  organisation text not null references organisation (id),
  secret_hash text not null unique,
  made_by text not null references device (id),
  expires_at bigint not null
);
