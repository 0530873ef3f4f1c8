-- The masters: stores, products, categories, suppliers. Small and read everywhere; on Citus they would be reference tables.
--
-- Conventions for every table here. A column is NOT NULL where a row has no meaning without the value; elsewhere NULL
-- means "not stated", because a chain's own files are loaded as they are. Instants are TIMESTAMPTZ. The server sets
-- created_at, and a trigger keeps updated_at current. Quantities of goods are NUMERIC(12,4), since some goods are sold by weight.

CREATE SCHEMA IF NOT EXISTS fluxion;
COMMENT ON SCHEMA fluxion IS 'Fluxion''s internals: functions, triggers'' helpers and the ledger of migrations. The chain''s tables are in public.';

CREATE FUNCTION fluxion.touch_updated_at() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END $$;
COMMENT ON FUNCTION fluxion.touch_updated_at() IS 'Row trigger: stamps updated_at on every change.';

-- Not strictly IMMUTABLE (the zones come from the server's tz database), but a valid zone stays valid.
CREATE FUNCTION fluxion.is_time_zone(name text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  -- The pattern rejects abbreviations and POSIX zones ('VET', 'UTC-4'): PostgreSQL accepts them, POSIX ones with the sign reversed.
  IF name <> 'UTC' AND name !~ '^[A-Z][A-Za-z_]*(/[A-Za-z0-9_+-]+)+$' THEN
    RETURN false;
  END IF;
  PERFORM TIMESTAMP '2000-01-01' AT TIME ZONE name;
  RETURN true;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN false;
END $$;
COMMENT ON FUNCTION fluxion.is_time_zone(text) IS 'Whether the name is UTC or an IANA zone (Area/City) known to this server.';

CREATE TABLE public.ubicaciones (
  id VARCHAR(50) PRIMARY KEY,
  codigo VARCHAR(10) NOT NULL UNIQUE,
  nombre VARCHAR(100) NOT NULL,
  tipo VARCHAR(20) NOT NULL CHECK (tipo IN ('tienda', 'cedi')),
  region VARCHAR(50),
  ciudad VARCHAR(50),
  direccion TEXT,
  latitud NUMERIC(10,6),
  longitud NUMERIC(10,6),
  superficie_m2 NUMERIC(10,2),
  capacidad_almacenamiento_m3 NUMERIC(10,2),
  capacidad_maxima_productos INTEGER,
  horario_apertura TIME,
  horario_cierre TIME,
  dias_operacion VARCHAR(7) DEFAULT '1234567',
  -- NOT NULL and checked: a store's business day is derived in it, so a wrong zone moves sales to another day.
  zona_horaria VARCHAR(50) NOT NULL DEFAULT 'America/Caracas' CHECK (fluxion.is_time_zone(zona_horaria)),
  dias_reposicion_promedio INTEGER DEFAULT 7,
  factor_seguridad NUMERIC(4,2) DEFAULT 1.5,
  activo BOOLEAN DEFAULT true,
  created_at TIMESTAMPTZ DEFAULT now(),
  updated_at TIMESTAMPTZ DEFAULT now()
);
COMMENT ON TABLE public.ubicaciones IS 'Stores (tienda) and distribution centres (cedi).';
COMMENT ON COLUMN public.ubicaciones.dias_operacion IS 'ISO weekdays on which the store is open, 1 = Monday.';
COMMENT ON COLUMN public.ubicaciones.zona_horaria IS 'IANA zone in which the store''s business day begins and ends.';
COMMENT ON COLUMN public.ubicaciones.dias_reposicion_promedio IS 'Days between an order and its goods, on average.';

CREATE TABLE public.productos (
  id VARCHAR(50) PRIMARY KEY,
  codigo VARCHAR(50) NOT NULL UNIQUE,
  codigo_barras VARCHAR(50),
  codigo_proveedor VARCHAR(50),
  descripcion VARCHAR(200) NOT NULL,
  descripcion_corta TEXT,
  descripcion_extendida TEXT,
  -- The till's own key of the category: not a foreign key, because files bring keys that categorias_config does not hold.
  categoria_id VARCHAR(50),
  categoria VARCHAR(50) NOT NULL,
  subcategoria VARCHAR(50),
  grupo VARCHAR(50),
  subgrupo VARCHAR(50),
  linea VARCHAR(50),
  marca VARCHAR(100),
  fabricante VARCHAR(100),
  modelo VARCHAR(100),
  presentacion VARCHAR(50),
  peso_unidad NUMERIC(10,4),
  volumen_unidad NUMERIC(10,4),
  unidad_medida VARCHAR(10) DEFAULT 'UND',
  unidades_por_bulto NUMERIC(12,4) DEFAULT 1 CHECK (unidades_por_bulto > 0),
  costo_promedio NUMERIC(12,4),
  precio_sugerido NUMERIC(12,4),
  margen_sugerido NUMERIC(5,2),
  dias_vencimiento INTEGER,
  es_perecedero BOOLEAN DEFAULT false,
  requiere_refrigeracion BOOLEAN DEFAULT false,
  requiere_lote BOOLEAN DEFAULT false,
  estacionalidad VARCHAR(50),
  patron_demanda VARCHAR(50),
  abc_classification VARCHAR(1) CHECK (abc_classification IN ('A', 'B', 'C')),
  xyz_classification VARCHAR(1) CHECK (xyz_classification IN ('X', 'Y', 'Z')),
  -- Matches conjuntos_sustituibles.nombre. Not a foreign key, because files may carry the till's own key instead.
  conjunto_sustituible VARCHAR(100),
  es_lider_conjunto BOOLEAN DEFAULT false,
  activo BOOLEAN DEFAULT true,
  discontinuado BOOLEAN DEFAULT false,
  fecha_discontinuacion DATE,
  es_provisional BOOLEAN NOT NULL DEFAULT false,
  created_at TIMESTAMPTZ DEFAULT now(),
  updated_at TIMESTAMPTZ DEFAULT now()
);
COMMENT ON TABLE public.productos IS 'The catalogue. Once sold or moved, a product is retired (activo, discontinuado), never deleted.';
COMMENT ON COLUMN public.productos.peso_unidad IS 'Grams of one unit.';
COMMENT ON COLUMN public.productos.volumen_unidad IS 'Millilitres of one unit.';
COMMENT ON COLUMN public.productos.unidades_por_bulto IS 'Units per case (bulto); orders are rounded to whole cases.';
COMMENT ON COLUMN public.productos.dias_vencimiento IS 'Shelf life in days; NULL: never expires.';
COMMENT ON COLUMN public.productos.margen_sugerido IS 'Percent of the price.';
COMMENT ON COLUMN public.productos.es_provisional IS 'A placeholder the database created because the product was sold or moved before it was in the catalogue; someone has to complete it.';

CREATE INDEX productos_categoria_idx ON public.productos (categoria, activo);
CREATE INDEX productos_abc_idx ON public.productos (abc_classification, activo);
CREATE INDEX productos_provisional_idx ON public.productos (id) WHERE es_provisional;

CREATE TABLE public.categorias_config (
  id VARCHAR(50) PRIMARY KEY DEFAULT gen_random_uuid()::text,
  categoria VARCHAR(50) NOT NULL,
  subcategoria VARCHAR(50),
  rotacion_objetivo INTEGER,
  dias_cobertura_min INTEGER DEFAULT 7,
  dias_cobertura_max INTEGER DEFAULT 30,
  factor_seguridad NUMERIC(4,2) DEFAULT 1.2,
  alerta_stock_bajo_porcentaje NUMERIC(5,2) DEFAULT 20,
  alerta_vencimiento_dias INTEGER DEFAULT 30,
  alerta_sin_movimiento_dias INTEGER DEFAULT 60,
  frecuencia_revision_dias INTEGER DEFAULT 7,
  lote_minimo_pedido NUMERIC(12,4) DEFAULT 1,
  multiple_pedido NUMERIC(12,4) DEFAULT 1,
  margen_minimo NUMERIC(5,2),
  margen_objetivo NUMERIC(5,2),
  margen_maximo NUMERIC(5,2),
  activo BOOLEAN DEFAULT true,
  created_at TIMESTAMPTZ DEFAULT now(),
  updated_at TIMESTAMPTZ DEFAULT now(),
  -- NULLS NOT DISTINCT: with two rows for "all subcategories" of a category it would be unclear which one applies.
  UNIQUE NULLS NOT DISTINCT (categoria, subcategoria)
);
COMMENT ON TABLE public.categorias_config IS 'Replenishment and alert settings of a category. Without a subcategoria (NULL or empty) the row applies to the whole category.';
COMMENT ON COLUMN public.categorias_config.rotacion_objetivo IS 'Target stock turns per year.';

CREATE TABLE public.proveedores (
  id VARCHAR(50) PRIMARY KEY,
  codigo VARCHAR(20) NOT NULL UNIQUE,
  nombre VARCHAR(200) NOT NULL,
  rif VARCHAR(20),
  direccion TEXT,
  telefono VARCHAR(50),
  email VARCHAR(100),
  contacto_principal VARCHAR(100),
  dias_credito INTEGER DEFAULT 0,
  descuento_pronto_pago NUMERIC(5,2),
  monto_minimo_pedido NUMERIC(18,2),
  lead_time_promedio INTEGER DEFAULT 7,
  dias_entrega VARCHAR(20),
  acepta_pedidos_urgentes BOOLEAN DEFAULT false,
  calificacion_calidad INTEGER CHECK (calificacion_calidad BETWEEN 1 AND 5),
  calificacion_servicio INTEGER CHECK (calificacion_servicio BETWEEN 1 AND 5),
  calificacion_precio INTEGER CHECK (calificacion_precio BETWEEN 1 AND 5),
  activo BOOLEAN DEFAULT true,
  created_at TIMESTAMPTZ DEFAULT now(),
  updated_at TIMESTAMPTZ DEFAULT now()
);
COMMENT ON TABLE public.proveedores IS 'Suppliers.';
COMMENT ON COLUMN public.proveedores.dias_entrega IS 'ISO weekdays on which the supplier delivers, e.g. 1,3,5.';
COMMENT ON COLUMN public.proveedores.lead_time_promedio IS 'Days from order to delivery, on average.';

CREATE TRIGGER touch BEFORE UPDATE ON public.ubicaciones FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION fluxion.touch_updated_at();
CREATE TRIGGER touch BEFORE UPDATE ON public.productos FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION fluxion.touch_updated_at();
CREATE TRIGGER touch BEFORE UPDATE ON public.categorias_config FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION fluxion.touch_updated_at();
CREATE TRIGGER touch BEFORE UPDATE ON public.proveedores FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION fluxion.touch_updated_at();
