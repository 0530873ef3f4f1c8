-- Stock is the last count of a product plus what has moved since. A load of movements or of a count recomputes it from the
-- rows, so that loading a day twice, or an older day later, gives the same stock as loading everything once and in order.

ALTER TABLE public.stock_actual
  ADD COLUMN cantidad_contada NUMERIC(12,4),
  ADD COLUMN contada_en TIMESTAMPTZ,
  ADD CONSTRAINT stock_actual_contada_no_nan_check CHECK (cantidad_contada <> 'NaN'),
  ADD CONSTRAINT stock_actual_contada_check CHECK (contada_en IS NULL OR cantidad_contada IS NOT NULL);
COMMENT ON TABLE public.stock_actual IS
  'Stock of a product in a store: the last count and what has moved since, or as reported where nothing was loaded yet. May be negative.';
COMMENT ON COLUMN public.stock_actual.cantidad_contada IS
  'What cantidad starts from; NULL: cantidad was reported by another writer than a load, as of ultima_actualizacion.';
COMMENT ON COLUMN public.stock_actual.contada_en IS
  'When cantidad_contada was counted; NULL next to a cantidad_contada of 0: there was none when the store was last counted as a whole, or it never was, and all that has moved since counts.';
COMMENT ON COLUMN public.stock_actual.ultima_actualizacion IS
  'The moment that cantidad is of: that of the count, the report, or the last movement.';
COMMENT ON COLUMN public.stock_actual.cantidad_disponible IS
  'cantidad minus what is reserved: as reported, and moved along with cantidad since; NULL: not reported.';
COMMENT ON COLUMN public.stock_actual.valor_inventario IS
  'As the last count reported it; cantidad times costo_promedio once something has moved since.';

-- One row per store that movements or counts were loaded of. It is also what loads of one store''s stock wait at for each
-- other: their movements are not visible to each other before they commit.
CREATE TABLE fluxion.full_counts (
  ubicacion_id VARCHAR(50) PRIMARY KEY REFERENCES public.ubicaciones (id) ON DELETE CASCADE,
  contado_en TIMESTAMPTZ
);
COMMENT ON TABLE fluxion.full_counts IS 'When all of a store''s stock was last counted: a product without a row in stock_actual was not there then.';
COMMENT ON COLUMN fluxion.full_counts.contado_en IS 'NULL: never.';

CREATE FUNCTION fluxion.stock_change(
  tipo text, cantidad numeric, origen text, destino text, store text, code text) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  -- Some sources write what leaves as a negative quantity, others as a positive one.
  WHEN tipo = 'salida' THEN -abs(cantidad)
  WHEN tipo = 'transferencia' AND destino IN (store, code) AND (origen IN (store, code)) IS NOT TRUE THEN abs(cantidad)
  WHEN tipo = 'transferencia' AND origen IN (store, code) AND (destino IN (store, code)) IS NOT TRUE THEN -abs(cantidad)
  -- An entry or a correction, as signed; so a transfer that does not say which way it went.
  ELSE cantidad
END;
COMMENT ON FUNCTION fluxion.stock_change(text, numeric, text, text, text, text) IS
  'What a movement adds to the stock of the store with this id and code.';

-- When a row's stock was told by a count or a report. A report without a moment is older than any count.
CREATE FUNCTION fluxion.counted_at(contada numeric, contada_en timestamptz, actualizada timestamptz) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(contada_en, CASE WHEN contada IS NULL THEN actualizada END, '-infinity');
COMMENT ON FUNCTION fluxion.counted_at(numeric, timestamptz, timestamptz) IS
  'When a row of stock_actual was counted or reported, from its columns; -infinity: never.';

CREATE FUNCTION fluxion.lock_stock(store text, products text[]) RETURNS timestamptz
LANGUAGE plpgsql AS $$
DECLARE
  counted timestamptz;
BEGIN
  -- An update rather than a mere lock: under REPEATABLE READ it fails where the other load would not be seen.
  INSERT INTO fluxion.full_counts AS c (ubicacion_id) VALUES (store)
  ON CONFLICT (ubicacion_id) DO UPDATE SET contado_en = c.contado_en
  RETURNING contado_en INTO counted;
  -- In one order, for those who lock rows and not the store.
  IF products IS NULL THEN
    PERFORM FROM public.stock_actual AS s WHERE s.ubicacion_id = store ORDER BY s.producto_id FOR UPDATE;
  ELSE
    PERFORM FROM public.stock_actual AS s
    WHERE s.ubicacion_id = store AND s.producto_id IN (SELECT unnest(products)) ORDER BY s.producto_id FOR UPDATE;
  END IF;
  RETURN counted;
