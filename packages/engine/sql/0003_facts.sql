-- The facts: sales lines, receipts, receipt lines, inventory movements. Range-partitioned by month on the store's
-- business date `fecha`, one level. Primary keys are (ubicacion_id, fecha, id) because a store's business day is the unit
-- that is loaded, replaced and read, and because such tables can be distributed by store on Citus without changes.
--
-- ventas_raw has no separate index on (ubicacion_id, fecha): the primary key starts with these columns and serves the same
-- queries, while a second index would slow down every load.
--
-- The facts declare no foreign keys to the masters. PostgreSQL checks such a key row by row, which costs more than the load
-- itself, and each check locks the product's row, where it meets the other stores' loads. Migration 0007 enforces the same
-- rule once per statement instead.

CREATE TABLE public.ventas_raw (
  id BIGINT NOT NULL,
  ubicacion_id VARCHAR(50) NOT NULL,
  fecha DATE NOT NULL,
  fecha_hora TIMESTAMPTZ,
  numero_factura VARCHAR(50),
  linea INTEGER,
  producto_id VARCHAR(50),
  cantidad NUMERIC(18,6),
  precio_unitario NUMERIC(18,6),
  costo_unitario NUMERIC(18,6),
  monto_total NUMERIC(18,6),
  created_at TIMESTAMPTZ DEFAULT now(),
  carga_id VARCHAR(50),
  PRIMARY KEY (ubicacion_id, fecha, id)
) PARTITION BY RANGE (fecha);
-- A sequence rather than an identity column: in PostgreSQL 16, partitions do not inherit identity columns, so rows written
-- directly into a partition would get no id.
CREATE SEQUENCE public.ventas_raw_id_seq OWNED BY public.ventas_raw.id;
ALTER TABLE public.ventas_raw ALTER COLUMN id SET DEFAULT nextval('public.ventas_raw_id_seq');
COMMENT ON TABLE public.ventas_raw IS 'Every sales line of the chain exactly once. Negative quantities are returns.';
COMMENT ON COLUMN public.ventas_raw.fecha IS 'The store''s business date, not the server''s.';
COMMENT ON COLUMN public.ventas_raw.costo_unitario IS 'Unit cost on the day of the sale; margins are computed from it.';
COMMENT ON COLUMN public.ventas_raw.carga_id IS 'The load that brought the line (cargas.id). No foreign key: a load always replaces a whole day.';
CREATE INDEX ventas_raw_fecha_brin ON public.ventas_raw USING brin (fecha);

CREATE TABLE public.facturas (
  id VARCHAR(50) NOT NULL,
  ubicacion_id VARCHAR(50) NOT NULL,
  fecha DATE NOT NULL,
  numero_factura VARCHAR(50) NOT NULL,
  caja VARCHAR(20),
  cajero VARCHAR(100),
  fecha_hora TIMESTAMPTZ NOT NULL,
  turno VARCHAR(20),
  cliente_nombre VARCHAR(200),
  cliente_rif VARCHAR(20),
  subtotal NUMERIC(18,2),
  descuento NUMERIC(18,2),
  base_imponible NUMERIC(18,2),
  impuesto NUMERIC(18,2),
  imp_igtf NUMERIC(18,2),
  total_bs NUMERIC(18,2),
  tasa_cambio NUMERIC(18,2),
  total_usd NUMERIC(18,2),
  efectivo_bs NUMERIC(18,2),
  efectivo_usd NUMERIC(18,2),
  tarjeta_debito_bs NUMERIC(18,2),
  tarjeta_credito_bs NUMERIC(18,2),
  pago_movil_bs NUMERIC(18,2),
  transferencia_bs NUMERIC(18,2),
  zelle_usd NUMERIC(18,2),
  otros_bs NUMERIC(18,2),
  otros_usd NUMERIC(18,2),
  cantidad_items INTEGER,
  moneda_principal VARCHAR(3),
  es_pago_mixto BOOLEAN,
  created_at TIMESTAMPTZ DEFAULT now(),
  PRIMARY KEY (ubicacion_id, fecha, id)
) PARTITION BY RANGE (fecha);
COMMENT ON TABLE public.facturas IS 'Receipts with their payments, for the stores that deliver them. Their lines are in items_facturas and, like every sale, in ventas_raw.';
COMMENT ON COLUMN public.facturas.numero_factura IS 'Not unique, not even within a store: invoice numbers collide.';
COMMENT ON COLUMN public.facturas.tasa_cambio IS 'Bolívares per US dollar.';
CREATE INDEX facturas_fecha_ubicacion_idx ON public.facturas (fecha, ubicacion_id);

CREATE TABLE public.items_facturas (
  id VARCHAR(50) NOT NULL,
  ubicacion_id VARCHAR(50) NOT NULL,
  fecha DATE NOT NULL,
  factura_id VARCHAR(50) NOT NULL,
  numero_factura VARCHAR(50) NOT NULL,
  producto_id VARCHAR(50),
  fecha_hora TIMESTAMPTZ NOT NULL,
  cantidad NUMERIC(12,4) NOT NULL,
  precio_unitario NUMERIC(12,4),
  precio_total NUMERIC(18,2),
  descuento NUMERIC(20,4) DEFAULT 0,
  costo_unitario NUMERIC(12,4),
  costo_total NUMERIC(18,2),
  margen NUMERIC(18,2),
  PRIMARY KEY (ubicacion_id, fecha, id)
) PARTITION BY RANGE (fecha);
COMMENT ON TABLE public.items_facturas IS 'Lines of receipts. Each month''s partition has a foreign key (ubicacion_id, fecha, factura_id) to the same month''s facturas.';
COMMENT ON COLUMN public.items_facturas.margen IS 'precio_total minus costo_total, in the same currency and at the line''s own cost.';
CREATE INDEX items_facturas_fecha_producto_idx ON public.items_facturas (fecha, producto_id);
-- For the foreign key: without this index, replacing a day of receipts would scan the day's lines once per receipt.
CREATE INDEX items_facturas_factura_idx ON public.items_facturas (ubicacion_id, fecha, factura_id);

CREATE TABLE public.movimientos_inventario (
  id VARCHAR(50) NOT NULL,
  ubicacion_id VARCHAR(50) NOT NULL,
  fecha DATE NOT NULL,
  fecha_hora TIMESTAMPTZ NOT NULL,
  producto_id VARCHAR(50) NOT NULL,
  tipo_movimiento VARCHAR(30) NOT NULL CHECK (tipo_movimiento IN ('entrada', 'salida', 'ajuste', 'transferencia')),
  -- venta, compra, devolucion, merma, ...: unchecked, since every chain has its own kinds.
  subtipo VARCHAR(30),
  origen VARCHAR(100),
  destino VARCHAR(100),
  referencia VARCHAR(100),
  cantidad NUMERIC(12,4) NOT NULL,
  stock_anterior NUMERIC(12,4),
  stock_nuevo NUMERIC(12,4),
  costo_unitario NUMERIC(12,4),
  valor_total NUMERIC(18,2),
  usuario VARCHAR(100),
  observaciones TEXT,
  PRIMARY KEY (ubicacion_id, fecha, id)
) PARTITION BY RANGE (fecha);
COMMENT ON TABLE public.movimientos_inventario IS 'Every movement of stock. stock_anterior and stock_nuevo are as the source reported them, and may be negative.';
CREATE INDEX movimientos_inventario_fecha_ubicacion_producto_idx
  ON public.movimientos_inventario (fecha, ubicacion_id, producto_id);
