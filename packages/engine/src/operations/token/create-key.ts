import type { OperationContext, Role } from '../context.ts';
import { InvalidInput } from '../invalid-input.ts';
import { narrowStores } from '../store/narrow.ts';
import { createToken, type CreatedToken } from './create.ts';
import { lesserRole } from './narrowed.ts';

interface CreateKey {
  readonly ctx: OperationContext;
  readonly input: {
    readonly name: string;
    readonly validDays: number;
    readonly role?: Role | undefined;
    readonly stores?: readonly string[] | undefined;
  };
}

/**
 * Makes an API token of the actor's for a program, which may do at most what the actor may.
 *
 * @throws InvalidInput BEYOND_OWN_ROLE, or UNKNOWN_STORE for stores that the actor may not see
 */
export async function createKey({ ctx, input }: CreateKey): Promise<CreatedToken> {
  const { role, stores } = input;
  if (role !== undefined && lesserRole(role, ctx.actor.rol) !== role) {
    throw new InvalidInput([{ field: 'rol', fault: 'BEYOND_OWN_ROLE', value: role }]);
  }
  if (stores !== undefined) {
    await narrowStores({ ctx, input: { stores } }).catch((error: unknown) => {
      if (!(error instanceof InvalidInput)) throw error;
      throw new InvalidInput(error.faults.map((fault) => ({ ...fault, field: 'ubicaciones' })));
    });
  }
  return createToken({ ctx, input: { ...input, userId: ctx.actor.id } });
}