END $$;
COMMENT ON FUNCTION fluxion.lock_stock(text, text[]) IS
  'Locks a store''s stock against other loads, and the rows of these products (NULL: all) against everybody; returns when all of it was last counted.';

CREATE FUNCTION fluxion.stock_bases(store text, products text[])
RETURNS TABLE (producto_id text, has_row boolean, kind text, cantidad numeric, momento timestamptz, first_day date)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT p.id, s.producto_id IS NOT NULL, k.kind, b.cantidad, b.momento,
    -- A business day may go on past midnight.
    (b.momento AT TIME ZONE u.zona_horaria)::date - 1
  FROM (SELECT DISTINCT unnest(products) AS id) AS p
  JOIN public.ubicaciones AS u ON u.id = store
  LEFT JOIN fluxion.full_counts AS c ON c.ubicacion_id = store
  LEFT JOIN public.stock_actual AS s ON s.ubicacion_id = store AND s.producto_id = p.id
  CROSS JOIN LATERAL (SELECT CASE
    WHEN s.contada_en >= coalesce(c.contado_en, '-infinity') THEN 'counted'
    WHEN s.producto_id IS NOT NULL AND s.cantidad_contada IS NULL
      AND (c.contado_en IS NULL OR s.ultima_actualizacion >= c.contado_en) THEN 'reported'
    ELSE 'absent' END AS kind) AS k
  CROSS JOIN LATERAL (SELECT
    CASE k.kind WHEN 'counted' THEN s.cantidad_contada WHEN 'reported' THEN s.cantidad ELSE 0 END AS cantidad,
    CASE k.kind WHEN 'counted' THEN s.contada_en
      -- Nobody knows which movements such a report includes, so none is added to it.
      WHEN 'reported' THEN coalesce(s.ultima_actualizacion, 'infinity')
      ELSE coalesce(c.contado_en, '-infinity') END AS momento) AS b;
END;
COMMENT ON FUNCTION fluxion.stock_bases(text, text[]) IS
  'What the stock of each product starts from: how much, as of when, and the first business date that may have later movements. kind: counted, reported, or absent (not there when all was last counted, or never counted).';

-- Without nested loops: the server cannot know how many products and movements there are, takes them for a few, and would
-- compare each with each.
CREATE FUNCTION fluxion.recompute_stock(store text, products text[], first_day date, last_day date) RETURNS void
LANGUAGE plpgsql SET enable_nestloop = off AS $$
DECLARE
  since date;
  begins_earlier boolean;
