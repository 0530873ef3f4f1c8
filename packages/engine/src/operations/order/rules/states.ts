import { roles, type Role } from '../../context.ts';

export const orderStates = [
  'borrador',
  'solicitado',
  'aprobado',
  'rechazado',
  'en_preparacion',
  'en_transito',
  'recibido',
  'cancelado',
] as const;
export type OrderState = (typeof orderStates)[number];

/** What an order may become. */
export interface Step {
  readonly to: OrderState;
  /** Who may have it become so: people of this role or of one above. */
  readonly role: Role;
  /** Whether they must say why. */
  readonly reason?: true;
}

/** The store writes its order and asks for the goods; supply approves, prepares and ships them; the store receives them. */
const steps: Readonly<Record<OrderState, readonly Step[]>> = {
  borrador: [
    { to: 'solicitado', role: 'gerente_tienda' },
    { to: 'cancelado', role: 'gerente_tienda' },
  ],
  solicitado: [
    { to: 'borrador', role: 'gerente_tienda' },
    { to: 'aprobado', role: 'gestor_abastecimiento' },
    { to: 'rechazado', role: 'gestor_abastecimiento', reason: true },
    { to: 'cancelado', role: 'gerente_tienda' },
  ],
  aprobado: [
    { to: 'en_preparacion', role: 'gestor_abastecimiento' },
    { to: 'cancelado', role: 'gestor_abastecimiento', reason: true },
  ],
  en_preparacion: [
    { to: 'en_transito', role: 'gestor_abastecimiento' },
    { to: 'cancelado', role: 'gestor_abastecimiento', reason: true },
  ],
  en_transito: [{ to: 'recibido', role: 'gerente_tienda' }],
  rechazado: [],
  recibido: [],
  cancelado: [],
};

export const headerFields = ['ubicacion_origen_id', 'proveedor_id', 'fecha_entrega', 'observaciones'] as const;
export type HeaderField = (typeof headerFields)[number];
export const quantityFields = ['cantidad_solicitada', 'cantidad_aprobada', 'cantidad_recibida'] as const;
export type QuantityField = (typeof quantityFields)[number];

/** What may be changed of an order while it stays in its state. */
export interface Editing {
  /** Who may: people of this role or of one above. */
  readonly role: Role;
  readonly header: readonly HeaderField[];
  /** Of each line. Its remarks may be changed with it. */
  readonly quantity: QuantityField;
  /** Whether lines may be added and taken out. */
  readonly lines: boolean;
}

const supplyEdits = { role: 'gestor_abastecimiento', quantity: 'cantidad_aprobada', lines: false } as const;

const edits: Readonly<Partial<Record<OrderState, Editing>>> = {
  borrador: { role: 'gerente_tienda', header: headerFields, quantity: 'cantidad_solicitada', lines: true },
  solicitado: { ...supplyEdits, header: headerFields },
  aprobado: { ...supplyEdits, header: ['fecha_entrega', 'observaciones'] },
  en_preparacion: { ...supplyEdits, header: ['fecha_entrega', 'observaciones'] },
  en_transito: { role: 'gerente_tienda', header: ['observaciones'], quantity: 'cantidad_recibida', lines: false },
};

/** Whether a role is the one asked for, or above it. */
export function reaches(role: Role, asked: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(asked);
}

/** What an order in this state may become, whoever asks. */
export function stepsFrom(state: OrderState): readonly Step[] {
  return steps[state];
}

/** What may be changed of an order in this state; undefined: nothing, whoever asks. */
export function editingIn(state: OrderState): Editing | undefined {
  return edits[state];
}

/** What a person of the role may do with an order in this state: the states it may become, and what may be changed of it. */
export function allowedTo(
  role: Role,
  state: OrderState,
): { next: readonly OrderState[]; editing?: Editing | undefined } {
  const editing = edits[state];
  return {
    next: steps[state].filter((step) => reaches(role, step.role)).map(({ to }) => to),
    editing: editing !== undefined && reaches(role, editing.role) ? editing : undefined,
  };
}
