import { useMemo } from 'react';
import type { Deployment } from '../../architecture/document';
import { Button, IconButton } from '../../design/button';
import { Icon } from '../../design/icon';
import { translateRecutInto } from '../../i18n/recut-text';
import { type RecutNews, tellRecut } from '../../workspace/recut/recut-news';
import { useText } from '../../workspace/use-text';
import { useWorkspace } from '../../workspace/use-workspace';
import { CutName } from './cut-name';
import { recutSentences } from './recut-sentences';
import './recut-note.css';

export interface RecutNoteProps {
  deployment: Deployment;
  news: RecutNews;
}

/** What the last change of this cut does, in sentences; a name for the cut, and the way back. */
export function RecutNote({ deployment, news }: RecutNoteProps) {
  const text = useText();
  const r = translateRecutInto(text.language);
  const undo = useWorkspace((state) => state.undo);
  const sentences = useMemo(() => recutSentences(news, text), [news, text]);
  const isDone = news.kind === 'done';
  return (
    <section
      className="recut-note"
      aria-label={r('recut.label', { deployment: text.nameOf(deployment.name) })}
    >
      <p aria-live="polite" className="recut-sentences">
        {sentences.map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
      </p>
      {isDone && (
        <div className="recut-ways">
          <CutName deployment={deployment} label={r('recut.rename')} />
          <Button variant="quiet" onClick={undo}>
            {r('recut.undo')}
          </Button>
        </div>
      )}
      <IconButton
        className="recut-close"
        label={r('recut.close')}
        icon={<Icon name="close" />}
        onClick={() => tellRecut(null)}
      />
    </section>
  );
}
