import { markup } from '../markup.ts';
import type { Section } from '../parts.ts';

/** What to do now. */
export function nextSection(steps: readonly string[]): Section {
  return {
    id: 'next',
    title: 'What to do next',
    content: [
      markup`<ol class="steps">
        ${steps.map((step) => markup`<li>${withCode(step)}</li>`)}
      </ol>`,
    ],
  };
}

/** Sets what stands between backquotes, and options, as code. */
function withCode(sentence: string) {
  return sentence
    .split(/(`[^`]*`|--on-loss [a-z]+|--[a-z][a-z-]*)/)
    .map((part, index) => (index % 2 === 0 ? part : markup`<code>${part.replaceAll('`', '')}</code>`));
}
