import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

export interface Import {
  /** As it is written: `../architecture/document`, `react`. */
  specifier: string;
  line: number;
  isTypeOnly: boolean;
}

/** All files below a folder, as paths from the root of the project with `/` between. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.posix.join(entry.parentPath.replaceAll(path.sep, '/'), entry.name))
    .sort();
}

export const isScript = (file: string) => /\.tsx?$/.test(file);

export const read = (file: string) => readFileSync(file, 'utf8');

/** In AssemblyScript a function may have decorators, which no other parser reads; blanks in their place keep all offsets. */
const withoutDecorators = (text: string) =>
  text.replace(/^@\w+(\(.*?\))?/gm, (decorator) => ' '.repeat(decorator.length));

export function parse(file: string, text: string): ESTree.Program {
  const isAssemblyScript = file.startsWith('src/simulation/kernel/assembly/');
  const { program, errors } = parseSync(file, isAssemblyScript ? withoutDecorators(text) : text);
  if (errors[0] !== undefined) throw new Error(`${file} cannot be parsed: ${errors[0].message}`);
  return program;
}

export const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

/** Every way in which a file names another: import, export from, `import()`, `import('…').Type`, `new URL('…', import.meta.url)`. */
export function importsOf(file: string, text: string): Import[] {
  const imports: Import[] = [];
  const add = (from: ESTree.Node | null, isTypeOnly = false) => {
    if (from?.type !== 'Literal' || typeof from.value !== 'string') return;
    imports.push({ specifier: from.value, line: lineOf(text, from.start), isTypeOnly });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source, true),
    NewExpression: (node) => {
      const [address, base] = node.arguments;
      const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL';
      if (isUrl && address && base && text.slice(base.start, base.end) === 'import.meta.url') {
        add(address);
      }
    },
  }).visit(parse(file, text));
  return imports;
}

/** The file that a relative import means, without its ending: `src/architecture/document`. */
export function targetOf(file: string, specifier: string): string {
  const target = path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''));
  return target.replace(/\.tsx?$/, '');
}
