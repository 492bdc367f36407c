import { useState } from 'react';
import { Button } from '../../design/button';
import type { TranslateBranches } from '../../i18n/branches-text';
import { saveFile } from '../../workspace/save-file';
import { browserSettings } from '../../workspace/stored-settings';
import { forgetUnread, unreadBranches } from './unread-branches';

/** What an earlier visit left and nobody can read: the user takes it along or throws it away. */
export function UnreadBranches({ words }: { words: TranslateBranches }) {
  const [unread, setUnread] = useState(() => unreadBranches(browserSettings));
  if (unread.length === 0) return null;
  return (
    <section className="branch-same">
      <h3 className="eyebrow">{words('branches.unread')}</h3>
      <p>{words('branches.unread.explanation')}</p>
      <Button
        onClick={() =>
          saveFile(
            'branches-unread.json',
            new Blob([JSON.stringify(unread)], { type: 'application/json' }),
          )
        }
      >
        {words('branches.unread.save')}
      </Button>
      <Button
        variant="quiet"
        onClick={() => {
          forgetUnread(browserSettings);
          setUnread([]);
        }}
      >
        {words('branches.unread.delete')}
      </Button>
    </section>
  );
}
