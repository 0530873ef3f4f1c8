-- Who may sign in, and what was done: passwords, second factors, keys that are narrower than their person, and the audit log.
-- All of it is in schema fluxion: none of it is the chain's data, and no table of a chain can be called the same.

CREATE TABLE fluxion.credenciales (
  usuario_id VARCHAR(50) PRIMARY KEY REFERENCES public.usuarios (id) ON DELETE CASCADE,
  -- As PHC string: the algorithm and its costs are in it.
  clave TEXT CHECK (clave LIKE '$argon2id$%'),
  clave_cambiada TIMESTAMPTZ,
  totp_secreto BYTEA,
  totp_confirmado TIMESTAMPTZ,
  -- Each code signs in once.
  totp_ultimo_paso BIGINT,
  CONSTRAINT credenciales_cambio_check CHECK ((clave IS NULL) = (clave_cambiada IS NULL)),
  CONSTRAINT credenciales_confirmado_check CHECK (totp_confirmado IS NULL OR totp_secreto IS NOT NULL)
);
COMMENT ON TABLE fluxion.credenciales IS 'What a person signs in with. No row: by a one-time link or a token only.';

CREATE TABLE fluxion.codigos_recuperacion (
  usuario_id VARCHAR(50) NOT NULL REFERENCES public.usuarios (id) ON DELETE CASCADE,
  hash BYTEA NOT NULL CHECK (octet_length(hash) >= 32),
  PRIMARY KEY (usuario_id, hash)
);
COMMENT ON TABLE fluxion.codigos_recuperacion IS 'Codes that stand for the second factor once each; a used one is deleted.';

ALTER TABLE public.tokens
  ADD COLUMN rol VARCHAR(30)
    CHECK (rol IN ('visualizador', 'gerente_tienda', 'gestor_abastecimiento', 'gerente_general', 'super_admin')),
  ADD COLUMN ubicaciones VARCHAR(50)[],
  ADD COLUMN direccion VARCHAR(64),
  ADD COLUMN agente VARCHAR(300);
COMMENT ON COLUMN public.tokens.rol IS 'The most that it may do, at most what its person may. NULL: as its person.';
COMMENT ON COLUMN public.tokens.ubicaciones IS 'The stores that it may see, of those that its person may. NULL: as its person.';
COMMENT ON COLUMN public.tokens.direccion IS 'Of a session: the address that it was opened from.';
COMMENT ON COLUMN public.tokens.agente IS 'Of a session: the browser that it was opened with.';

CREATE TABLE fluxion.auditoria (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  momento TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
  -- No keys: the log outlives whom and what it tells of.
  usuario_id VARCHAR(50),
  correo VARCHAR(200),
  token_id VARCHAR(50),
  accion VARCHAR(50) NOT NULL,
  objeto VARCHAR(200),
  detalle JSONB,
  direccion VARCHAR(64),
  solicitud_id VARCHAR(64)
);
COMMENT ON TABLE fluxion.auditoria IS 'What was done, by whom, from where: sign-ins, exports, SQL, orders, roles. Rows are only ever added.';
CREATE INDEX auditoria_usuario_idx ON fluxion.auditoria (usuario_id, id);
CREATE INDEX auditoria_accion_idx ON fluxion.auditoria (accion, id);

CREATE FUNCTION fluxion.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of %.% are only ever added', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
COMMENT ON FUNCTION fluxion.refuse_change() IS 'Trigger of append-only tables.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON fluxion.auditoria
  FOR EACH ROW EXECUTE FUNCTION fluxion.refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON fluxion.auditoria
  FOR EACH STATEMENT EXECUTE FUNCTION fluxion.refuse_change();