BEGIN
  PERFORM fluxion.lock_stock(store, products);

  -- Where a movement told the stock that it left behind, nothing before it matters, so most loads need not look back
  -- further than to their own days, even if a product was never counted.
  SELECT min(b.first_day), bool_or(b.first_day < recompute_stock.first_day) INTO since, begins_earlier
  FROM fluxion.stock_bases(store, products) AS b;
  IF begins_earlier THEN
    SELECT min(CASE WHEN b.first_day < recompute_stock.first_day AND t.last > b.momento THEN recompute_stock.first_day ELSE b.first_day END)
    INTO since
    FROM fluxion.stock_bases(store, products) AS b
    LEFT JOIN (
      SELECT m.producto_id, max(m.fecha_hora) AS last FROM public.movimientos_inventario AS m
      WHERE m.ubicacion_id = store AND m.fecha >= recompute_stock.first_day AND m.stock_nuevo IS NOT NULL
      GROUP BY m.producto_id) AS t ON t.producto_id = b.producto_id;
  END IF;

  WITH base AS MATERIALIZED (
    SELECT * FROM fluxion.stock_bases(store, products)),
  movement AS MATERIALIZED (
    SELECT m.producto_id, m.tipo_movimiento, m.subtipo, m.fecha_hora, m.stock_nuevo, c.change,
      m.fecha >= b.first_day AND m.fecha_hora > b.momento AS counts,
      -- Sources number their movements upwards, so of two at the same moment the longer number is the later one.
      ROW (m.fecha, m.fecha_hora, length(m.id), m.id COLLATE "C") AS place
    FROM public.movimientos_inventario AS m
    JOIN base AS b ON b.producto_id = m.producto_id
    JOIN public.ubicaciones AS u ON u.id = m.ubicacion_id
    CROSS JOIN LATERAL (
      SELECT fluxion.stock_change(m.tipo_movimiento, m.cantidad, m.origen, m.destino, u.id, u.codigo) AS change) AS c
    WHERE m.ubicacion_id = store
      AND (m.fecha BETWEEN recompute_stock.first_day AND recompute_stock.last_day OR m.fecha >= since)),
  told AS (
    SELECT DISTINCT ON (m.producto_id) m.producto_id, m.stock_nuevo, m.place FROM movement AS m
    WHERE m.counts AND m.stock_nuevo IS NOT NULL ORDER BY m.producto_id, m.place DESC),
  moved AS (
    SELECT m.producto_id, sum(m.change) FILTER (WHERE m.counts AND (t.place IS NULL OR m.place > t.place)) AS change,
      max(m.fecha_hora) FILTER (WHERE m.counts) AS last,
      -- What customers bring back and what a count finds did not come in.
      max(m.fecha_hora) FILTER (WHERE m.change > 0 AND m.tipo_movimiento <> 'ajuste' AND m.subtipo IS DISTINCT FROM 'devolucion') AS entered,
      max(m.fecha_hora) FILTER (WHERE m.change < 0) AS went
    FROM movement AS m LEFT JOIN told AS t ON t.producto_id = m.producto_id
    GROUP BY m.producto_id),
  stock AS MATERIALIZED (
    SELECT b.producto_id, b.has_row, b.kind = 'absent' AND m.last IS NULL AS gone, n.*,
      s.cantidad_disponible + n.cantidad - s.cantidad AS disponible,
      CASE WHEN m.last IS NULL AND n.cantidad = s.cantidad THEN s.valor_inventario
        ELSE round(n.cantidad * s.costo_promedio, 2) END AS valor,
      greatest(s.ultima_entrada, m.entered) AS entrada, greatest(s.ultima_salida, m.went) AS salida
    FROM base AS b
    LEFT JOIN told AS t ON t.producto_id = b.producto_id
    LEFT JOIN moved AS m ON m.producto_id = b.producto_id
    LEFT JOIN public.stock_actual AS s ON s.ubicacion_id = store AND s.producto_id = b.producto_id
    CROSS JOIN LATERAL (SELECT
      coalesce(t.stock_nuevo, b.cantidad) + coalesce(m.change, 0) AS cantidad,
      -- A report becomes what later movements are added to as soon as there are any.
      CASE WHEN b.kind <> 'reported' OR m.last IS NOT NULL THEN b.cantidad END AS contada,
      CASE WHEN b.kind = 'counted' OR b.kind = 'reported' AND m.last IS NOT NULL THEN b.momento END AS contada_en,
      CASE WHEN b.kind = 'reported' AND m.last IS NULL THEN s.ultima_actualizacion
        ELSE greatest(b.momento, m.last) END AS actualizada) AS n),
  removed AS (
    DELETE FROM public.stock_actual AS s USING stock AS n
    WHERE n.gone AND s.ubicacion_id = store AND s.producto_id = n.producto_id),
  changed AS (
    UPDATE public.stock_actual AS s
    SET cantidad = n.cantidad, cantidad_contada = n.contada, contada_en = n.contada_en, cantidad_disponible = n.disponible,
      valor_inventario = n.valor, ultima_entrada = n.entrada, ultima_salida = n.salida, ultima_actualizacion = n.actualizada
    FROM stock AS n
    WHERE NOT n.gone AND s.ubicacion_id = store AND s.producto_id = n.producto_id
      AND (s.cantidad, s.cantidad_contada, s.contada_en, s.cantidad_disponible, s.valor_inventario, s.ultima_entrada,
          s.ultima_salida, s.ultima_actualizacion)
        IS DISTINCT FROM (n.cantidad, n.contada, n.contada_en, n.disponible, n.valor, n.entrada, n.salida, n.actualizada))
  INSERT INTO public.stock_actual
    (ubicacion_id, producto_id, cantidad, cantidad_contada, contada_en, ultima_entrada, ultima_salida, ultima_actualizacion)
  SELECT store, n.producto_id, n.cantidad, n.contada, n.contada_en, n.entrada, n.salida, n.actualizada
  FROM stock AS n WHERE NOT n.has_row AND NOT n.gone ORDER BY n.producto_id;
END $$;
COMMENT ON FUNCTION fluxion.recompute_stock(text, text[], date, date) IS
  'Recomputes the stock of these products of a store from their bases and the movements since; the dates are those of movements that may be new, NULL if none are. A product that was neither counted nor moved has no row.';

-- With id: a foreign key's check of a receipt line looks its receipt up by all three, and before a month has statistics the
-- server takes whichever index it likes, which then reads all receipts of the day for each line.
DROP INDEX public.facturas_fecha_ubicacion_idx;
CREATE INDEX facturas_fecha_ubicacion_idx ON public.facturas (fecha, ubicacion_id, id);
