import { LanguageSwitch } from '../language-switch';
import { ThemeSwitch } from '../theme-switch';
import { ButtonSpecimens } from './button-specimens';
import { ChoiceSpecimens } from './choice-specimens';
import { GroupSpecimens } from './group-specimens';
import { NumberSpecimens } from './number-specimens';
import { IconSpecimens, StateSpecimens } from './state-specimens';
import { SwitchSpecimens } from './switch-specimens';
import { ColourSpecimens, ScaleSpecimens } from './token-specimens';
import { useGalleryText } from './use-gallery-text';
import './gallery.css';

/** Every part of the design in every state. What is seen here is what the visual tests look at. */
export function Gallery() {
  const g = useGalleryText();
  return (
    <main className="gallery">
      <header className="gallery-header">
        <h1>{g('gallery.title')}</h1>
        <p className="muted">{g('gallery.text')}</p>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <ColourSpecimens />
      <ScaleSpecimens />
      <ButtonSpecimens />
      <ChoiceSpecimens />
      <SwitchSpecimens />
      <NumberSpecimens />
      <GroupSpecimens />
      <StateSpecimens />
      <IconSpecimens />
    </main>
  );
}
