import { useMemo, useState } from 'react';
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

/**
 * What the last change of this cut does, in sentences; a name for the cut, and the way back. In a low pane
 * one line, so that the picture of it is seen, until the reader asks for all of it.
 */
export function RecutNote({ deployment, news }: RecutNoteProps) {
  const text = useText();
  const r = translateRecutInto(text.language);
  const undo = useWorkspace((state) => state.undo);
  const sentences = useMemo(() => recutSentences(news, text), [news, text]);
  const isDone = news.kind === 'done';
  const [opened, setOpened] = useState<RecutNews | null>(null);
  const isOpen = opened === news;
  return (
    <section
      className="recut-note"
      aria-label={r('recut.label', { deployment: text.nameOf(deployment.name) })}
    >
      <div className={`recut-body ${isOpen ? 'is-open' : ''}`}>
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
          className="recut-whole"
          label={r('recut.whole')}
          aria-expanded={isOpen}
          icon={<Icon name="chevron" />}
          onClick={() => setOpened(isOpen ? null : news)}
        />
        <IconButton
          className="recut-close"
          label={r('recut.close')}
          icon={<Icon name="close" />}
          onClick={() => tellRecut(null)}
        />
      </div>
    </section>
  );
}
