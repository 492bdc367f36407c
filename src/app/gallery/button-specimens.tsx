import { useState } from 'react';
import { Button, IconButton } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { Icon } from '../../design/icon';
import { useText } from '../../workspace/use-text';
import { Specimen, Specimens } from './specimens';
import { useGalleryText } from './use-gallery-text';

const variants = ['plain', 'primary', 'strong', 'quiet'] as const;

export function ButtonSpecimens() {
  const g = useGalleryText();
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const label = g('gallery.button');
  return (
    <Specimens title="gallery.buttons">
      {variants.map((variant) => (
        <Specimen key={variant} state={`Button ${variant}`}>
          <div className="gallery-row">
            <Button variant={variant}>{label}</Button>
            <Button variant={variant} icon={<Icon name="down" />}>
              {label}
            </Button>
            <Button variant={variant} disabled>
              {label}
            </Button>
          </div>
        </Specimen>
      ))}
      <Specimen state="IconButton">
        <div className="gallery-row">
          <IconButton label={t('app.close')} icon={<Icon name="close" />} />
          <IconButton label={t('app.close')} icon={<Icon name="close" />} disabled />
        </div>
      </Specimen>
      <Specimen state="Dialog">
        <Button onClick={() => setOpen(true)}>{g('gallery.dialog.open')}</Button>
        {isOpen && (
          <Dialog
            title={g('gallery.dialog')}
            closeLabel={t('app.close')}
            onClose={() => setOpen(false)}
          >
            <p>{g('gallery.dialog.text')}</p>
          </Dialog>
        )}
      </Specimen>
    </Specimens>
  );
}
