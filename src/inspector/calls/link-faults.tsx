import { useSettingsText } from '../fields/use-settings-text';
import { LinkToggles, type LinkTogglesProps } from '../network/link-toggles';

/** What can go wrong with the network of one call. */
export function LinkFaults(link: LinkTogglesProps) {
  const { s } = useSettingsText();
  return (
    <section className="inspector-section">
      <h3 className="eyebrow">{s('group.link')}</h3>
      <LinkToggles {...link} />
      <p className="fault-effects">{s('fault.everywhere')}</p>
    </section>
  );
}
