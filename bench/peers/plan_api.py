"""The API as the original plan drew it: FastAPI over SQLAlchemy and psycopg2, one process, a pool of 5 connections and 10
more, each tried before it is used. It answers three questions of Fluxion's API over the same tables, in the same shape, and
asks nobody who they are.
"""

import os
from datetime import date

from fastapi import Depends, FastAPI, Query
from pydantic import BaseModel
from sqlalchemy import Column, Date, DateTime, ForeignKey, Integer, Numeric, String, Text, BigInteger, create_engine, text
from sqlalchemy.orm import Session, declarative_base, relationship, sessionmaker
from sqlalchemy.pool import QueuePool

engine = create_engine(
    os.environ["DATABASE_URL"],
    poolclass=QueuePool,
    pool_size=5,
    max_overflow=10,
    pool_pre_ping=True,
    echo=False,
)
SessionLocal = sessionmaker(autocommit=False, autoflush=False, bind=engine)
Base = declarative_base()


class Venta(Base):
    __tablename__ = "ventas_raw"
    ubicacion_id = Column(String, primary_key=True)
    fecha = Column(Date, primary_key=True)
    id = Column(BigInteger, primary_key=True)
    fecha_hora = Column(DateTime(timezone=True))
    numero_factura = Column(String)
    linea = Column(Integer)
    producto_id = Column(String)
    cantidad = Column(Numeric(18, 6))
    precio_unitario = Column(Numeric(18, 6))
    monto_total = Column(Numeric(18, 6))


class Pedido(Base):
    __tablename__ = "pedidos"
    id = Column(String, primary_key=True, server_default=text("gen_random_uuid()::text"))
    ubicacion_id = Column(String, nullable=False)
    fecha = Column(Date, nullable=False)
    estado = Column(String, server_default="borrador")
    observaciones = Column(Text)
    lineas = relationship("Linea")


class Linea(Base):
    __tablename__ = "pedidos_detalle"
    id = Column(String, primary_key=True, server_default=text("gen_random_uuid()::text"))
    pedido_id = Column(String, ForeignKey("pedidos.id"), nullable=False)
    producto_id = Column(String, nullable=False)
    cantidad_solicitada = Column(Numeric(12, 4), nullable=False)


class LineaNueva(BaseModel):
    producto_id: str
    cantidad_solicitada: str


class PedidoNuevo(BaseModel):
    ubicacion_id: str
    lineas: list[LineaNueva]


app = FastAPI()


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


@app.get("/ventas")
def get_ventas(
    fecha_inicio: date,
    fecha_fin: date,
    ubicacion_id: str = Query(...),
    limite: int = 100,
    db: Session = Depends(get_db),
):
    ventas = (
        db.query(Venta)
        .filter(Venta.fecha >= fecha_inicio, Venta.fecha <= fecha_fin, Venta.ubicacion_id == ubicacion_id)
        .order_by(Venta.fecha, Venta.ubicacion_id, Venta.id)
        .limit(limite)
        .all()
    )
    return {"datos": ventas}


SUMAS = """sum(venta_total) AS venta_total, sum(unidades) AS unidades, sum(lineas) AS lineas,
           sum(total_facturas) AS facturas, round(sum(venta_total) / nullif(sum(total_facturas), 0), 2) AS ticket_promedio
      FROM ventas_diarias WHERE fecha BETWEEN :desde AND :hasta"""


@app.get("/estadisticas")
def get_estadisticas(fecha_inicio: date, fecha_fin: date, db: Session = Depends(get_db)):
    rango = {"desde": fecha_inicio, "hasta": fecha_fin}

    def filas(sql):
        return [dict(fila) for fila in db.execute(text(sql), rango).mappings()]

    return {
        "rango": {"fecha_inicio": fecha_inicio, "fecha_fin": fecha_fin},
        "totales": filas(f"SELECT {SUMAS}")[0],
        "por_tienda": filas(f"SELECT ubicacion_id, {SUMAS} GROUP BY ubicacion_id ORDER BY venta_total DESC"),
        "por_dia": filas(f"SELECT fecha, {SUMAS} GROUP BY fecha ORDER BY fecha"),
    }


@app.post("/pedidos", status_code=201)
def post_pedido(pedido: PedidoNuevo, db: Session = Depends(get_db)):
    fila = Pedido(ubicacion_id=pedido.ubicacion_id, fecha=date.today())
    fila.lineas = [Linea(producto_id=linea.producto_id, cantidad_solicitada=linea.cantidad_solicitada) for linea in pedido.lineas]
    db.add(fila)
    db.commit()
    return {"id": fila.id, "estado": fila.estado}
