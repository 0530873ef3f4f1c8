import { bebidas, congelados, hogar, licores, limpieza, mascotas } from './drinks-and-home.ts';
import type { Department } from './department.ts';
import { confiteria, panaderia, viveres } from './food.ts';
import { carnes, charcuteria, frutasVerduras, lacteos, pescaderia } from './fresh.ts';
import { bebes, cuidadoPersonal, medicamentos, salud } from './health-and-care.ts';

/** The whole catalogue: a supermarket with a pharmacy, as a Venezuelan chain has it. */
export const departments: readonly Department[] = [
  viveres,
  lacteos,
  frutasVerduras,
  carnes,
  charcuteria,
  pescaderia,
  panaderia,
  bebidas,
  licores,
  confiteria,
  congelados,
  limpieza,
  cuidadoPersonal,
  bebes,
  mascotas,
  hogar,
  medicamentos,
  salud,
];
