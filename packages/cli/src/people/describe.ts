import type { Person } from '@fluxion/engine/operations';

function describePerson({ correo, nombre, rol, ubicaciones, activo, con_clave, segundo_factor }: Person): string {
  const facts = [
    rol,
    ...(ubicaciones.length === 0 ? [] : [`stores ${ubicaciones.join(', ')}`]),
    con_clave ? 'has a password' : 'no password yet',
    ...(segundo_factor === 'activo' ? ['second factor'] : []),
    ...(activo ? [] : ['disabled']),
  ];
  return `${correo}  ${nombre}: ${facts.join('; ')}`;
}

/** One line for each person. */
export function describePeople(people: readonly Person[]): string {
  return people.length === 0 ? 'There is nobody yet.' : people.map(describePerson).join('\n');
}

/** How a link is used: only who serves the dashboard knows its address. */
export function describeLink(mail: string, link: string, expires: string): string {
  return [
    `With this behind the dashboard's address, ${mail} chooses a password, once and until ${expires.slice(0, 16)} UTC:`,
    `  /app/#enlace=${link}`,
  ].join('\n');
}
