import { callsIn, moduleIdOf } from '../architecture/cut';
import type { ArchitectureDocument, Module, Operation } from '../architecture/document';

/**
 * A module worth taking down first: the service that the fewest requests need,
 * so that it matters how the document is cut. `null` where no journey needs one.
 */
export function suggestedModule(document: ArchitectureDocument): Module | null {
  const shareByModule = new Map<string, number>();
  for (const { entry, share } of document.journeys) {
    for (const moduleId of modulesReachedFrom(document, entry)) {
      shareByModule.set(moduleId, (shareByModule.get(moduleId) ?? 0) + share);
    }
  }
  const candidates = document.modules
    .filter(({ id, kind }) => kind === 'service' && (shareByModule.get(id) ?? 0) > 0)
    .sort((one, other) => (shareByModule.get(one.id) ?? 0) - (shareByModule.get(other.id) ?? 0));
  return candidates.at(0) ?? null;
}

/** The modules that a request to an operation may come to, through synchronous calls. */
export function modulesReachedFrom(document: ArchitectureDocument, entry: string): Set<string> {
  const operations = new Map<string, Operation>(
    document.modules.flatMap((module) =>
      Object.entries(module.operations).map(
        ([name, steps]) => [`${module.id}.${name}`, steps] as const,
      ),
    ),
  );
  const seen = new Set<string>();
  const visit = (reference: string) => {
    if (seen.has(reference)) return;
    seen.add(reference);
    for (const call of callsIn(operations.get(reference) ?? [])) {
      if (!call.isAsync) visit(call.reference);
    }
  };
  visit(entry);
  return new Set([...seen].map(moduleIdOf));
}
