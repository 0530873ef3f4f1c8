-- HTTP sources: tills whose API is asked for a store's day. What a source is asked, and how its answer is understood, is one
-- JSON document that a person wrote; headers name the environment's variables that hold secrets, never the secrets.

CREATE TABLE public.fuentes (
  nombre VARCHAR(50) PRIMARY KEY CHECK (nombre ~ '^[a-z0-9][a-z0-9_-]*$'),
  definicion JSONB NOT NULL,
  feed VARCHAR(50) NOT NULL GENERATED ALWAYS AS (definicion ->> 'feed') STORED,
  cada_minutos INTEGER GENERATED ALWAYS AS ((definicion #>> '{schedule,everyMinutes}')::integer) STORED CHECK (cada_minutos > 0),
  diaria_a_las TEXT GENERATED ALWAYS AS (definicion #>> '{schedule,dailyAt}') STORED CHECK (diaria_a_las ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  activo BOOLEAN NOT NULL DEFAULT true,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  updated_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
COMMENT ON TABLE public.fuentes IS 'HTTP sources that store-days are fetched from.';
COMMENT ON COLUMN public.fuentes.definicion IS 'What is asked of the source and how its answer is understood, as docs/sources.md describes; without secrets.';
COMMENT ON COLUMN public.fuentes.cada_minutos IS 'The schedule asks for each store''s current day this often; NULL: never.';
COMMENT ON COLUMN public.fuentes.diaria_a_las IS 'The schedule asks for the whole previous day at this time of the store''s own clock, HH:MM; NULL: never.';
COMMENT ON COLUMN public.fuentes.activo IS 'False: the schedule leaves it alone; a person may still load from it.';

CREATE TABLE public.fuentes_estado (
  fuente VARCHAR(50) NOT NULL REFERENCES public.fuentes (nombre) ON DELETE CASCADE,
  ubicacion_id VARCHAR(50) REFERENCES public.ubicaciones (id) ON DELETE CASCADE,
  fallos INTEGER NOT NULL DEFAULT 0 CHECK (fallos >= 0),
  aperturas INTEGER NOT NULL DEFAULT 0 CHECK (aperturas >= 0),
  abierta TIMESTAMPTZ,
  ultimo_exito TIMESTAMPTZ,
  ultimo_fallo TIMESTAMPTZ,
  mensaje TEXT,
  CONSTRAINT fuentes_estado_key UNIQUE NULLS NOT DISTINCT (fuente, ubicacion_id),
  CONSTRAINT fuentes_estado_abierta_check CHECK ((aperturas > 0) = (abierta IS NOT NULL))
);
COMMENT ON TABLE public.fuentes_estado IS
  'Circuit breakers: how a source has answered for each store of late. A store that failed several times in a row is not asked for a while.';
COMMENT ON COLUMN public.fuentes_estado.ubicacion_id IS 'NULL: the source is of a master table, and asked for all stores at once.';
COMMENT ON COLUMN public.fuentes_estado.fallos IS 'Failures in a row.';
COMMENT ON COLUMN public.fuentes_estado.aperturas IS 'How often in a row the breaker has opened: each time it stays open twice as long.';
COMMENT ON COLUMN public.fuentes_estado.abierta IS 'Since when the breaker is open; NULL: it is closed, and the store is asked.';
COMMENT ON COLUMN public.fuentes_estado.mensaje IS 'Why the last failure failed.';
CREATE INDEX fuentes_estado_ubicacion_id_idx ON public.fuentes_estado (ubicacion_id);

CREATE TRIGGER touch BEFORE UPDATE ON public.fuentes FOR EACH ROW
  WHEN ((OLD.definicion, OLD.activo) IS DISTINCT FROM (NEW.definicion, NEW.activo)) EXECUTE FUNCTION fluxion.touch_updated_at();
