-- What processes ask of those that have a mirror's file open: to tell how it is, to bring it up to date, to compare it.
-- Each process that has one takes each request, and says twice a second that it is still at it.

CREATE TABLE fluxion_mirror.requests (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  wanted jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE fluxion_mirror.answers (
  request bigint NOT NULL REFERENCES fluxion_mirror.requests ON DELETE CASCADE,
  process uuid NOT NULL,
  host text NOT NULL,
  pid integer NOT NULL,
  heard timestamptz NOT NULL DEFAULT now(),
  progress text,
  report json,
  failure text,
  PRIMARY KEY (request, process)
);
