-- Pages of the dashboard with what people had filtered on them, under a name: for themselves, or for all.

CREATE TABLE fluxion.vistas (
  id VARCHAR(50) PRIMARY KEY DEFAULT gen_random_uuid()::text,
  usuario_id VARCHAR(50) NOT NULL REFERENCES public.usuarios (id) ON DELETE CASCADE,
  pagina VARCHAR(100) NOT NULL CHECK (pagina LIKE '/%'),
  nombre VARCHAR(80) NOT NULL CHECK (nombre <> ''),
  -- The query string of the page's address, without the question mark.
  parametros TEXT NOT NULL CHECK (length(parametros) <= 4000),
  -- No keys: a view outlives the stores that it names, and shows then what the page shows of an unknown store.
  tiendas VARCHAR(50)[] NOT NULL,
  compartida BOOLEAN NOT NULL DEFAULT false,
  creada TIMESTAMPTZ NOT NULL DEFAULT now(),
  modificada TIMESTAMPTZ NOT NULL DEFAULT now(),
  CONSTRAINT vistas_nombre_key UNIQUE (usuario_id, pagina, nombre)
);
COMMENT ON TABLE fluxion.vistas IS 'Saved views of the dashboard: a page and its filters, by name.';
COMMENT ON COLUMN fluxion.vistas.tiendas IS 'The stores that parametros names: a shared view is shown to those who may see all of them.';
CREATE INDEX vistas_compartida_idx ON fluxion.vistas (pagina, nombre) WHERE compartida;
