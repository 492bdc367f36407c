import type { Foreign } from './foreign-text';
import type { JsonPart, SyntaxCause } from './syntax-cause';

// Otro signo que se le parece: este empieza y acaba lo que va como código.
const code = (text: string) => `\`${text.replaceAll('`', 'ˋ')}\``;

const names = { value: 'un valor', name: 'un nombre entre comillas dobles' } as const;

function nameOf(part: JsonPart): string {
  return part === 'value' || part === 'name' ? names[part] : code(part);
}

/** Por qué un texto no es ni JSON ni YAML, con su remedio, en español. */
export function spanishSyntaxText(cause: SyntaxCause): string {
  switch (cause.kind) {
    case 'expected': {
      const found = cause.found === null ? 'el texto se acaba' : `hay ${code(cause.found)}`;
      return cause.parts.includes('end')
        ? `el documento ya ha acabado y aún ${found}; quítalo`
        : `se esperaba ${cause.parts.map(nameOf).join(' o ')} y ${found}`;
    }
    case 'comment':
      return `en JSON no hay comentarios; quítalo, o escribe en YAML, donde empiezan por ${code('#')}`;
    case 'unclosed':
      return cause.mark === '"' || cause.mark === "'"
        ? `lo que empieza aquí con ${code(cause.mark)} no acaba; ciérralo con ${code(cause.mark)}`
        : `antes de esto falta ${code(cause.mark)}; ciérralo ahí`;
    case 'reserved':
      return `un texto no puede empezar por ${code(cause.found)}; ponlo entre comillas`;
    case 'escape':
      return `${code(cause.found)} no significa nada entre comillas dobles; para una barra invertida, escribe ${code('\\\\')}`;
    case 'alias':
      return `nada se llama ${code(cause.found)}; define antes ${code(cause.found.replace('*', '&'))}, o ponlo entre comillas`;
    case 'twice':
      return `el campo ${code(cause.found)} ya está; deja uno solo`;
    case 'unexpected':
      return `${code(cause.found)} no va aquí; quítalo, o cierra lo que hay antes`;
    case 'tab':
      return 'la línea empieza con un tabulador; sángrala con espacios';
    case 'indent':
      return 'la sangría no cuadra; lo que va junto empieza en la misma columna';
    case 'comma':
      return `antes de esto falta una coma; escribe ${code(',')}`;
    case 'colons':
      return 'hay dos veces dos puntos en la línea; pon el texto entre comillas, o el segundo campo en su propia línea';
    case 'field':
      return `esto no es un campo con su valor; escribe ${code('campo: valor')}, con un espacio tras los dos puntos`;
    case 'documents':
      return `con ${code('---')} empieza otro documento; deja uno solo`;
    case 'other':
      return `el analizador dice, en inglés: ${cause.message}`;
  }
}

/** Qué es un texto que no tiene nada de documento, en español. */
export function spanishForeignText(foreign: Foreign): string {
  switch (foreign.kind) {
    case 'page':
      return 'esto es una página web';
    case 'markup':
      return 'esto es un texto con etiquetas, como XML o SVG';
    case 'list':
      return 'esto es una lista';
    case 'words':
      return `esto es texto corriente (${code(foreign.begins)})`;
    case 'value':
      return `esto es un valor suelto (${code(foreign.begins)})`;
    case 'fields':
      return `esto es otra cosa (con ${foreign.fields.map(code).join(', ')})`;
  }
}
