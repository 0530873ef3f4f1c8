-- Orders as people work on them side by side: a version that tells whether somebody else has changed one meanwhile, the
-- reason why one was turned down, and keys by which a repeated request is known.

ALTER TABLE public.pedidos
  ADD COLUMN version INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN motivo TEXT;
COMMENT ON COLUMN public.pedidos.version IS 'Rises with each change of the order. Whoever changes only its lines raises it too.';
COMMENT ON COLUMN public.pedidos.motivo IS 'Why it was rejected or cancelled.';

CREATE FUNCTION fluxion.raise_version() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION fluxion.raise_version() IS 'Row trigger: a changed row has the next version, whoever changes it.';
CREATE TRIGGER raise_version BEFORE UPDATE ON public.pedidos FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION fluxion.raise_version();

-- What a store already waits for is summed up whenever it writes another order.
CREATE INDEX pedidos_en_camino_idx ON public.pedidos (ubicacion_id)
  WHERE estado IN ('solicitado', 'aprobado', 'en_preparacion', 'en_transito');

CREATE TABLE fluxion.claves_pedidos (
  -- No keys to other tables: a row is of use for a day, whatever becomes of what it names.
  usuario_id VARCHAR(50) NOT NULL,
  clave VARCHAR(100) NOT NULL,
  -- Of the request: the same key with another request is a mistake of the caller's.
  huella BYTEA NOT NULL CHECK (octet_length(huella) = 32),
  pedido_id VARCHAR(50) NOT NULL,
  creada TIMESTAMPTZ NOT NULL DEFAULT now(),
  PRIMARY KEY (usuario_id, clave)
);
COMMENT ON TABLE fluxion.claves_pedidos IS 'Which order was made for an Idempotency-Key; kept for 24 hours.';
CREATE INDEX claves_pedidos_creada_idx ON fluxion.claves_pedidos (creada);
