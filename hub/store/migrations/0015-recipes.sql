-- How a team's consoles are read: shared by its supervisors, used by every machine of the team.
create table recipe (
  organisation text not null references organisation (id),
  id text not null,
  body text not null,
  person text not null references person (id),
  at bigint not null,
  primary key (organisation, id)
);

-- Another one after every change of them; null before the first.
alter table organisation add column recipes text;
