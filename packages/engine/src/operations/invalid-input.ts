import { FluxionError } from '../base/index.ts';

/** Why a value of the input cannot be used. A store that the actor may not see is as unknown as one that does not exist. */
export type InputFault =
  | 'UNKNOWN_STORE'
  | 'UNKNOWN_PRODUCT'
  | 'TAKEN'
  | 'UNKNOWN_TIME_ZONE'
  | 'BEYOND_OWN_ROLE'
  | 'MAY_NOT_SHARE'
  | 'PASSWORD_TOO_SHORT'
  | 'PASSWORD_TOO_LONG'
  | 'PASSWORD_IS_MAIL'
  | 'PASSWORD_COMMON';

export interface FieldFault {
  /** The input's field, named as the database's column. */
  readonly field: string;
  readonly fault: InputFault;
  readonly value: string;
}

/** The input of an operation names things that are not there. */
export class InvalidInput extends FluxionError {
  readonly faults: readonly FieldFault[];

  constructor(faults: readonly FieldFault[]) {
    const details = faults.map(({ field, fault, value }) => `${field}: ${fault} ${value}`);
    super('INVALID_INPUT', details.join('; '), { details });
    this.name = 'InvalidInput';
    this.faults = faults;
  }
}
