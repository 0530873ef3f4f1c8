-- Planners' settings per product and store, and per product and supplier.

CREATE TABLE public.producto_ubicacion_config (
  id VARCHAR(50) PRIMARY KEY DEFAULT gen_random_uuid()::text,
  ubicacion_id VARCHAR(50) NOT NULL REFERENCES public.ubicaciones (id),
  producto_id VARCHAR(50) NOT NULL REFERENCES public.productos (id),
  stock_minimo NUMERIC(12,4) NOT NULL CHECK (stock_minimo >= 0),
  stock_maximo NUMERIC(12,4) NOT NULL,
  punto_reorden NUMERIC(12,4),
  demanda_diaria_promedio NUMERIC(12,4),
  demanda_diaria_maxima NUMERIC(12,4),
  variabilidad_demanda NUMERIC(12,4),
  lead_time_dias INTEGER DEFAULT 7 CHECK (lead_time_dias > 0),
  dias_cobertura_objetivo INTEGER,
  dias_seguridad INTEGER DEFAULT 3 CHECK (dias_seguridad >= 0),
  lote_minimo_compra NUMERIC(12,4) DEFAULT 1,
  lote_multiple NUMERIC(12,4) DEFAULT 1,
  cantidad_maxima_pedido NUMERIC(12,4),
  precio_venta NUMERIC(12,4),
  margen_actual NUMERIC(5,2),
  precio_promocional NUMERIC(12,4),
  fecha_precio_promo_inicio DATE,
  fecha_precio_promo_fin DATE,
  generar_alerta_stock_bajo BOOLEAN DEFAULT true,
  generar_alerta_vencimiento BOOLEAN DEFAULT true,
  generar_alerta_sobrestock BOOLEAN DEFAULT true,
  permitir_venta BOOLEAN DEFAULT true,
  permitir_transferencia BOOLEAN DEFAULT true,
  es_producto_estrella BOOLEAN DEFAULT false,
  ubicacion_fisica VARCHAR(100),
  activo BOOLEAN DEFAULT true,
  observaciones TEXT,
  created_at TIMESTAMPTZ DEFAULT now(),
  updated_at TIMESTAMPTZ DEFAULT now(),
  UNIQUE (ubicacion_id, producto_id),
  CONSTRAINT producto_ubicacion_config_stock_maximo_check CHECK (stock_maximo > stock_minimo)
);
COMMENT ON TABLE public.producto_ubicacion_config IS 'Settings of a product in a store: stock levels, lead time, lots, prices, and which alerts it raises.';
COMMENT ON COLUMN public.producto_ubicacion_config.stock_minimo IS 'Units; stock at or below this is critical.';
COMMENT ON COLUMN public.producto_ubicacion_config.punto_reorden IS 'Reorder point in units; an order is due once stock reaches it.';
COMMENT ON COLUMN public.producto_ubicacion_config.variabilidad_demanda IS 'Standard deviation of the daily demand, or its ratio to the mean, as delivered by the chain''s own calculation.';
COMMENT ON COLUMN public.producto_ubicacion_config.dias_seguridad IS 'Safety stock in days of demand.';
COMMENT ON COLUMN public.producto_ubicacion_config.margen_actual IS 'Percent of the price.';

CREATE INDEX producto_ubicacion_config_activo_idx ON public.producto_ubicacion_config (ubicacion_id, activo);
-- Also serves the foreign key's check when a product is deleted.
CREATE INDEX producto_ubicacion_config_producto_idx ON public.producto_ubicacion_config (producto_id);

CREATE TABLE public.producto_proveedor_config (
  id VARCHAR(50) PRIMARY KEY DEFAULT gen_random_uuid()::text,
  producto_id VARCHAR(50) NOT NULL REFERENCES public.productos (id),
  proveedor_id VARCHAR(50) NOT NULL REFERENCES public.proveedores (id),
  precio_compra NUMERIC(12,4) NOT NULL,
  precio_anterior NUMERIC(12,4),
  moneda VARCHAR(3) DEFAULT 'VES',
  cantidad_minima NUMERIC(12,4) DEFAULT 1,
  multiple_compra NUMERIC(12,4) DEFAULT 1,
  lead_time_dias INTEGER DEFAULT 7,
  es_proveedor_principal BOOLEAN DEFAULT false,
  orden_preferencia INTEGER DEFAULT 1,
  activo BOOLEAN DEFAULT true,
  created_at TIMESTAMPTZ DEFAULT now(),
  updated_at TIMESTAMPTZ DEFAULT now(),
  UNIQUE (producto_id, proveedor_id)
);
COMMENT ON TABLE public.producto_proveedor_config IS 'A supplier''s price and lot sizes for a product.';
COMMENT ON COLUMN public.producto_proveedor_config.moneda IS 'ISO 4217 code of precio_compra.';
COMMENT ON COLUMN public.producto_proveedor_config.multiple_compra IS 'Units; orders must be a multiple of this.';

CREATE INDEX producto_proveedor_config_proveedor_idx ON public.producto_proveedor_config (proveedor_id);

CREATE TRIGGER touch BEFORE UPDATE ON public.producto_ubicacion_config FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION fluxion.touch_updated_at();
CREATE TRIGGER touch BEFORE UPDATE ON public.producto_proveedor_config FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION fluxion.touch_updated_at();
