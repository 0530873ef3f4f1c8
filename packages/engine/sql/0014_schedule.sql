-- What the schedule remembers between its turns, whichever process takes them. The jobs themselves are in the schema of the
-- job queue, which may be emptied at any time: what is due follows from here alone.

CREATE TABLE fluxion.planificador (
  unico BOOLEAN PRIMARY KEY DEFAULT true CHECK (unico),
  ultima_vuelta TIMESTAMPTZ,
  ultimo_exito TIMESTAMPTZ,
  pendientes INTEGER NOT NULL DEFAULT 0 CHECK (pendientes >= 0),
  mensaje TEXT
);
COMMENT ON TABLE fluxion.planificador IS 'One row: when the planner last looked for units that are due, and with what success.';
COMMENT ON COLUMN fluxion.planificador.ultima_vuelta IS 'When its last turn began; NULL: it never ran.';
COMMENT ON COLUMN fluxion.planificador.pendientes IS 'Units that were due and not loaded yet.';
COMMENT ON COLUMN fluxion.planificador.mensaje IS 'What went wrong in the last turn; NULL: nothing.';
INSERT INTO fluxion.planificador DEFAULT VALUES;

CREATE TABLE fluxion.unidades_pedidas (
  fuente VARCHAR(50) NOT NULL REFERENCES public.fuentes (nombre) ON DELETE CASCADE,
  -- No key to ubicaciones: a chain's stores may be emptied and migrated anew.
  ubicacion_id VARCHAR(50),
  fecha DATE NOT NULL,
  pedida TIMESTAMPTZ NOT NULL,
  lograda BOOLEAN NOT NULL,
  CONSTRAINT unidades_pedidas_key UNIQUE NULLS NOT DISTINCT (fuente, ubicacion_id, fecha)
);
COMMENT ON TABLE fluxion.unidades_pedidas IS 'When each source was last asked for a store''s day by the schedule; days long past are removed.';
COMMENT ON COLUMN fluxion.unidades_pedidas.ubicacion_id IS 'NULL: the source is asked once for the whole chain.';
COMMENT ON COLUMN fluxion.unidades_pedidas.pedida IS 'When the question was put: what was sold later was not in the answer.';
COMMENT ON COLUMN fluxion.unidades_pedidas.lograda IS 'Whether the answer was loaded.';
CREATE INDEX unidades_pedidas_fecha_idx ON fluxion.unidades_pedidas (fecha);
