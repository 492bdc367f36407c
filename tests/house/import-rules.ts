import {
  openFoldersOfSimulation,
  type RoomName,
  rooms,
  runOnNode,
  seeOnlyTheContractOfSimulation,
} from './rooms';
import { type Import, importsOf, targetOf } from './source';

const isRoom = (name: string): name is RoomName => Object.hasOwn(rooms, name);

function roomOf(file: string): RoomName | null {
  const [top = '', name = ''] = file.split('/');
  return top === 'src' && isRoom(name) ? name : null;
}

/** One sentence for every import of the file that goes through a wall. */
export function wrongImports(file: string, text: string): string[] {
  return importsOf(file, text).flatMap((found) => {
    const wrong = found.specifier.startsWith('.')
      ? wrongFile(file, found)
      : wrongPackage(file, found);
    return wrong === null ? [] : [`${file}:${found.line} imports ${found.specifier}. ${wrong}`];
  });
}

function wrongFile(file: string, { specifier }: Import): string | null {
  const target = targetOf(file, specifier);
  const from = roomOf(file);
  const to = roomOf(target);
  if (from === null) return `${file} is in no room of tests/house/rooms.ts.`;
  if (to === null) return 'What the program needs is in a room of src.';
  if (to !== from && !rooms[from].rooms.includes(to)) return rooms[to].door;
  const [, , folder, ...rest] = target.split('/');
  const isDeep =
    to === 'simulation' && rest.length > 0 && !openFoldersOfSimulation.includes(folder);
  if (isDeep && seeOnlyTheContractOfSimulation.includes(from)) {
    return 'The page sees of the engine only simulation/frame, command, run-result and what else lies at the top of that room.';
  }
  return null;
}

function wrongPackage(file: string, { specifier }: Import): string | null {
  const room = roomOf(file);
  if (room === null) return `${file} is in no room of tests/house/rooms.ts.`;
  if (specifier.startsWith('node:')) {
    return runOnNode.includes(room) ? null : 'Only command runs on Node alone.';
  }
  const isListed = rooms[room].packages.some(
    (name) => specifier === name || specifier.startsWith(`${name}/`),
  );
  if (isListed) return null;
  const homes = Object.entries(rooms).filter(([, { packages }]) => packages.includes(specifier));
  const names = homes.map(([name]) => name).join(', ');
  return names === ''
    ? `No room uses this package; if ${room} is its home, say so in tests/house/rooms.ts.`
    : `This package stays inside ${names}: ask there for what you need, in the words of this project.`;
}

/** The first circle of imports among these files, as the files in turn, or null. `imports` gives for each file what it imports. */
export function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] | null {
  const finished = new Set<string>();
  const way: string[] = [];
  const visit = (file: string): string[] | null => {
    if (finished.has(file)) return null;
    const start = way.indexOf(file);
    if (start >= 0) return [...way.slice(start), file];
    way.push(file);
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next);
      if (circle !== null) return circle;
    }
    way.pop();
    finished.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const circle = visit(file);
    if (circle !== null) return circle;
  }
  return null;
}
