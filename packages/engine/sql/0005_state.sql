-- Current stock, and stored calculations.

CREATE TABLE public.stock_actual (
  ubicacion_id VARCHAR(50) NOT NULL REFERENCES public.ubicaciones (id),
  producto_id VARCHAR(50) NOT NULL REFERENCES public.productos (id),
  -- Negative stock is allowed: it is a signal, not an error.
  cantidad NUMERIC(12,4) NOT NULL DEFAULT 0,
  cantidad_reservada NUMERIC(12,4) DEFAULT 0,
  cantidad_disponible NUMERIC(12,4),
  valor_inventario NUMERIC(18,2),
  costo_promedio NUMERIC(12,4),
  ultima_entrada TIMESTAMPTZ,
  ultima_salida TIMESTAMPTZ,
  ultima_venta TIMESTAMPTZ,
  ultima_actualizacion TIMESTAMPTZ DEFAULT now(),
  demanda_7_dias NUMERIC(12,4),
  demanda_30_dias NUMERIC(12,4),
  rotacion_anual NUMERIC(12,4),
  requiere_reposicion BOOLEAN DEFAULT false,
  dias_sin_movimiento INTEGER DEFAULT 0,
  fecha_proximo_vencimiento DATE,
  PRIMARY KEY (ubicacion_id, producto_id)
);
COMMENT ON TABLE public.stock_actual IS 'Stock of a product in a store, as last reported. May be negative.';
COMMENT ON COLUMN public.stock_actual.cantidad_disponible IS 'cantidad minus cantidad_reservada, as reported by the source; NULL: not reported.';
COMMENT ON COLUMN public.stock_actual.dias_sin_movimiento IS 'As reported. The views count from ultima_entrada, ultima_salida and ultima_venta where one of them is known.';
COMMENT ON COLUMN public.stock_actual.fecha_proximo_vencimiento IS 'Earliest expiry date of the goods in stock.';

-- Narrower than the primary key, which starts with the same column, so counting a store's products reads fewer pages.
CREATE INDEX stock_actual_ubicacion_idx ON public.stock_actual (ubicacion_id);
CREATE INDEX stock_actual_producto_idx ON public.stock_actual (producto_id);
CREATE INDEX stock_actual_reposicion_idx ON public.stock_actual (requiere_reposicion) WHERE requiere_reposicion;

CREATE TABLE public.conjuntos_sustituibles (
  id VARCHAR(50) PRIMARY KEY DEFAULT gen_random_uuid()::text,
  nombre VARCHAR(100) NOT NULL UNIQUE,
  categoria VARCHAR(50),
  tipo_conjunto VARCHAR(20) DEFAULT 'sustituibles' CHECK (tipo_conjunto IN ('sustituibles', 'complementarios')),
  activo BOOLEAN DEFAULT true
);
COMMENT ON TABLE public.conjuntos_sustituibles IS 'Sets of products that can replace (or complement) each other; productos.conjunto_sustituible names the set.';
CREATE INDEX conjuntos_sustituibles_categoria_idx ON public.conjuntos_sustituibles (categoria);

CREATE TABLE public.productos_abc_v2_historico (
  id VARCHAR(50) PRIMARY KEY DEFAULT gen_random_uuid()::text,
  -- No foreign keys: a calculation stays as it was, even if its product or store is gone.
  codigo_producto VARCHAR(50) NOT NULL,
  ubicacion_id VARCHAR(50) NOT NULL,
  fecha_calculo DATE NOT NULL,
  clasificacion_abc_valor VARCHAR(20),
  clasificacion_xyz VARCHAR(2),
  matriz VARCHAR(2),
  ranking_valor INTEGER,
  -- Money: the NUMERIC(8,4) of the columns below would overflow at 10,000.
  valor_consumo_total NUMERIC(18,4),
  porcentaje_valor NUMERIC(8,4),
  porcentaje_acumulado NUMERIC(8,4),
  coeficiente_variacion NUMERIC(12,4),
  demanda_promedio_semanal NUMERIC(12,4),
  UNIQUE (codigo_producto, ubicacion_id, fecha_calculo)
);
COMMENT ON TABLE public.productos_abc_v2_historico IS 'ABC (by value) and XYZ (by variability) class of a product in a store, as calculated on a given date.';
COMMENT ON COLUMN public.productos_abc_v2_historico.codigo_producto IS 'productos.codigo at the time.';
CREATE INDEX productos_abc_v2_historico_codigo_idx ON public.productos_abc_v2_historico (codigo_producto);
CREATE INDEX productos_abc_v2_historico_ubicacion_idx ON public.productos_abc_v2_historico (ubicacion_id);
CREATE INDEX productos_abc_v2_historico_fecha_idx ON public.productos_abc_v2_historico (fecha_calculo);
