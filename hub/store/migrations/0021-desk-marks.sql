-- Another mark whenever what a team's desk shows has changed (unanswered questions, or what is handed
-- in of a base): by these the nodes notice what another one took in.
create table desk_mark (
  organisation text not null references organisation (id),
  desk text not null,
  mark text not null,
  primary key (organisation, desk)
);
