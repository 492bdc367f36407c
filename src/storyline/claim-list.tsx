import type { ReactNode } from 'react';
import { Button } from '../design/button';
import { Icon } from '../design/icon';
import { openAnalysis } from '../workspace/analysis';
import { useText } from '../workspace/use-text';
import { SameBut } from './same-but';
import type { StepReading } from './step-reading';

export interface ClaimListProps {
  claims: StepReading['claims'];
  /** With so many seeds the claims are checked. */
  seedCount: number;
  /** What the story comes to over many seeds. */
  certainty: ReactNode;
}

/** The verdict: every claim of the story, with whether this very run bears it out. */
export function ClaimList({ claims, seedCount, certainty }: ClaimListProps) {
  const { t, format } = useText();
  if (claims.length === 0) return null;
  return (
    <section className="claims" aria-label={t('storyline.verdict')}>
      {certainty}
      <h3>{t('storyline.verdict')}</h3>
      <ul>
        {claims.map(({ id, statement, holds }) => (
          <li key={id} className={`finding finding-${markOf(holds)}`}>
            {holds === null ? (
              <span className="finding-dot" />
            ) : (
              <Icon name={holds ? 'check' : 'close'} strokeWidth={2} size={15} />
            )}
            <p>
              {statement}
              {holds === false && (
                <span className="finding-text">{t('storyline.verdict.otherwise')}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      <Button variant="quiet" data-asks onClick={() => openAnalysis('certainty')}>
        {t('app.analyse.certainty')}
      </Button>
      <SameBut />
      <p className="claims-note">
        {t('storyline.verdict.checked', { seeds: format.number(seedCount) })}
      </p>
    </section>
  );
}

function markOf(holds: boolean | null): string {
  if (holds === null) return 'pending';
  return holds ? 'fine' : 'failed';
}
