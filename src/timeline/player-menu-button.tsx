import { useRef, useState } from 'react';
import { IconButton } from '../design/button';
import { Icon } from '../design/icon';
import { later } from '../design/later';
import type { Playback } from '../playback/playback';
import { useText } from '../workspace/use-text';

const PlayerMenu = later(async () => (await import('./player-menu')).PlayerMenu);

/** Opens what is needed less often than play and pause. */
export function PlayerMenuButton({ playback }: { playback: Playback }) {
  const { t } = useText();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        ref={button}
        label={t('timeline.more')}
        icon={<Icon name="more" strokeWidth={2.6} />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      />
      {isOpen && (
        <PlayerMenu playback={playback} button={button} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
