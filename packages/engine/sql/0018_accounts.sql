-- One-time links, attempts to sign in, and which token a session was opened with.

CREATE TABLE fluxion.enlaces (
  -- One for each person: a new link ends the one before it.
  usuario_id VARCHAR(50) PRIMARY KEY REFERENCES public.usuarios (id) ON DELETE CASCADE,
  hash BYTEA NOT NULL UNIQUE CHECK (octet_length(hash) >= 32),
  expira TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE fluxion.enlaces IS 'Links that let a person set their password once; a used one is deleted.';

CREATE TABLE fluxion.intentos (
  clave VARCHAR(200) PRIMARY KEY,
  fallos INTEGER NOT NULL,
  hasta TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE fluxion.intentos IS 'Failed attempts to sign in, by address, by account and by both, each in a window that ends by itself.';
CREATE INDEX intentos_hasta_idx ON fluxion.intentos (hasta);

-- CASCADE: a session that forgot its token would pass for one that was opened with a password.
ALTER TABLE public.tokens ADD COLUMN abierta_con VARCHAR(50) REFERENCES public.tokens (id) ON DELETE CASCADE;
COMMENT ON COLUMN public.tokens.abierta_con IS 'Of a session: the API token that it was opened with; it may do no more, and ends with it.';
CREATE INDEX tokens_abierta_con_idx ON public.tokens (abierta_con);
