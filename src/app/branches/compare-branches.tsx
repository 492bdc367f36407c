import { useEffect, useRef, useState } from 'react';
import { Button } from '../../design/button';
import { InlineSelect } from '../../design/inline-select';
import type { TranslateBranches } from '../../i18n/branches-text';
import type { Branch } from '../../workspace/branches';
import type { Made } from '../../workspace/made';
import { useText } from '../../workspace/use-text';
import { runPlan } from '../run-plan';
import { branchName } from './branch-name';
import { type ComparedFigure, comparedFigures, runLines } from './compare-lines';
import { ComparedTable } from './compared-table';

export interface CompareBranchesProps {
  branches: readonly Branch[];
  present: Made;
  /** How far the present run has come. */
  presentMs: number;
  words: TranslateBranches;
}

interface Line {
  key: string;
  name: string;
  made: Made;
}

type Comparison =
  | { mode: 'idle' | 'running' }
  | { mode: 'done'; figures: readonly ComparedFigure[]; names: readonly [string, string] }
  | { mode: 'failed'; problem: string };

/** A run without an end is compared over at least this long. */
const comparedMsMin = 30_000;

/** Two lines, run again from the start with the same luck, and their figures side by side. */
export function CompareBranches({ branches, present, presentMs, words }: CompareBranchesProps) {
  const text = useText();
  const lines: readonly Line[] = [
    { key: 'now', name: words('branches.now'), made: present },
    ...branches.map((branch) => ({
      key: String(branch.id),
      name: branchName(branch, present.document, text, words),
      made: branch.made,
    })),
  ];
  const [keys, setKeys] = useState<readonly [string, string]>([
    'now',
    String(branches.at(-1)?.id ?? 'now'),
  ]);
  const [comparison, setComparison] = useState<Comparison>({ mode: 'idle' });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const chosen = [lineOf(lines, keys[0], 0), lineOf(lines, keys[1], lines.length - 1)] as const;
  const seconds = Math.ceil(
    (runPlan(present).durationMs ?? Math.max(comparedMsMin, presentMs)) / 1000,
  );
  const compare = async () => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    setComparison({ mode: 'running' });
    try {
      const made = [chosen[0].made, chosen[1].made] as const;
      const results = await runLines(made, seconds * 1000, own.signal);
      const figures = comparedFigures(present.document, results);
      setComparison({ mode: 'done', figures, names: [chosen[0].name, chosen[1].name] });
    } catch (error) {
      if (own.signal.aborted) return;
      own.abort();
      const problem = error instanceof Error ? error.message : String(error);
      setComparison({ mode: 'failed', problem });
    }
  };
  const cancel = () => {
    controller.current?.abort();
    setComparison({ mode: 'idle' });
  };
  return (
    <section className="branch-compare" aria-busy={comparison.mode === 'running'}>
      <h3 className="eyebrow">{words('branches.compare')}</h3>
      <p className="branch-choice">
        <LineChoice
          label={words('branches.compare')}
          lines={lines}
          line={chosen[0]}
          onChoose={(key) => setKeys([key, keys[1]])}
        />{' '}
        {words('branches.compare.with')}{' '}
        <LineChoice
          label={words('branches.compare.with')}
          lines={lines}
          line={chosen[1]}
          onChoose={(key) => setKeys([keys[0], key])}
        />
      </p>
      {comparison.mode === 'running' ? (
        <p role="status">
          {words('branches.compare.running')}{' '}
          <Button onClick={cancel}>{words('branches.compare.cancel')}</Button>
        </p>
      ) : (
        <Button variant="primary" disabled={chosen[0] === chosen[1]} onClick={compare}>
          {words('branches.compare.run', { seconds })}
        </Button>
      )}
      {comparison.mode === 'failed' && (
        <p role="alert">{words('branches.compare.failed', { problem: comparison.problem })}</p>
      )}
      {comparison.mode === 'done' && (
        <ComparedTable {...comparison} document={present.document} words={words} />
      )}
    </section>
  );
}

/** A line that has been deleted gives way to the one in this place: the present one, the last one left. */
function lineOf(lines: readonly Line[], key: string, place: number): Line {
  return lines.find((line) => line.key === key) ?? lines[place];
}

interface LineChoiceProps {
  label: string;
  lines: readonly Line[];
  line: Line;
  onChoose(key: string): void;
}

function LineChoice({ label, lines, line, onChoose }: LineChoiceProps) {
  return (
    <InlineSelect label={label} text={line.name} value={line.key} onChange={onChoose}>
      {lines.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </InlineSelect>
  );
}
