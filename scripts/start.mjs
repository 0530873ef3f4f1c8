/** `npm start`: `fluxion up`, with the demo chain if the database is empty. */
process.argv.splice(2, 0, 'up', '--demo');
await import('../bin/fluxion.mjs');
